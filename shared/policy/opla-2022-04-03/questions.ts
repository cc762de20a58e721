/** The questions the guidance leaves open, in words. None of the answers was found in an authority. */
import type { QuestionWords } from '../document/words.ts';

export const questions = {
  'border-entry-on-cut-off': {
    asks: 'Is an entry on November 1, 2020 itself "after November 1, 2020"?',
    raisedWhen: 'the last entry was on that day, and the rest of the second prong is met or may be.',
    answers: {
      'day-included': 'The entry counts.',
      'day-excluded': 'Only an entry from November 2, 2020 on counts.',
    },
    source:
      'DHS guidelines (Sept. 30, 2021), threat to border security. The interim priorities say "on or after", these say "after".',
  },
  'border-paroled': {
    asks: 'Is an entry on parole an unlawful entry?',
    raisedWhen: 'the recorded manner of the last entry is parole, and the rest of the second prong is met or may be.',
    answers: {
      'lawful-entry': 'It does not count.',
      'unlawful-entry': 'It counts.',
    },
    source:
      'DHS guidelines (Sept. 30, 2021), threat to border security: "unlawfully entering". Nothing was read that says where parole stands.',
  },
} as const satisfies Record<string, QuestionWords>;
