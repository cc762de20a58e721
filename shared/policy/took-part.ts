/** Whether somebody took part at an age or older: three dates, each of which may be partial or missing, told together. */
import type { Facts } from '../../events/facts.ts';
import { anniversarySpan, isBefore, isOnOrBefore, spanOf } from '../docket/partial-date.ts';
import { readerAt } from './leaf.ts';
import type { Proposition } from './proposition.ts';

export type TookPart = Extract<Proposition, { op: 'took-part-at-age' }>;

/** `ended-before`: it certainly ended before the birthday. */
export const PARTICIPATIONS = ['met', 'ended-before', 'unknown'] as const;
export type Participation = (typeof PARTICIPATIONS)[number];

function dateReader(path: string): (facts: Facts) => string | undefined {
  const read = readerAt(path);
  return (facts) => {
    const date = read(facts);
    return typeof date === 'string' ? date : undefined;
  };
}

/** Contract, section 2, gang participation. */
export function participationBy({ birth, from, to, age }: TookPart): (facts: Facts) => Participation {
  const [bornOn, beganOn, endedOn] = [dateReader(birth), dateReader(from), dateReader(to)];
  return (facts) => {
    const began = beganOn(facts);
    const ended = endedOn(facts);
    if (began === undefined && ended === undefined) return 'unknown';
    const born = bornOn(facts);
    if (born === undefined) return 'unknown';
    const birthday = anniversarySpan(born, age.value);
    if (began !== undefined && isOnOrBefore(birthday, spanOf(began)) === true) return 'met';
    if (ended !== undefined && isOnOrBefore(birthday, spanOf(ended)) === true) return 'met';
    return ended !== undefined && isBefore(spanOf(ended), birthday) === true ? 'ended-before' : 'unknown';
  };
}
