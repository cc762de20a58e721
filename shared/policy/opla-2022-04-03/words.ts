/** What the guidance's page says beside its rules. */
import type { ActionWords, InstrumentWords } from '../document/words.ts';
import { closure, actions as interim, notices } from '../opla-2021-05-27/suggestions-in-words.ts';
import { parameters } from './parameters.ts';
import { arrestedAtBorder, entryElements, notArrested } from './priorities/border-security.ts';
import { violationAlleged } from './priorities/national-security.ts';
import { conductRecorded } from './priorities/public-safety.ts';
import { questions } from './questions.ts';

const { enteredAfter, enteredUnlawfully } = entryElements(parameters);

const PREFERENCE = 'OPLA guidance (Apr. 3, 2022), exercise of prosecutorial discretion, nonpriority cases';
const NONPRIORITY = 'lane `own-motion`, no priority, no legal insufficiency';

const actions = {
  'decline-to-file': {
    says: 'Do not file the notice to appear.',
    when: 'lane `own-motion`; no priority; the notice is not filed.',
    cite: PREFERENCE,
    known: 'two-sources',
  },
  'cancel-nta': {
    says: 'Cancel the notice to appear, which cannot stand in law.',
    when: 'lane `own-motion`; legal insufficiency holds; the notice is not filed.',
    cite: '8 CFR 239.2(a)(1) to (3)',
    known: 'one-source',
  },
  dismiss: {
    says: 'Move to dismiss without prejudice, with or without consent.',
    when: 'lane `own-motion`; pending or on appeal. The paragraph named is the first that applies: 239.2(a)(1) evidence of nationality, (2) not removable, (3) deceased; otherwise (7).',
    cite: `${PREFERENCE}; that consent is not needed, and 8 CFR 239.2(a), (c), 1239.2(c): one source`,
    known: 'two-sources',
  },
  'administratively-close': {
    says: 'Move for administrative closure, with or without consent.',
    when: `${NONPRIORITY}; pending; not in custody, which must be on record; the court's authority to close is known (table below); the day is May 27, 2021 or later, since nothing is known of earlier days.`,
    cite: PREFERENCE,
    known: 'two-sources',
  },
  stipulate: {
    says: 'Stipulate to issues, relief or bond.',
    when: `${NONPRIORITY}; pending.`,
    cite: PREFERENCE,
    known: 'two-sources',
  },
  continue: {
    says: 'Agree to a continuance for good cause.',
    when: `${NONPRIORITY}; pending; and either relief other than asylum or cancellation is announced or pending, with no bar and no finding against prima facie eligibility on record, or a criminal charge is pending.`,
    cite: `${PREFERENCE}; 8 CFR 1003.29`,
    known: 'two-sources',
  },
  'no-appeal': {
    says: 'Do not appeal a decision for the respondent.',
    when: `${NONPRIORITY}; pending.`,
    cite: PREFERENCE,
    known: 'two-sources',
  },
  'withdraw-appeal': {
    says: "Withdraw the government's appeal.",
    when: 'lane `own-motion`; on appeal by the government.',
    cite: PREFERENCE,
    known: 'two-sources',
  },
  'join-motion-to-reopen': {
    says: 'Join in a motion to reopen.',
    when: 'a final order; no priority, and none unknown; the respondent does not oppose and is not deceased. No ground is needed.',
    cite: `${PREFERENCE}; 8 CFR 1003.23(b)(4)(iv) (unverified)`,
    known: 'two-sources',
  },
  'custody-review': {
    says: interim['custody-review'].says,
    when: interim['custody-review'].when,
    cite: 'Carried over from the interim memo; no text of this guidance on it was read',
    known: 'product',
  },
  'ask-position': interim['ask-position'],
} as const satisfies Record<string, ActionWords>;

export const words: InstrumentWords = {
  about: [
    'Guidance to the attorneys who represent the government in removal proceedings, read together with the guidelines of the Secretary of Homeland Security that it applies. Every case is classified as priority or nonpriority, and there is a strong preference to take nonpriority cases off the docket (two sources).',
    'The five situations of the interim memo of May 27, 2021 are not carried over, and none of them opens a lane here. Legal insufficiency is not discretion: it is the regulation that speaks, under any guidance.',
  ],
  questions,
  terms: {
    'national-security': [{ name: 'a human-rights violation is alleged', of: violationAlleged }],
    'public-safety': [{ name: 'conduct on record', of: conductRecorded }],
    'border-security': [
      { name: 'arrested at the border', of: arrestedAtBorder },
      { name: 'no arrest led to the case', of: notArrested },
      { name: 'entered after November 1, 2020', of: enteredAfter },
      { name: 'entered unlawfully', of: enteredUnlawfully },
    ],
  },
  laneNotes: [
    'The stage is *open* while the notice to appear is not filed and while the case is pending or on appeal. Removal, deportation and exclusion proceedings are *dismissible* under 8 CFR 239.2(c) and 1239.2(c); proceedings begun on Form I-863 are not (unverified).',
    "A motion may be made with or without the respondent's consent (one source), so opposition changes no lane.",
    'Nothing was read on compelling factors in a priority case, so none of them opens a lane. For public safety they are weighed in the finding itself.',
  ],
  actions,
  notices,
  closure,
};
