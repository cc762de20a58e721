/** A short name for a case on lists and in headings: the beginning of its keyed hash, which says nothing of whose it is. */

const LENGTH = 8;

/** Letters and digits in two groups, to be read aloud and compared: `7F3A 91C2`. Short for people; links carry the whole key. */
export function caseHandle(key: string): string {
  const letters = key
    .replace(/[^a-z0-9]/gi, '')
    .slice(0, LENGTH)
    .toUpperCase();
  return letters.length > LENGTH / 2 ? `${letters.slice(0, LENGTH / 2)} ${letters.slice(LENGTH / 2)}` : letters;
}
