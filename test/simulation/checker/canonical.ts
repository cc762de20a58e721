/** Text and hashes as the contract has them, written for the checker alone: it shares no code with the product. */
import { createHash, createHmac } from 'node:crypto';

export function canonical(value: unknown): string {
  if (value instanceof Uint8Array) return `"${Buffer.from(value).toString('hex')}"`;
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join(',')}}`;
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Names under which things are stored: keyed hashes of their parts. */
export function namesUnder(secret: string) {
  const keyed = (...parts: string[]) => createHmac('sha256', secret).update(JSON.stringify(parts)).digest();
  return {
    caseKey: (caseId: string) => keyed('case', caseId).toString('base64url'),
    member: (source: string, id: string, content: string) =>
      Buffer.concat([
        keyed('update', source, id).subarray(0, 8),
        keyed('content', source, id, content).subarray(0, 8),
      ]).toString('base64url'),
    received: (body: string) => keyed('received', body).toString('base64url'),
    act: (by: string, key: string) => keyed('act', by, key).toString('base64url'),
  };
}
