/**
 * The sentences of a draft motion, each chosen by one of its terms. They are ours, in neutral words; what counsel must
 * fill in or check stands in brackets. A ground of discretion reads the same whichever it was.
 */
import type { MotionTerms } from './motion-terms.ts';

type Words<K extends keyof MotionTerms> = Readonly<Record<MotionTerms[K], string>>;

export const HEADING = 'DRAFT';
export const FOOTER =
  'DRAFT. Not filed, not served. An attorney completes what stands in brackets, checks every citation, and decides.';

export const TITLES: Words<'motion'> = {
  'move-to-dismiss': "DEPARTMENT OF HOMELAND SECURITY'S MOTION TO DISMISS WITHOUT PREJUDICE",
  'move-to-close': "DEPARTMENT OF HOMELAND SECURITY'S MOTION FOR ADMINISTRATIVE CLOSURE",
};

export const BEFORE: Words<'forum'> = {
  court: '[Immigration Court, city and state]',
  board: '[Board of Immigration Appeals]',
};

export const ADJUDICATOR: Words<'forum'> = { court: 'the Immigration Judge', board: 'the Board' };

export const IN_PROCEEDINGS: Words<'proceeding'> = {
  removal: '[in removal proceedings]',
  deportation: '[in deportation proceedings]',
  exclusion: '[in exclusion proceedings]',
  other: '[kind of proceedings]',
};

export const DISMISSAL_AUTHORITY =
  'Once proceedings have begun, counsel for the government may move for dismissal on any ground for which a notice to ' +
  'appear may be cancelled. 8 CFR 239.2(a), (c); 8 CFR 1239.2(c). Dismissal is without prejudice to either party.';

export const ON_APPEAL = 'The case is on appeal, and the motion is therefore made to the Board of Immigration Appeals.';

/** The regulation's grounds. */
export const GROUNDS: Words<'paragraph'> = {
  '239.2(a)(1)':
    'The ground is 8 CFR 239.2(a)(1): there is probative evidence that the respondent is a national of the United States.',
  '239.2(a)(2)':
    'The ground is 8 CFR 239.2(a)(2): the respondent is not deportable or inadmissible under the immigration laws.',
  '239.2(a)(3)': 'The ground is 8 CFR 239.2(a)(3): the respondent has died.',
  '239.2(a)(7)':
    'The ground is 8 CFR 239.2(a)(7): circumstances have changed after the notice to appear was issued to such an extent ' +
    'that to go on is no longer in the best interest of the government.',
};

export const DISCRETION =
  'The Department has looked at the case as a whole and makes this motion in the exercise of its prosecutorial discretion.';
export const NO_PARTICULARS = '[Counsel: state particulars only where they may stand in a filing.]';

export const CLOSURE_AUTHORITY: Readonly<Record<MotionTerms['forum'], Words<'era'>>> = {
  court: {
    circuit: 'Authority to close the case administratively: [Counsel: cite the decision of the court of appeals].',
    'cruz-valdez':
      'Immigration judges may close cases administratively. Matter of Cruz-Valdez, 28 I&N Dec. 326 (A.G. 2021). ' +
      '[Counsel: confirm that the court of appeals has not held otherwise.]',
    'rule-of-2024': 'Immigration judges may close cases administratively. 8 CFR 1003.18(c).',
  },
  board: {
    circuit: 'Authority to close the case administratively: [Counsel: cite the decision of the court of appeals].',
    'cruz-valdez':
      'The Board may close cases administratively. Matter of Cruz-Valdez, 28 I&N Dec. 326 (A.G. 2021). [Counsel: confirm ' +
      'that the court of appeals has not held otherwise.]',
    'rule-of-2024':
      'The Board may close cases administratively. [Counsel: confirm the paragraph of 8 CFR 1003.1 that corresponds to ' +
      '8 CFR 1003.18(c).]',
  },
};

export const CLOSURE_WEIGHED =
  'The main question is whether a party that opposes closure has a persuasive reason for the case to go on and be decided ' +
  'on the merits. Matter of W-Y-U-, 27 I&N Dec. 17 (BIA 2017).';

/** Since the rule of 2024; before it, nothing is said of how such a motion is decided. */
export const GENERALLY_GRANTED: Readonly<Record<MotionTerms['motion'], string>> = {
  'move-to-dismiss':
    'A joint or affirmatively unopposed motion is generally granted. 8 CFR 1239.2(c); 89 FR 46742 (May 29, 2024).',
  'move-to-close':
    'A joint or affirmatively unopposed motion is generally granted. 8 CFR 1003.18(c); 89 FR 46742 (May 29, 2024).',
};

export const POSITION: Words<'position'> = {
  consents: 'The respondent consents to this motion. [Counsel: confirm before filing.]',
  'does-not-oppose': 'The respondent does not oppose this motion. [Counsel: confirm before filing.]',
  opposes: 'The respondent opposes this motion. [Counsel: confirm before filing.]',
  'not-known': "[Counsel: ask for the respondent's position and state it.]",
};
export const POSITION_OF_THE_DECEASED = '[Counsel: state the position of counsel of record, if there is one.]';

export const PRAYERS: Words<'motion'> = {
  'move-to-dismiss': 'grant this motion and dismiss the proceedings without prejudice.',
  'move-to-close':
    'grant this motion and close the case administratively, so that either party may move to recalendar it.',
};

export const SIGNATURE = [
  'Respectfully submitted, [date]',
  '[signature, name, title, office and address of counsel for the Department of Homeland Security]',
  '[certificate of service]',
] as const;
