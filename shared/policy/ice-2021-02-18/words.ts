/** What the page of the interim priorities says beside its rules. */
import type { InstrumentWords } from '../document/words.ts';
import { questions } from '../opla-2021-05-27/questions.ts';
import { notices } from '../opla-2021-05-27/suggestions-in-words.ts';
import { termsOfPriorities } from '../opla-2021-05-27/words.ts';
import { adoptedParameters } from './parameters.ts';

const { 'military-relative': _, ...questionsOfPriorities } = questions;
const { 'closure-unsettled': _closure, 'expedited-removal-exposure': _exposure, ...noticesOfPriorities } = notices;

export const words: InstrumentWords = {
  about: [
    'The interim priorities of ICE as a whole (the Johnson memo), which the OPLA memo of May 27, 2021 adopted for its attorneys. It is here for days before that memo.',
    'It sets priorities and nothing else. It knows no ground and suggests no motion, so that the program can only say whether a case is a priority.',
  ],
  questions: questionsOfPriorities,
  terms: termsOfPriorities(adoptedParameters),
  laneNotes: [
    'The stage is *open* while the notice to appear is not filed and while the case is pending or on appeal.',
  ],
  actions: {},
  notices: noticesOfPriorities,
};
