/** The memo's actions, notices and closure table in words, beside the code that lists them (`actions.ts`, `../law/`). */
import { dayInWords } from '../document/english.ts';
import type { ActionWords, ClosureRow, NoticeWords } from '../document/words.ts';
import { AUTHORITIES, type Authority, CLOSURE_SUGGESTED_FROM, RESTORED } from '../law/closure.ts';
import { EXPEDITED_REMOVAL_EXPANDED } from '../law/notices.ts';

const FLAGGED = 'lane `own-motion` or `supervisor`';

export const actions = {
  'cancel-nta': {
    says: 'Cancel the notice to appear, and tell the person.',
    when: `${FLAGGED}; the notice is not filed; the proceeding is dismissible.`,
    cite: 'OPLA memo, Notices to Appear; 8 CFR 239.2(a)',
    known: 'one-source',
  },
  dismiss: {
    says: 'Move to dismiss without prejudice.',
    when: `${FLAGGED}; pending or on appeal; the proceeding is dismissible; the respondent does not oppose, or legal insufficiency holds. The paragraph named is the first that applies: 239.2(a)(1) evidence of nationality, (2) not removable, (3) deceased; otherwise (7).`,
    cite: 'OPLA memo, Dismissal of Proceedings (that dismissal is generally appropriate: unverified); 8 CFR 239.2(a), (c), 1239.2(c) (one source)',
    known: 'two-sources',
  },
  'administratively-close': {
    says: 'Move for administrative closure.',
    when: `${FLAGGED}; pending; the proceeding is dismissible; the respondent does not oppose; legal insufficiency does not hold; not in custody, which must be on record; the court's authority to close is known (table below); the day is ${dayInWords(CLOSURE_SUGGESTED_FROM)} or later.`,
    cite: 'OPLA memo, Administrative Closure and Continuance of Proceedings',
    known: 'two-sources',
  },
  'withdraw-appeal': {
    says: "Withdraw the government's appeal.",
    when: `${FLAGGED}; on appeal by the government.`,
    cite: 'OPLA memo, appeals',
    known: 'two-sources',
  },
  'join-motion-to-reopen': {
    says: 'Join in a motion to reopen.',
    when: 'a final order; a ground holds; no priority holds; the respondent does not oppose and is not deceased.',
    cite: 'OPLA memo, joint motions to reopen; 8 CFR 1003.23(b)(4)(iv) (unverified)',
    known: 'two-sources',
  },
  continue: {
    says: 'Agree to a continuance.',
    when: 'pending; and either relief other than asylum or cancellation is announced or pending, with no bar and no finding against prima facie eligibility on record, or a criminal charge is pending and a ground holds or is unknown.',
    cite: 'OPLA memo, Administrative Closure and Continuance of Proceedings; 8 CFR 1003.29; Matter of L-A-B-R-, 27 I&N Dec. 405 (A.G. 2018)',
    known: 'two-sources',
  },
  'custody-review': {
    says: 'Look at custody and bond again.',
    when: 'in custody; and either legal insufficiency holds, or the stage is open and no priority holds.',
    cite: 'OPLA memo, Bond Proceedings',
    known: 'two-sources',
  },
  'ask-position': {
    says: "Ask for the respondent's position.",
    when: 'dismissal, closure or a joint motion is listed; the position is not on record; the respondent is not deceased.',
    cite: 'No text asks for it; a motion is easier to grant when it is joint or not opposed',
    known: 'product',
  },
  'consult-agency': {
    says: 'Ask the agency concerned before anything is done.',
    when: 'law-enforcement or other governmental interest holds or is unknown.',
    cite: 'OPLA memo, Dismissal of Proceedings, category 4',
    known: 'two-sources',
  },
} as const satisfies Record<string, ActionWords>;

export const notices = {
  'not-in-force': {
    says: 'The instrument is not in force on the day of the answer; this is what it would say.',
    when: 'its status on that day is anything but in force.',
  },
  'respondent-opposes': {
    says: 'The respondent opposes dismissal or closure.',
    when: 'the recorded position is opposition.',
  },
  'closure-unsettled': {
    says: 'Whether closure could be had is not settled.',
    when: `closure would be listed but for an unknown circuit, unknown custody, or a day before ${dayInWords(CLOSURE_SUGGESTED_FROM)}.`,
  },
  'expedited-removal-exposure': {
    says: 'Dismissal can expose a person with less than two years of presence to expedited removal.',
    when: `dismissal is listed and the day is ${dayInWords(EXPEDITED_REMOVAL_EXPANDED)} or later.`,
  },
  'dates-conflict': {
    says: 'An entry or arrest is dated before the earliest known presence. A person should look.',
    when: 'the day of the last entry or of the arrest certainly lies before `firstPresence`.',
  },
  restricted: {
    says: 'The grounds and facts of the case may be shown to few: 8 U.S.C. 1367, and information on cooperation with law enforcement.',
    when: 'any of these is on record: the mark of protected information; a VAWA self-petition, or a request for T or U status, or that status; the respondent is a victim of a serious crime, or, as a mitigating factor of the 2022 guidance, a victim, witness or party; anything on cooperation; anything from an abuser, trafficker or perpetrator.',
  },
} as const satisfies Record<string, NoticeWords>;

function availability({ from, onlyForWaiver }: Authority): string {
  const since = from === undefined ? 'already when the memo was issued, and since' : `from ${dayInWords(from)}`;
  return onlyForWaiver === true
    ? `${since}, and only to seek a provisional waiver, Form I-601A: a request with that waiver, not denied, must be on record`
    : since;
}

export const closure: readonly ClosureRow[] = [
  ...Object.entries(AUTHORITIES).map(([circuit, authority]) => ({
    circuit,
    available: availability(authority),
    source: authority.source,
  })),
  { circuit: 'all others', available: availability(RESTORED), source: RESTORED.source },
];
