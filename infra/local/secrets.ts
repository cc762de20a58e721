/** Secrets Manager as far as functions need it: `GetSecretValue` for the template's secrets, on loopback. */
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import * as z from 'zod';
import { LOCAL_HOST } from './loopback.ts';
import type { PlannedSecret } from './secret-plan.ts';

export interface Secrets {
  readonly endpoint: string;
  readonly close: () => Promise<void>;
}

const stored = z.record(z.string(), z.string());
const request = z.object({ SecretId: z.string() });

const MAX_REQUEST_BYTES = 64 * 1024;

/** Values are made once as the template says and kept in `file`, readable by its owner alone. */
export async function openSecrets({
  file,
  secrets,
}: {
  file: string;
  secrets: readonly PlannedSecret[];
}): Promise<Secrets> {
  const values = await readValues(file);
  const missing = secrets.filter(({ arn }) => values[arn] === undefined);
  for (const secret of missing) values[secret.arn] = generate(secret);
  if (missing.length > 0) await writeValues(file, values);

  const server = createServer((incoming, response) => {
    answer(incoming, secrets, values).then(
      ({ status, body }) => reply(response, status, body),
      () => reply(response, 500, { __type: 'InternalServiceError' }),
    );
  });
  server.listen(0, LOCAL_HOST);
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the secrets listen on no port');
  return {
    endpoint: `http://${LOCAL_HOST}:${address.port}`,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

async function answer(
  incoming: IncomingMessage,
  secrets: readonly PlannedSecret[],
  values: Readonly<Record<string, string>>,
): Promise<{ status: number; body: object }> {
  // A page in a browser cannot send this type without asking first, and is not answered when it asks.
  if (incoming.headers['content-type'] !== 'application/x-amz-json-1.1') {
    return { status: 415, body: { __type: 'InvalidRequestException' } };
  }
  if (incoming.headers['x-amz-target'] !== 'secretsmanager.GetSecretValue') {
    return { status: 400, body: { __type: 'InvalidRequestException', message: 'only GetSecretValue is known here' } };
  }
  const parsed = request.safeParse(JSON.parse(await readBody(incoming)));
  const secret = secrets.find(({ arn, name }) => parsed.data?.SecretId === arn || parsed.data?.SecretId === name);
  const value = secret === undefined ? undefined : values[secret.arn];
  if (secret === undefined || value === undefined) {
    return { status: 400, body: { __type: 'ResourceNotFoundException', message: 'there is no such secret' } };
  }
  const { arn, name } = secret;
  return { status: 200, body: { ARN: arn, Name: name, SecretString: value, VersionStages: ['AWSCURRENT'] } };
}

async function readBody(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of incoming) {
    const buffer = Buffer.from(chunk);
    bytes += buffer.length;
    if (bytes > MAX_REQUEST_BYTES) throw new Error('request too large');
    chunks.push(buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function reply(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' });
  response.end(JSON.stringify(body));
}

function generate({ length, alphabet }: PlannedSecret): string {
  return Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
}

async function readValues(file: string): Promise<Record<string, string>> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {};
    throw error;
  }
  return stored.parse(JSON.parse(text));
}

/** Renamed into place: half a file would be a new secret, and under a new secret no stored case is found again. */
async function writeValues(file: string, values: Readonly<Record<string, string>>): Promise<void> {
  const half = `${file}.new`;
  await writeFile(half, `${JSON.stringify(values, null, 2)}\n`, { mode: 0o600 });
  await rename(half, file);
}
