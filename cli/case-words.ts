/** Words for what a classification says in codes, as `show` and `explain` print them. */
import type { Lane, Truth } from '../shared/policy/classification.ts';

export const HANDLING =
  'RESTRICTED: information in this file is protected (8 U.S.C. 1367; 8 CFR 208.6). Show it to no one without a legitimate ' +
  'official purpose, and do not confirm that it exists.';

export const PROHIBITED =
  'Assertions furnished solely by an abuser, trafficker or perpetrator are on file. They can raise a ground and read as ' +
  'absent everywhere else (8 U.S.C. 1367(a)(1)).';

const NOTICES: Readonly<Record<string, string>> = {
  'not-in-force': 'the instrument is not in force on this day: this is what it would say',
  'respondent-opposes': 'the respondent opposes dismissal or closure',
  'closure-unsettled': 'whether closure is available is not settled',
  'expedited-removal-exposure':
    'dismissal can expose a person with less than two years of presence to expedited removal',
  'dates-conflict': 'an entry or arrest is dated before the first presence on record',
  restricted: 'restricted information',
  'what-if': 'something was set for this run: this is not the answer of the policy',
};

const LANES: Readonly<Record<Lane, string>> = {
  'own-motion': 'an attorney could move without being asked',
  supervisor: 'a supervisor looks before anything is moved',
  'needs-facts': 'what is missing decides',
  triage: 'a person looks; nothing is suggested yet',
  none: 'no flag is raised',
};

export function noticeText(notice: string): string {
  return NOTICES[notice] ?? notice;
}

export function laneText(lane: Lane): string {
  return LANES[lane];
}

export function truthText(truth: Truth): string {
  return truth === 'unknown' ? 'not known' : truth ? 'yes' : 'no';
}
