/** What is noted of a case with its head as told last, as the checker reads it by itself. */
import type { Item } from '../table/expressions.ts';
import type { NaiveTold } from './told.ts';

/** Attribute of a head that says what was last announced. */
export const ANNOUNCED = 'told';

export interface Announced {
  sequence: number;
  told: NaiveTold;
}

/** It is a list without names: the version, the kind, office and lane, and then what the kind has. */
export function announcedIn(item: Item): Announced | undefined {
  if (item[ANNOUNCED] === undefined) return undefined;
  const [sequence, kind, office, lane, more, decisions] = item[ANNOUNCED] as [
    number,
    NaiveTold['kind'],
    string,
    string,
    unknown,
    number,
  ];
  const place = { ...(office !== '' && { office }), lane };
  if (kind === 'open') return { sequence, told: { kind, ...place, ...(more === true && { fellAway: more }) } };
  if (kind === 'decided') return { sequence, told: { kind, ...place, decision: String(more), decisions } };
  return { sequence, told: { kind } };
}
