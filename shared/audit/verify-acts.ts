/** Whether people's half of a head rests on acts that are there and say the same, and findings on theirs. */
import { REVIEW_SOURCE } from '../../events/docket-update.ts';
import type { Act } from '../review/act.ts';
import { type ActBody, isSource, readBody, updateOf } from '../review/act-body.ts';
import type { Review } from '../review/review.ts';
import type { Fault, FaultKind } from './fault.ts';
import type { ReadEntries } from './verify-entries.ts';

interface ReadAct {
  readonly act: Act;
  readonly body: ActBody;
}

function fault(kind: FaultKind, id: string, field?: string): Fault {
  return { kind, item: 'act', id, ...(field !== undefined && { field }), by: 'ledger' };
}

function read(act: Act): ReadAct | undefined {
  try {
    // Not to be read is not to be as it was written; what stands there is nobody's to say.
    updateOf(act);
    return { act, body: readBody(act) };
  } catch {
    return undefined;
  }
}

interface Mention {
  readonly act: string;
  readonly kinds: readonly Act['kind'][];
  /** What the head says that the act must say too. */
  readonly says: Readonly<Record<string, unknown>>;
}

function mentionsOf({ decisions, hold, acts = [] }: Review): Mention[] {
  return [
    ...decisions.map(
      ({ act, by, name, at, decision }): Mention => ({
        act,
        kinds: ['decision'],
        says: { by, name, at, decision },
      }),
    ),
    ...(hold === undefined
      ? []
      : [
          {
            act: hold.act,
            kinds: ['hold'],
            says: { by: hold.by, name: hold.name, at: hold.at, until: hold.until },
          } as const,
        ]),
    ...acts.map((act): Mention => ({ act, kinds: ['hold', 'release'], says: {} })),
  ];
}

/** The acts that a head mentions are there, each once as a decision, and say what it says. */
function mentionFaults(review: Review, acts: ReadonlyMap<string, ReadAct>): Fault[] {
  const mentioned = mentionsOf(review).flatMap(({ act: id, kinds, says }) => {
    const found = acts.get(id);
    if (found === undefined) return fault('lost', id);
    if (!kinds.includes(found.act.kind)) return fault('edited', id, 'kind');
    const told: Readonly<Record<string, unknown>> = { ...found.body, ...found.act };
    return Object.keys(says)
      .filter((name) => says[name] !== told[name])
      .map((name) => fault('edited', id, name));
  });
  const decided = review.decisions.map(({ act }) => act);
  const twice = decided.filter((id, i) => decided.indexOf(id) !== i).map((id) => fault('inserted', id));
  const { hold, acts: named = [] } = review;
  const unnamed = hold !== undefined && !named.includes(hold.act) ? [fault('inserted', hold.act)] : [];
  return [...mentioned, ...twice, ...unnamed];
}

/** What the ledger has from reviewers is what their acts became, to the letter. */
function findingFaults(acts: ReadonlyMap<string, ReadAct>, { sound }: ReadEntries): Fault[] {
  return sound.flatMap(({ update }) => {
    if (update.source !== REVIEW_SOURCE) return [];
    const found = acts.get(update.id);
    if (found === undefined) return fault('lost', update.id);
    return isSource(found.act, update) ? [] : fault('edited', update.id, 'update');
  });
}

export function actFaults(review: Review | undefined, acts: readonly Act[], entries: ReadEntries): Fault[] {
  const readable = new Map(
    acts.flatMap((act) => {
      const known = read(act);
      return known === undefined ? [] : [[act.id, known] as const];
    }),
  );
  const unreadable = new Set(acts.filter(({ id }) => !readable.has(id)).map(({ id }) => id));
  const found = [...(review === undefined ? [] : mentionFaults(review, readable)), ...findingFaults(readable, entries)];
  return [
    ...[...unreadable].map((id) => fault('edited', id, 'body')),
    // What cannot be read is said once.
    ...found.filter(({ id }) => id === undefined || !unreadable.has(id)),
  ];
}
