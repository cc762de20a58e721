/**
 * From the bytes of a message to a docket update, or to the reason and the places of what is wrong with it.
 * Nothing is coerced, nothing is passed over, and no value of the message is ever repeated.
 */
import * as z from 'zod';
import { DOCKET_UPDATE_MAX_BYTES, type DocketUpdate, docketUpdate } from './docket-update.ts';
import { countKeys, countNames } from './plain-json.ts';
import { type Rejection, rejection, rejectionOf } from './rejection.ts';
import { schemaFaults } from './schema-faults.ts';
import { findTextFaults } from './text-faults.ts';

export type DecodedDocketUpdate = { kind: 'accepted'; update: DocketUpdate } | Rejection;

const compiledDocketUpdate = z.compile(docketUpdate);
const encoder = new TextEncoder();
/** Written and read within one call. A text that does not fit is too large. */
const scratch = new Uint8Array(DOCKET_UPDATE_MAX_BYTES);
// A byte-order mark is no JSON: it is kept, so that JSON.parse refuses it.
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

interface MessageText {
  kind: 'text';
  text: string;
  bytes: Uint8Array;
}

/** `input` is the body of a message: its bytes or, as SQS gives it, its text. */
export function decodeDocketUpdate(input: Uint8Array | string): DecodedDocketUpdate {
  const message = readText(input);
  if (message.kind === 'rejected') return message;
  const { text, bytes } = message;
  const json = parseJson(text);
  if (json.kind === 'rejected') return json;
  const parsed = compiledDocketUpdate.safeParse(json.value, { reportInput: true });
  if (parsed.success && text.isWellFormed() && countNames(bytes) === countKeys(parsed.data)) {
    return { kind: 'accepted', update: parsed.data };
  }
  const faults = findTextFaults(text);
  if (!parsed.success) return rejectionOf([...faults, ...schemaFaults(parsed.error.issues)]);
  return faults.length === 0 ? { kind: 'accepted', update: parsed.data } : rejectionOf(faults);
}

function readText(input: Uint8Array | string): MessageText | Rejection {
  if (typeof input === 'string') {
    const { read, written } = encoder.encodeInto(input, scratch);
    if (read < input.length) return rejection('too-large', ['$']);
    return { kind: 'text', text: input, bytes: scratch.subarray(0, written) };
  }
  if (input.length > DOCKET_UPDATE_MAX_BYTES) return rejection('too-large', ['$']);
  const text = decodeUtf8(input);
  return text === undefined ? rejection('not-utf8', ['$']) : { kind: 'text', text, bytes: input };
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

/** The error of JSON.parse quotes the text: it goes no further. */
function parseJson(text: string): { kind: 'json'; value: unknown } | Rejection {
  try {
    const value: unknown = JSON.parse(text);
    return { kind: 'json', value };
  } catch {
    return rejection('not-json', ['$']);
  }
}
