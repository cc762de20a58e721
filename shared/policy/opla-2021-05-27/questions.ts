/** The questions the memo leaves open, in words. None of the answers was found in an authority. */
import type { QuestionWords } from '../document/words.ts';

export const questions = {
  'border-re-entry': {
    asks: 'Someone was here before November 1, 2020, left, and came back on or after that day. Was he or she "not physically present in the United States before November 1, 2020"?',
    raisedWhen:
      'presence before that day is proved, and a last entry on or after it, other than by admission, is on record. Without a recorded re-entry nothing is asked.',
    answers: {
      'any-earlier-presence': 'Any earlier stay is enough: the second prong does not hold.',
      'present-stay': 'Only the present stay counts: the second prong holds.',
    },
    source:
      'ICE interim guidance (Feb. 18, 2021), border security, second prong, adopted by the OPLA memo (May 27, 2021). A secondary gloss (immigrantarc.org) points to the second answer. An arrest at the border, the first prong, does not turn on this.',
  },
  'border-admitted': {
    asks: 'Does the second prong reach someone who was lawfully admitted on or after November 1, 2020 and stayed too long?',
    raisedWhen:
      'the second prong is otherwise met and the recorded manner of the last entry is admission. Parole is not admission; where no manner is recorded nothing is asked.',
    answers: {
      literal: 'The words name no unlawful entry: the second prong holds.',
      'unlawful-entry-only': 'The category is about unlawful entry: the second prong does not hold.',
    },
    source:
      'ICE interim guidance (Feb. 18, 2021), border security, second prong. The later DHS guidelines (Sept. 30, 2021) and OPLA guidance (Apr. 3, 2022) do ask for unlawful entry.',
  },
  'gang-age': {
    asks: 'Must the person have been "not younger than 16" when taking part in the gang, or is the age now enough?',
    raisedWhen:
      'participation ended before the 16th birthday and the person is 16 or older on the day of the answer. One day of it at 16 or older is met on either reading; a person still under 16 meets neither. The 16th birthday itself counts.',
    answers: {
      'at-participation': 'The age when taking part counts: not met.',
      'present-age': 'The age now counts: met.',
    },
    source:
      "ICE interim guidance (Feb. 18, 2021), public safety, third arm, in words from Secretary Jeh Johnson's memo of Nov. 20, 2014. Vecina and Wilner & O'Reilly read the age at participation; a coalition letter of Apr. 1, 2021 does not.",
  },
  'juvenile-finding': {
    asks: 'Is a finding of juvenile delinquency a conviction where the gang element is concerned?',
    raisedWhen:
      'an entry is recorded as a juvenile adjudication and has, or may have, the gang element. As an aggravated felony such a finding never counts, and nothing is asked.',
    answers: {
      counts: 'The entry stands as a conviction with the gang element.',
      'does-not-count': 'It does not.',
    },
    source:
      '18 U.S.C. 521(a), which counts some violent and drug findings, for the gang element only; Matter of Devison, 22 I&N Dec. 1362 (BIA 2000): under the INA a juvenile finding is no conviction.',
  },
  'gang-enhancement': {
    asks: 'Is a gang enhancement of the sentence an "element" of the offense?',
    raisedWhen: 'an entry carries a gang enhancement and no attorney has found whether it has the gang element.',
    answers: {
      element: 'The entry has the gang element.',
      'not-element': 'It has not; taking part in a gang may still count by itself.',
    },
    source: 'ICE interim guidance (Feb. 18, 2021), public safety, second arm; 18 U.S.C. 521(a).',
  },
  'military-relative': {
    asks: 'Who is an "immediate relative" of a member of the Armed Forces?',
    raisedWhen:
      'a sibling or a more distant relative serves or served, and the service itself counts or may count. The respondent, a spouse, a parent and a child raise no question.',
    answers: {
      'spouse-parent-child': 'Neither a sibling nor another relative counts.',
      'and-siblings': 'A sibling counts; another relative does not.',
      'any-family': 'Both count.',
    },
    source:
      'OPLA memo (May 27, 2021), Dismissal of Proceedings, category 1; NIPNLG practice alert (June 21, 2021), footnote 13: the terms differ from those of the INA.',
  },
} as const satisfies Record<string, QuestionWords>;
