/** Why a case stands where it stands, in the order in which a person should read it: facts, law, then the lane. */
import type { CalendarDate } from '../../events/dates.ts';
import type { Facts } from '../../events/facts.ts';
import { standingFacts } from '../../shared/docket/standing.ts';
import { isRestricted } from '../../shared/flag/compact.ts';
import type { Because, Classification } from '../../shared/policy/classification.ts';
import { classify } from '../../shared/policy/classify.ts';
import type { Instrument } from '../../shared/policy/instruments.ts';
import type { CaseHead } from '../../shared/store/store.ts';
import { factText } from '../fact-text.ts';
import { printable } from '../text.ts';

export interface Reason {
  /** Facts on record, or what is not. */
  facts: string;
  /** The sentence of law in plain words, and where it stands; absent when no rule decided. */
  law?: { text: string; cite: string };
}

/** What may be told of a case on a screen that others can see. */
export type CaseStory = { kind: 'restricted' } | { kind: 'open'; caseId: string; reason: Reason };

const MOST_FACTS = 3;

function factsOf(because: Because, facts: Facts): string {
  const told = because.facts.slice(0, MOST_FACTS).map((path) => factText(facts, path));
  return told.length === 0 ? 'nothing recorded against it' : told.join(', ');
}

function lawOf(because: Because | undefined): Pick<Reason, 'law'> {
  return because === undefined ? {} : { law: { text: because.text, cite: because.cite } };
}

/** The ground that holds or, when none does, one that may. */
function groundOf({ because, grounds }: Classification): Because | undefined {
  const raised = because.filter(({ rule }) => rule in grounds);
  return raised.find(({ holds }) => holds === true) ?? raised[0];
}

function priorityHeld({ because, priorities }: Classification): Because | undefined {
  return because.find(({ rule, holds }) => holds === true && rule in priorities);
}

/** What stands against the ground, so that a person must weigh it. */
function against(classification: Classification, facts: Facts): string {
  const priority = priorityHeld(classification);
  if (priority !== undefined) return `against it ${priority.rule}: ${factsOf(priority, facts)}`;
  const isAggravated =
    Object.keys(facts.pendingCharges ?? {}).length > 0 || Object.values(facts.aggravating ?? {}).includes(true);
  return isAggravated ? 'against it: aggravating factors on record' : '';
}

function whyNone(classification: Classification, facts: Facts): Reason {
  const { notices } = classification;
  if (notices.includes('respondent-opposes')) return { facts: factText(facts, 'respondentPosition') };
  const priority = classification.because.find(
    ({ rule, holds }) => holds === true && rule in classification.priorities,
  );
  if (priority !== undefined) return { facts: factsOf(priority, facts), ...lawOf(priority) };
  return { facts: `${factText(facts, 'stage')}, ${factText(facts, 'proceeding')}` };
}

export function reasonFor(classification: Classification, facts: Facts): Reason {
  const { lane, needs } = classification;
  const decisive = needs.length === 0 ? '' : `missing: ${needs.map(printable).join(', ')}`;
  switch (lane) {
    case 'none':
      return whyNone(classification, facts);
    case 'triage':
      return { facts: ['no ground on record', decisive].filter(Boolean).join('; ') };
    case 'own-motion':
    case 'supervisor':
    case 'needs-facts': {
      const ground = groundOf(classification);
      // What a ground that only may hold rests on is what is missing.
      const told = ground?.holds === true ? factsOf(ground, facts) : '';
      const contrary = lane === 'own-motion' ? '' : against(classification, facts);
      return { facts: [decisive, told, contrary].filter(Boolean).join('; '), ...lawOf(ground) };
    }
  }
}

/** The story of a case from its head; a restricted one has none. */
export function storyOf(head: CaseHead, instrument: Instrument, asOf: CalendarDate): CaseStory {
  const standing = standingFacts(head.record);
  const classification = classify(instrument, head.caseId, standing, asOf);
  if (isRestricted(classification)) return { kind: 'restricted' };
  return { kind: 'open', caseId: head.caseId, reason: reasonFor(classification, standing.facts) };
}
