/**
 * Finds in a JSON text what `JSON.parse` passes over in silence: duplicate keys, lone surrogates, numbers that are not
 * safe integers, and keys that a JavaScript object swallows. RFC 8259 leaves all four to the reader; we refuse them.
 */
import { inside, type Place, wholeMessage } from './places.ts';
import type { Fault } from './rejection.ts';

const NUMBER_START = new Set('-0123456789');
const NUMBER_PART = new Set('-+.0123456789eE');

/** An open object or array. `names` are those read so far; an array has none. */
interface Container {
  place: Place;
  names: Set<string> | undefined;
}

/** `json` must have passed `JSON.parse`. One pass, without recursion: depth costs a list entry. */
export function findTextFaults(json: string): Fault[] {
  const faults: Fault[] = [];
  const containers: Container[] = [];
  let container: Container | undefined;
  let at = wholeMessage;
  let nameIsNext = false;

  function open(names: Set<string> | undefined): void {
    container = { place: at, names };
    containers.push(container);
    nameIsNext = names !== undefined;
    if (names === undefined) at = inside(at, 0);
  }

  function readString(text: string): void {
    if (nameIsNext && container?.names !== undefined) {
      at = inside(container.place, text);
      nameIsNext = false;
      if (container.names.has(text)) faults.push({ reason: 'duplicate-key', path: at.path });
      if (text === '__proto__') faults.push({ reason: 'unknown-key', path: container.place.path });
      container.names.add(text);
    }
    if (!text.isWellFormed()) faults.push({ reason: 'lone-surrogate', path: at.path });
  }

  let i = 0;
  while (i < json.length) {
    const start = i++;
    switch (json[start]) {
      case '"':
        i = endOfString(json, start);
        readString(unquote(json.slice(start, i)));
        break;
      case '{':
        open(new Set());
        break;
      case '[':
        open(undefined);
        break;
      case '}':
      case ']':
        containers.pop();
        container = containers.at(-1);
        break;
      case ',':
        nameIsNext = container?.names !== undefined;
        if (container !== undefined && !nameIsNext) at = inside(container.place, 0);
        break;
      default:
        if (!NUMBER_START.has(json.charAt(start))) break;
        while (NUMBER_PART.has(json.charAt(i))) i++;
        if (!isSafeInteger(json.slice(start, i))) faults.push({ reason: 'unsafe-number', path: at.path });
    }
  }
  return faults;
}

function endOfString(json: string, start: number): number {
  let i = start + 1;
  while (json[i] !== '"') i += json[i] === '\\' ? 2 : 1;
  return i + 1;
}

/** Names are compared as they read, not as they are spelled: `"\u0061"` is `"a"`. */
function unquote(literal: string): string {
  return literal.includes('\\') ? String(JSON.parse(literal)) : literal.slice(1, -1);
}

/**
 * Judged by the exact value written, not by what a double makes of it: `1.0` and `1e3` are integers,
 * `0.99999999999999999999`, which parses to 1, is none. Minus zero is refused: it would be written back as 0.
 */
export function isSafeInteger(literal: string): boolean {
  const [, sign, whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([-+]?\d+))?$/.exec(literal) ?? [];
  const digits = whole + fraction;
  let first = 0;
  while (digits[first] === '0') first++;
  if (first === digits.length) return sign === '';
  let end = digits.length;
  while (digits[end - 1] === '0') end--;
  const zeros = digits.length - end + Number(exponent) - fraction.length;
  if (zeros < 0 || end - first + zeros > 16) return false;
  return Number(digits.slice(first, end) + '0'.repeat(zeros)) <= Number.MAX_SAFE_INTEGER;
}
