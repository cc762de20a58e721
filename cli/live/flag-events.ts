/** What happened to flags between two looks at the queue. */
import type { LiveLane } from '../../shared/flag/flag.ts';
import type { QueuedFlag } from '../../shared/store/store.ts';

export interface FlagEvent {
  kind: 'raised' | 'moved' | 'withdrawn';
  caseKey: string;
  /** Restricted before or after: then nothing that points to the person is shown. */
  restricted: boolean;
  from?: { office: string; lane: LiveLane };
  to?: { office: string; lane: LiveLane };
}

/** The queue as it was seen, by case. */
export type SeenFlags = ReadonlyMap<string, QueuedFlag>;

export async function lookAt(flags: AsyncIterable<QueuedFlag>): Promise<SeenFlags> {
  const seen = new Map<string, QueuedFlag>();
  for await (const flag of flags) seen.set(flag.caseKey, flag);
  return seen;
}

function placeOf({ office, lane }: QueuedFlag) {
  return { office, lane };
}

function hasMoved(before: QueuedFlag, after: QueuedFlag): boolean {
  return before.office !== after.office || before.lane !== after.lane;
}

/** In the order in which they happened; withdrawals, of which the queue no longer tells the time, come last. */
export function flagEvents(before: SeenFlags, after: SeenFlags): FlagEvent[] {
  const changed = [...after.values()]
    .filter((flag) => {
      const known = before.get(flag.caseKey);
      return known === undefined || hasMoved(known, flag);
    })
    .sort((one, other) => (one.flag.changedAt < other.flag.changedAt ? -1 : 1));
  const events = changed.map((flag): FlagEvent => {
    const known = before.get(flag.caseKey);
    const { caseKey } = flag;
    if (known === undefined) return { kind: 'raised', caseKey, restricted: flag.restricted, to: placeOf(flag) };
    const restricted = flag.restricted || known.restricted;
    return { kind: 'moved', caseKey, restricted, from: placeOf(known), to: placeOf(flag) };
  });
  const withdrawn = [...before.values()]
    .filter(({ caseKey }) => !after.has(caseKey))
    .map(
      (flag): FlagEvent => ({
        kind: 'withdrawn',
        caseKey: flag.caseKey,
        restricted: flag.restricted,
        from: placeOf(flag),
      }),
    );
  return [...events, ...withdrawn];
}
