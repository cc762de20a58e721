/**
 * The quick proof that `JSON.parse` and the schema lost nothing of a text, so that almost no update needs the slow
 * search of `text-faults.ts`: the text has as many names as the update has keys, and nothing in it is open to reading.
 */

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;
const MINUS = 0x2d;
const POINT = 0x2e;
const UPPER_D = 0x44;
const LOWER_D = 0x64;
const UPPER_E = 0x45;
const LOWER_E = 0x65;
const LOWER_F = 0x66;
const LOWER_N = 0x6e;
const LOWER_T = 0x74;
const LOWER_U = 0x75;

/**
 * How many names a JSON text has, or undefined if it may hold a lone surrogate (any escaped one) or a number that is
 * not written in plain digits. `json` is UTF-8 and has passed `JSON.parse`.
 */
export function countNames(json: Uint8Array): number | undefined {
  let names = 0;
  let i = 0;
  while (i < json.length) {
    switch (json[i]) {
      case QUOTE:
        i++;
        while (json[i] !== QUOTE) {
          if (json[i] === BACKSLASH) {
            i++;
            // Only \uD800 to \uDFFF are surrogates.
            if (json[i] === LOWER_U && (json[i + 1] === UPPER_D || json[i + 1] === LOWER_D)) return undefined;
          }
          i++;
        }
        i++;
        break;
      case COLON:
        names++;
        i++;
        break;
      case LOWER_T:
      case LOWER_N:
        i += 'true'.length;
        break;
      case LOWER_F:
        i += 'false'.length;
        break;
      case MINUS:
      case POINT:
      case UPPER_E:
      case LOWER_E:
        return undefined;
      default:
        i++;
    }
  }
  return names;
}

/** How many keys an object has, those of the objects in it included. */
export function countKeys(object: Record<string, unknown>): number {
  let keys = 0;
  for (const key in object) {
    const member = object[key];
    keys += isRecord(member) ? 1 + countKeys(member) : 1;
  }
  return keys;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
