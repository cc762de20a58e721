/**
 * Text as it is stored: deflated against a dictionary of what such texts have in common, behind one byte that names
 * the format, so that what was written in an earlier one stays readable.
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { DICTIONARY_1 } from './dictionary.ts';

/** Formats: dictionary 1 over UTF-8, and over UTF-16 for the text that UTF-8 cannot carry, with a lone surrogate. */
const UTF8_1 = 1;
const UTF16_1 = 2;

const dictionary = Buffer.from(DICTIONARY_1);

/** Room for what nearly every text comes to; a larger one takes several. By default zlib makes 16 KB of it for each text. */
const chunkSize = 4 * 1024;

/** A window twice the dictionary: most of the time of a small text goes into setting the window up. */
const deflating = { dictionary, windowBits: 13, memLevel: 5, chunkSize };

/** Largest text that is unpacked, in bytes: twice the largest SQS message, for UTF-16. */
const MAX_TEXT_BYTES = 4 * 1024 * 1024;

export function packText(text: string): Uint8Array {
  const isUtf8 = text.isWellFormed();
  const deflated = deflateRawSync(Buffer.from(text, isUtf8 ? 'utf8' : 'utf16le'), deflating);
  return Buffer.concat([Buffer.of(isUtf8 ? UTF8_1 : UTF16_1), deflated]);
}

/** @throws {RangeError} when the bytes are not what `packText` makes */
export function unpackText(packed: Uint8Array): string {
  const format = packed[0];
  if (format !== UTF8_1 && format !== UTF16_1) throw new RangeError('packed text: unknown format');
  try {
    const bytes = inflateRawSync(packed.subarray(1), {
      dictionary,
      chunkSize,
      maxOutputLength: MAX_TEXT_BYTES,
    });
    return bytes.toString(format === UTF8_1 ? 'utf8' : 'utf16le');
  } catch {
    throw new RangeError('packed text: not readable');
  }
}
