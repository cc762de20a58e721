/** What makes two updates of one source and id the same: the hash of their content. */
import { hash } from 'node:crypto';
import type { DocketUpdate } from '../../events/docket-update.ts';

/** Anything but the printable ASCII that JSON writes as it is. */
const NEEDS_CARE = /[^ !#-[\]-~]/;

const LONGEST_WORD = 40;

function quote(text: string): string {
  // Names and words are short; over a sentence the search costs more than it saves.
  return text.length > LONGEST_WORD || NEEDS_CARE.test(text) ? JSON.stringify(text) : `"${text}"`;
}

/**
 * A value parsed from JSON as canonical JSON (RFC 8785): one text for one value. Members are sorted by UTF-16 code unit
 * and numbers and strings written as ECMAScript writes them, which is what the RFC asks; members that are undefined are
 * left out. Ours because every update passes here; the tests hold it to the reference library's answers.
 */
export function canonicalText(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return quote(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'number':
      if (Number.isFinite(value)) return String(value === 0 ? 0 : value);
      break;
    case 'object':
      if (value === null) return 'null';
      if (Array.isArray(value)) return canonicalList(value);
      if (isMembers(value)) return canonicalObject(value);
      break;
    default:
  }
  throw new TypeError('only JSON values have a canonical form');
}

type Members = { readonly [name: string]: unknown };

function isMembers(value: object): value is Members {
  return !Array.isArray(value);
}

function canonicalList(value: readonly unknown[]): string {
  let text = '[';
  let between = '';
  for (const member of value) {
    text += between + canonicalText(member);
    between = ',';
  }
  return `${text}]`;
}

function canonicalObject(value: Members): string {
  let text = '{';
  let between = '';
  for (const name of inOrder(Object.keys(value))) {
    const member = value[name];
    if (member === undefined) continue;
    text += `${between}${quote(name)}:${canonicalText(member)}`;
    between = ',';
  }
  return `${text}}`;
}

/** Sorts names where they are not in order as they stand: to see that costs less than to sort them. */
function inOrder(names: string[]): string[] {
  for (let i = 1; i < names.length; i++) {
    if ((names[i - 1] ?? '') > (names[i] ?? '')) return names.sort();
  }
  return names;
}

/**
 * The canonical text of an object with further members, whose canonical texts are given: what is long and the same for many
 * objects is written once.
 */
export function canonicalWith(value: Members, written: Readonly<Record<string, string>>): string {
  const names = [...Object.keys(value), ...Object.keys(written)].sort();
  let text = '{';
  let between = '';
  for (const name of names) {
    const member = value[name];
    const memberText = member === undefined ? written[name] : canonicalText(member);
    if (memberText === undefined) continue;
    text += `${between}${quote(name)}:${memberText}`;
    between = ',';
  }
  return `${text}}`;
}

/** SHA-256 of a canonical text, 64 lower-case hex digits. */
export function hashOfCanonical(text: string): string {
  return hash('sha256', text, 'hex');
}

/** SHA-256 of a value as canonical JSON, 64 lower-case hex digits. */
export function canonicalHash(value: unknown): string {
  return hashOfCanonical(canonicalText(value));
}

/** Hash of an update's content, which is its `data`. Contract, section 1. */
export function contentHash(update: DocketUpdate): string {
  return canonicalHash(update.data);
}
