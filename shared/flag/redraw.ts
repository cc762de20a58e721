/**
 * Draws a head again from the record it holds, as of another day or under another instrument: the same code as when an
 * update comes, without an update.
 */
import type { CalendarDate } from '../../events/dates.ts';
import type { Instrument } from '../policy/instruments.ts';
import type { CaseHead } from '../store/store.ts';
import type { FlagChange } from './flag.ts';
import { drawHead, type HeadContent } from './head.ts';

export interface Redrawing {
  readonly instrument: Instrument;
  readonly asOf: CalendarDate;
  /** Instant at which a change of the flag is dated, ISO 8601 in UTC. */
  readonly at: string;
  readonly shards: number;
}

export interface Redrawn {
  readonly content: HeadContent;
  readonly change: FlagChange;
  /** Whether there is anything to write: the day of classifying alone is nothing. */
  readonly isChanged: boolean;
}

/** Whether the machine's half of a head says the same twice, its record and members aside. */
export function saysTheSame(one: HeadContent, other: HeadContent): boolean {
  return (
    one.policyHash === other.policyHash &&
    one.classification.digest === other.classification.digest &&
    one.queue?.partition === other.queue?.partition &&
    one.queue?.order === other.queue?.order &&
    one.hearingOn === other.hearingOn &&
    one.detained === other.detained &&
    one.nextChangeOn === other.nextChangeOn
  );
}

export function redrawHead(head: CaseHead, redrawing: Redrawing): Redrawn {
  const { caseKey, caseId, members, record, review } = head;
  const drawn = drawHead({ ...redrawing, caseKey, caseId, members, record, review, previous: head });
  return { ...drawn, isChanged: drawn.change !== 'unchanged' || !saysTheSame(head, drawn.content) };
}
