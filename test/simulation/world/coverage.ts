/** How often each thing that a simulation is for did happen: a world in which it never does shows nothing. */

export interface Coverage {
  readonly count: (what: string, by?: number) => void;
  readonly counts: ReadonlyMap<string, number>;
}

export function makeCoverage(): Coverage {
  const counts = new Map<string, number>();
  return { counts, count: (what, by = 1) => void counts.set(what, (counts.get(what) ?? 0) + by) };
}

/** What must have happened in any run of a hundred schedules; counted where it happens. */
export const MUST_HAPPEN = [
  'fault: failed before',
  'fault: failed after',
  'fault: applied late',
  'fault: repeated by the SDK',
  'fault: throttled',
  'fault: killed',
  'fault: zombie',
  'fault: stale read of an index',
  'fault: page cut',
  'fault: empty page',
  'fault: clock jump',
  'queue: duplicate sent',
  'queue: out of order',
  'queue: redelivered after deletion',
  'queue: hours passed',
  'queue: dead letter',
  'queue: redriven',
  'queue: batch failed whole',
  'queue: batch failed in part',
  'function: version conflict',
  'function: applied',
  'function: duplicate',
  'function: superseded',
  'function: rejected',
  'function: retried',
  'function: conflicting content',
  'function: a zombie wrote',
  'function: new policy wrote',
  'function: old policy wrote after the new',
  'forger: an id made up',
  'set aside: no-such-act',
  'reclassify: changed',
  'reclassify: unchanged',
  'reclassify: absent',
  'reclassify: other policy',
  'flag: raised',
  'flag: moved',
  'flag: withdrawn',
  'people: claimed',
  'people: decided',
  'people: found',
  'people: opened a protected case',
  'people: retried under the same key',
  'people: double click',
  'people: another body under a key',
  'people: session changed',
  'people: office transfer',
  'answer: not-found',
  'answer: not-allowed',
  'answer: access-reason-needed',
  'answer: held-by-another',
  'answer: not-claimed',
  'answer: try-again',
  'answer: lost',
  'rest: decided',
  'rest: restricted',
] as const;

/** What must have happened in any run of some thousands. */
export const MUST_HAPPEN_RARELY = [
  'forger: the id of another act',
  'forger: other facts',
  'forger: another sequence',
  'forger: from another case',
  'reclassify: waiting',
  'answer: key-used-otherwise',
  'people: read a question',
  'flag: kept',
  'flag: reopened',
  'queue: redriven after days',
  'people: took over after a lease',
  'fault: part of a batch refused',
  'rest: finding sent again by a reader',
  'answer: case-moved',
  'reclassify: retried',
  'people: held',
  'people: released',
  'people: renewed',
] as const;
