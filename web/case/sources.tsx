/** Who says so: updates by number, with a link from every fact and step to the update in the timeline. */
import type { UpdateReference } from '../../shared/policy/explanation/case-explanation.ts';
import type { TimelineEvent } from '../../shared/review/api/answers.ts';
import { dayInWords } from '../ui/days.ts';
import { PROVENANCE } from './words.ts';

/** The number of an update among those of the case; undefined where the case has no such update. */
export type NumberOf = (update: Pick<UpdateReference, 'source' | 'id' | 'sequence'>) => number | undefined;

/** By rank, as the explanation lists them. Updates of one source, id and sequence share the first number. */
export function numbersOf(updates: readonly UpdateReference[]): NumberOf {
  const keyOf = ({ source, id, sequence }: Parameters<NumberOf>[0]) => JSON.stringify([source, id, sequence]);
  const numbers = new Map<string, number>();
  for (const [index, update] of updates.entries()) {
    const key = keyOf(update);
    if (!numbers.has(key)) numbers.set(key, index + 1);
  }
  return (update) => numbers.get(keyOf(update));
}

export function anchorOf(number: number): string {
  return `update-${number}`;
}

/** Events that carry the anchor of their number: the first of each, so that no anchor stands twice. */
export function anchored(timeline: readonly TimelineEvent[], numberOf: NumberOf): ReadonlyMap<TimelineEvent, number> {
  const found = new Map<number, TimelineEvent>();
  for (const event of timeline) {
    const number = event.kind === 'update' ? numberOf(event) : undefined;
    if (number !== undefined && !found.has(number)) found.set(number, event);
  }
  return new Map([...found].map(([number, event]) => [event, number]));
}

export function SourceLink({ update, numberOf }: { readonly update: UpdateReference; readonly numberOf: NumberOf }) {
  const number = numberOf(update);
  if (number === undefined) return null;
  return (
    <a class="case-source-link" href={`#${anchorOf(number)}`} aria-label={`update ${number}`}>
      [{number}]
    </a>
  );
}

const REVIEW_SOURCE = 'urn:own-motion:review';

export function sourceText(source: string): string {
  return source === REVIEW_SOURCE ? 'a person, in review' : source;
}

/** The source of a fact with its day and how it came to be known. */
export function SourceLine({ update, numberOf }: { readonly update: UpdateReference; readonly numberOf: NumberOf }) {
  const { source, provenance, on } = update;
  return (
    <>
      <span class="case-nowrap">{on === undefined ? 'undated' : dayInWords(on)}</span>, {PROVENANCE[provenance]},{' '}
      <span class="case-code">{sourceText(source)}</span> <SourceLink update={update} numberOf={numberOf} />
    </>
  );
}
