/** What happened to flags between two looks at the queue. */
import type { LiveLane } from '../../shared/flag/flag.ts';
import type { QueuedFlag } from '../../shared/store/store.ts';

export interface FlagEvent {
  /** `decided`, `reopened`: a person's decision stands now, or no longer; what it was is not told here. */
  kind: 'raised' | 'moved' | 'decided' | 'reopened' | 'withdrawn';
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

function kindOf(before: QueuedFlag | undefined, after: QueuedFlag): FlagEvent['kind'] | undefined {
  if (before === undefined) return 'raised';
  if (before.part !== after.part) return after.part === 'decided' ? 'decided' : 'reopened';
  return before.office !== after.office || before.lane !== after.lane ? 'moved' : undefined;
}

/** A decision changes nothing of the machine's half. */
function changedAt({ part, flag, review }: QueuedFlag): string {
  return part === 'decided' ? (review?.decisions.at(-1)?.at ?? flag.changedAt) : flag.changedAt;
}

/** In the order in which they happened; withdrawals, of which the queue no longer tells the time, come last. */
export function flagEvents(before: SeenFlags, after: SeenFlags): FlagEvent[] {
  const events = [...after.values()]
    .sort((one, other) => (changedAt(one) < changedAt(other) ? -1 : 1))
    .flatMap((flag): FlagEvent[] => {
      const known = before.get(flag.caseKey);
      const kind = kindOf(known, flag);
      if (kind === undefined) return [];
      const { caseKey } = flag;
      if (known === undefined) return [{ kind, caseKey, restricted: flag.restricted, to: placeOf(flag) }];
      const restricted = flag.restricted || known.restricted;
      return [{ kind, caseKey, restricted, from: placeOf(known), to: placeOf(flag) }];
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
