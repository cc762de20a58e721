/** The updates of a case as they were received, and what stood when so many of them were in. */
import { canonicalText } from '../docket/content-hash.ts';
import { type AcceptedUpdate, type Evidence, evidenceOf, type StandingFact } from '../policy/explanation/evidence.ts';
import { nameOf, valueWords } from '../policy/explanation/fact-words.ts';
import { inSchemaOrder, pathOf } from '../policy/explanation/places.ts';

/** An update of a case that its head contains. */
export interface LedgerUpdate extends AcceptedUpdate {
  /** Instant, ISO 8601 in UTC. */
  readonly receivedAt: string;
  /** Its place, from 0, in the order in which those that the viewer may know were received. */
  readonly place: number;
}

/** A fact that is not what it was, in words. */
export interface ChangedFact {
  path: string;
  name: string;
  from: string;
  to: string;
}

function told(fact: StandingFact | undefined): string {
  if (fact === undefined) return 'not recorded';
  const words = valueWords(fact.place, fact.value);
  return fact.prohibitedOnly ? `${words} (only a prohibited source says so)` : words;
}

function isSame(one: StandingFact | undefined, other: StandingFact | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return one.prohibitedOnly === other.prohibitedOnly && canonicalText(one.value) === canonicalText(other.value);
}

/** The facts that differ between two states of one case, in the order of the event schema. */
export function changedFacts(before: Evidence, after: Evidence): ChangedFact[] {
  const keys = new Set([...before.facts.keys(), ...after.facts.keys()]);
  return inSchemaOrder(keys).flatMap((key): ChangedFact[] => {
    const [from, to] = [before.facts.get(key), after.facts.get(key)];
    const place = (to ?? from)?.place;
    if (place === undefined || isSame(from, to)) return [];
    return [{ path: pathOf(place), name: nameOf(place), from: told(from), to: told(to) }];
  });
}

export function evidenceOfFirst(updates: readonly LedgerUpdate[], count: number): Evidence {
  return evidenceOf(updates.filter(({ place }) => place < count));
}

export function evidenceUntil(updates: readonly LedgerUpdate[], instant: string): Evidence {
  return evidenceOf(updates.filter(({ receivedAt }) => receivedAt <= instant));
}
