/** Words for what a case says in codes, as its page shows them. */

import type { Destination, StandsBecause, UpdateReference } from '../../shared/policy/explanation/case-explanation.ts';
import type { Act } from '../../shared/review/act.ts';
import type { CaseView, TimelineEvent } from '../../shared/review/api/answers.ts';
import type { DecisionKind } from '../../shared/review/review.ts';
import { LANE_WORDS } from '../app/lanes.ts';
import { dayInWords, isDay } from '../ui/days.ts';

export type Explained = CaseView['explanation'];
export type Truth = Explained['rules'][number]['holds'];
export type LaneName = Explained['classification']['lane'];
type Status = Explained['policy']['status'];
type Confidence = Explained['rules'][number]['confidence'];
export type UpdateEvent = Extract<TimelineEvent, { kind: 'update' }>;
export type ActEvent = Extract<TimelineEvent, { kind: 'act' }>;

export function truthText(truth: Truth): string {
  return truth === 'unknown' ? 'not known' : truth ? 'yes' : 'no';
}

export function laneName(lane: LaneName): string {
  return lane === 'none' ? 'No flag' : LANE_WORDS[lane].name;
}

export const LANES_MEAN: Readonly<Record<LaneName, string>> = {
  'own-motion': 'an attorney could move without being asked',
  supervisor: 'a supervisor looks before anything is moved',
  'needs-facts': 'what is missing decides',
  triage: 'a person looks; nothing is suggested yet',
  none: 'no flag is raised',
};

export const PROVENANCE: Readonly<Record<UpdateReference['provenance'], string>> = {
  record: 'record',
  respondent: 'the respondent says so',
  'third-party': 'a third party says so',
  prohibited: 'prohibited source, 8 U.S.C. 1367(a)(1)',
};

export const POLICY_STATUS: Readonly<Record<Status, string>> = {
  'not-yet': 'Not yet in force',
  'in-force': 'In force',
  suspended: 'Suspended',
  superseded: 'Superseded',
};

export const CONFIDENCE: Readonly<Record<Confidence, string>> = {
  'two-sources': 'read in two sources',
  'one-source': 'read in one source',
  unverified: 'unverified',
};

export const STANDS: Readonly<Record<StandsBecause, string>> = {
  'higher-sequence': 'it comes later in its source of record (its sequence is higher)',
  'same-sequence-higher-source': 'of one sequence, the source, id and content that sort higher stand',
  'not-from-a-prohibited-source': 'what a prohibited source says never replaces what another says',
  'protection-stands': 'that protected information is on file stands until a named role clears it',
};

export const DECISION_NAMES: Readonly<Record<DecisionKind, string>> = {
  'move-to-dismiss': 'Move to dismiss',
  'move-to-close': 'Move for administrative closure',
  'cancel-nta': 'Cancel the notice to appear',
  'other-discretion': 'Use discretion in another way',
  decline: 'Decline: leave the case as it is',
  refer: 'Refer to a supervisor',
};

export const ACT_NAMES: Readonly<Record<Act['kind'], string>> = {
  decision: 'Decided',
  finding: 'Recorded a finding',
  reading: 'Answered an open question',
  hold: 'Put on hold',
  release: 'Released',
  access: 'Opened this protected case',
  'blind-review': 'Answered in a blind review',
};

/** The title of a rule; its id where the explanation does not hold it. */
export function titlesOf({ rules }: Explained): (rule: string) => string {
  return (id) => rules.find(({ rule }) => rule === id)?.title ?? id;
}

export function priorityText(priority: string, titleOf: (rule: string) => string): string {
  if (priority === 'none') return 'no priority';
  return priority === 'undetermined' ? 'priority not determined' : titleOf(priority);
}

export function destinationText({ lane, priority, joinsReopening }: Destination, titleOf: (rule: string) => string) {
  const joining = joinsReopening ? ', joining in a motion to reopen' : '';
  return `${laneName(lane)} (${priorityText(priority, titleOf)}${joining})`;
}

/** A whole value, alone or as one part of several: "day of the last entry: 2019-05-17; manner: paroled". */
const VALUE_OF_A_DAY = /(?<=^|: )\d{4}-\d\d-\d\d(?=$|; )/g;

/** A value as the record has it; a whole day as people write it. What only looks like a day stays as it is. */
export function valueText(value: string): string {
  return value.replace(VALUE_OF_A_DAY, (day) => (isDay(day) ? dayInWords(day) : day));
}

/** A sentence begins with a capital; names of facts and answers do not. */
export function sentence(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
