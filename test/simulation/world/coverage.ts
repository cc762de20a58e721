/** How often each thing that a simulation is for did happen: a world in which it never does shows nothing. */

export interface Coverage {
  readonly count: (what: string, by?: number) => void;
  readonly counts: ReadonlyMap<string, number>;
}

export function makeCoverage(): Coverage {
  const counts = new Map<string, number>();
  return { counts, count: (what, by = 1) => void counts.set(what, (counts.get(what) ?? 0) + by) };
}

/** What must have happened in any run of a few hundred schedules; counted where it happens. */
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
  'queue: redriven after days',
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
  'flag: raised',
  'flag: moved',
  'flag: reopened',
  'flag: kept',
  'flag: withdrawn',
  'people: claimed',
  'people: renewed',
  'people: took over after a lease',
  'people: held',
  'people: released',
  'people: decided',
  'people: found',
  'people: read a question',
  'people: opened a protected case',
  'people: retried under the same key',
  'people: double click',
  'people: another body under a key',
  'people: session changed',
  'people: office transfer',
  'answer: not-found',
  'answer: not-allowed',
  'answer: access-reason-needed',
  'answer: case-moved',
  'answer: held-by-another',
  'answer: not-claimed',
  'answer: key-used-otherwise',
  'answer: try-again',
  'answer: lost',
  'rest: finding sent again by a reader',
  'rest: decided',
  'rest: restricted',
] as const;
