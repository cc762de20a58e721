/**
 * How seals lie in the archive: two objects each, the heads that it was made over and the signed seal, which is put last, so
 * that whoever finds a seal finds its heads. Both are named by when reading began, by the segment and by the root: a schedule
 * may call twice in one second, and each seal then has its own list.
 */
import { gunzipSync, gzipSync } from 'node:zlib';
import * as z from 'zod';
import { inLeafOrder, type SealedHead, type SignedSeal, seal, sealedHead } from '../audit/seal.ts';
import { canonicalText } from '../docket/content-hash.ts';

export const SEAL_SUFFIX = '.seal.json';
export const HEADS_SUFFIX = '.heads.ndjson.gz';

export interface SealObject {
  readonly key: string;
  readonly body: string | Uint8Array;
  readonly contentType: string;
}

export interface SealObjects {
  readonly heads: SealObject;
  readonly seal: SealObject;
}

const signedSeal = z.strictObject({ seal, signature: z.base64() });

const ROOT_DIGITS = 16;

function nameOf({ from, segment, of, root }: SignedSeal['seal']): string {
  const [day = '', time = ''] = from.split('T');
  return `seals/${day}/${time.slice(0, 8).replaceAll(':', '')}Z.${segment}-of-${of}.${root.slice(0, ROOT_DIGITS)}`;
}

export function sealObjects(signed: SignedSeal, heads: readonly SealedHead[]): SealObjects {
  const name = nameOf(signed.seal);
  const lines = inLeafOrder(heads).map((head) => `${canonicalText(head)}\n`);
  const signature = Buffer.from(signed.signature).toString('base64');
  return {
    heads: { key: name + HEADS_SUFFIX, body: gzipSync(lines.join('')), contentType: 'application/gzip' },
    seal: {
      key: name + SEAL_SUFFIX,
      body: canonicalText({ seal: signed.seal, signature }),
      contentType: 'application/json',
    },
  };
}

/** @returns undefined for what is no seal */
export function readSeal(text: string): SignedSeal | undefined {
  try {
    const { seal: sealed, signature } = signedSeal.parse(JSON.parse(text));
    return { seal: sealed, signature: Buffer.from(signature, 'base64') };
  } catch {
    return undefined;
  }
}

/** @returns undefined for what is no list of heads */
export function readHeads(bytes: Uint8Array): SealedHead[] | undefined {
  try {
    const lines = gunzipSync(bytes).toString('utf8').split('\n');
    return lines.filter((line) => line !== '').map((line) => sealedHead.parse(JSON.parse(line)));
  } catch {
    return undefined;
  }
}
