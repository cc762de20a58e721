/**
 * What a step would mean for the respondent, in our own words and with how well each statement is known. It is shown for
 * every step alike, declining among them, so that nobody chooses without having read it; it says nothing of what to do.
 */
import type { DecisionKind } from '../../shared/review/review.ts';
import { dayInWords } from '../ui/days.ts';

export type Known = 'two-sources' | 'one-source' | 'unverified';

export interface Consequence {
  readonly about: string;
  readonly says: string;
  readonly known: Known;
}

const APPLICATION = 'Asylum application';
const PERMIT = 'Work permit';
const WARRANT = 'Warrant and detainer';
const EXPEDITED = 'Expedited removal';
const LATER = 'Afterwards';

const detainer =
  'A detainer lodged with another agency is no part of the proceedings and has to be looked for by itself.';

/** The first day of it; a test holds it to the law's own. */
export const EXPEDITED_REMOVAL_FROM = '2025-01-21';

/**
 * The exposure depends on the day and on presence. The notice of an explanation says so only where the instrument
 * suggests to dismiss; a person may choose that in any case.
 */
function expeditedRemoval(asOf: string): Consequence {
  const when =
    asOf >= EXPEDITED_REMOVAL_FROM
      ? 'On the day this case is shown as of'
      : `Not yet on the day this case is shown as of; from ${dayInWords(EXPEDITED_REMOVAL_FROM)} on,`;
  return {
    about: EXPEDITED,
    says: `${when} a person outside proceedings before a judge, with less than two years of presence, can be exposed to expedited removal.`,
    known: 'two-sources',
  };
}

function dismissal(asOf: string): readonly Consequence[] {
  return [
    {
      about: APPLICATION,
      says: 'An asylum application in these proceedings ends with them. It is not decided.',
      known: 'two-sources',
    },
    { about: PERMIT, says: 'A work permit built on that application loses what it rests on.', known: 'two-sources' },
    {
      about: 'Other relief',
      says: 'Relief that only the judge can give in these proceedings, such as cancellation of removal, can no longer be given in them.',
      known: 'unverified',
    },
    {
      about: WARRANT,
      says: `An arrest warrant that was issued with the notice is cancelled, 8 CFR 239.2(e). ${detainer}`,
      known: 'unverified',
    },
    expeditedRemoval(asOf),
    {
      about: LATER,
      says: 'Dismissal is without prejudice: the government may begin again with a new notice.',
      known: 'two-sources',
    },
  ];
}

const closure: readonly Consequence[] = [
  { about: APPLICATION, says: 'Applications before the court stay pending.', known: 'two-sources' },
  { about: PERMIT, says: 'A work permit built on a pending application keeps what it rests on.', known: 'unverified' },
  {
    about: WARRANT,
    says: `Closure by itself changes neither a warrant nor conditions of release. ${detainer}`,
    known: 'unverified',
  },
  {
    about: EXPEDITED,
    says: 'The proceedings are not ended, so the person is still in them.',
    known: 'unverified',
  },
  {
    about: LATER,
    says: 'The case leaves the calendar without an end. Either side can ask for it to be put back.',
    known: 'two-sources',
  },
];

function cancellation(asOf: string): readonly Consequence[] {
  return [
    {
      about: APPLICATION,
      says: 'No proceedings have begun before a judge, so no application in them ends.',
      known: 'unverified',
    },
    { about: PERMIT, says: 'It does not touch a permit that rests on something else.', known: 'unverified' },
    {
      about: WARRANT,
      says: `Cancelling the notice cancels the arrest warrant, 8 CFR 239.2(e). ${detainer}`,
      known: 'unverified',
    },
    expeditedRemoval(asOf),
    { about: LATER, says: 'The person has to be told. A new notice may be issued.', known: 'one-source' },
  ];
}

const stays: readonly Consequence[] = [
  {
    about: 'The proceedings',
    says: 'They go on as they are: applications stay pending, and hearings, warrants and custody are unchanged.',
    known: 'unverified',
  },
];

const continuance: readonly Consequence[] = [
  { about: APPLICATION, says: 'It stays pending, and is heard later.', known: 'unverified' },
  {
    about: PERMIT,
    says: 'A delay that the respondent asks for can stop the clock on which a first permit for an asylum applicant runs.',
    known: 'unverified',
  },
  { about: WARRANT, says: 'Custody and warrants are unchanged; a detained person stays longer.', known: 'unverified' },
];

const reopening: readonly Consequence[] = [
  {
    about: 'The final order',
    says: 'If the motion is granted, the order no longer stands and the case is pending again.',
    known: 'unverified',
  },
  {
    about: 'Removal meanwhile',
    says: 'A motion does not by itself stop a removal until it is granted.',
    known: 'unverified',
  },
];

const appealDropped: readonly Consequence[] = [
  {
    about: "The judge's decision",
    says: 'It stands as to what the government appealed, and what it gave the respondent stays given.',
    known: 'unverified',
  },
];

const custody: readonly Consequence[] = [
  { about: 'Custody', says: 'Only custody and bond are looked at; the proceedings go on.', known: 'unverified' },
];

/**
 * @param step a suggestion of an instrument or a decision
 * @param asOf the day that the case is shown as of
 * @returns nothing for a step that changes nothing for the respondent, and for those of an office's own instrument
 */
export function consequencesOf(step: string, asOf: string): readonly Consequence[] {
  switch (step) {
    case 'dismiss':
    case 'move-to-dismiss':
      return dismissal(asOf);
    case 'administratively-close':
    case 'move-to-close':
      return closure;
    case 'cancel-nta':
    case 'decline-to-file':
      return cancellation(asOf);
    case 'continue':
      return continuance;
    case 'join-motion-to-reopen':
      return reopening;
    case 'withdraw-appeal':
    case 'no-appeal':
      return appealDropped;
    case 'custody-review':
      return custody;
    case 'decline':
    case 'refer':
      return stays;
    default:
      return [];
  }
}

/** What a decision comes to, in one line of about the same length for each. */
export const DECISION_LINES: Readonly<Record<DecisionKind, string>> = {
  'move-to-dismiss': 'The office asks the judge to end the proceedings, without prejudice.',
  'move-to-close': 'The office asks the judge to take the case off the calendar.',
  'cancel-nta': 'The office cancels the notice, which has not been filed with the court.',
  'other-discretion': 'Such as a continuance, a stipulation or custody; say which in the reason.',
  decline: 'The office goes on with the case; the reason says why.',
  refer: 'A supervisor looks at the case; the reason says what for.',
};

interface Paragraph {
  readonly says: string;
  readonly known: Known;
}

/** The paragraphs of 8 CFR 239.2(a) that a motion can stand on. */
export const PARAGRAPHS: Readonly<Record<string, Paragraph>> = {
  '239.2(a)(1)': { says: 'the respondent is a national of the United States', known: 'one-source' },
  '239.2(a)(2)': {
    says: 'the respondent is not deportable or inadmissible under the immigration laws',
    known: 'one-source',
  },
  '239.2(a)(3)': { says: 'the respondent is deceased', known: 'one-source' },
  '239.2(a)(7)': {
    says: 'circumstances have so changed since the notice was issued that to continue is no longer in the best interest of the government',
    known: 'one-source',
  },
};
