/** What the memo's page says beside its rules. */
import { dayInWords } from '../document/english.ts';
import { entryTerm, type Term } from '../document/terms.ts';
import type { InstrumentWords } from '../document/words.ts';
import { type Parameters, parameters } from './parameters.ts';
import { borderElements } from './priorities/border-security.ts';
import {
  chargedWithoutRecord,
  convictionElement,
  gangConduct,
  gangElement,
  participationRecorded,
  stands,
} from './priorities/public-safety.ts';
import { questions } from './questions.ts';
import { actions, closure, notices } from './suggestions-in-words.ts';

/** Names for parts of the priorities, which other instruments adopt with their own numbers. */
export function termsOfPriorities(numbers: Parameters): Record<string, readonly Term[]> {
  const { cameBefore, presentBefore, enteredAgain, arrestedAtBorder, firstCameSince } = borderElements(numbers);
  const day = dayInWords(numbers.borderCutOff.value);
  return {
    'public-safety': [
      { name: 'a conviction that counts', of: convictionElement(numbers) },
      { name: 'a charge whose conviction is not on record', of: chargedWithoutRecord },
      { name: 'gang conduct', of: gangConduct(numbers) },
      entryTerm('the gang element', 'convictions', gangElement),
      { name: 'gang participation is on record', of: participationRecorded },
      entryTerm('the conviction stands', 'convictions', stands),
    ],
    'border-security': [
      { name: `arrested at the border on or after ${day}`, of: arrestedAtBorder },
      { name: `came before ${day}`, of: cameBefore },
      { name: `present before ${day}`, of: presentBefore },
      { name: `came back on or after ${day}, other than by admission`, of: enteredAgain },
      { name: `first came on or after ${day}`, of: firstCameSince },
    ],
  };
}

export const words: InstrumentWords = {
  about: [
    'Guidance to the attorneys who represent the government in removal proceedings: whom to treat as a priority, and when to use discretion on their own motion. It adopted the priorities of the ICE interim guidance of February 18, 2021 (the Johnson memo).',
    'To be a priority is a presumption and no bar: every case is left to judgment, so a priority case with a compelling ground goes to a supervisor, and a case that is no priority is not dismissed by default (two sources). The memo has no weights and no scores, and neither has the program.',
  ],
  questions,
  terms: termsOfPriorities(parameters),
  laneNotes: [
    'The stage is *open* while the notice to appear is not filed and while the case is pending or on appeal. Removal, deportation and exclusion proceedings are *dismissible* under 8 CFR 239.2(c) and 1239.2(c); proceedings begun on Form I-863 are not (unverified).',
    'A serious aggravating factor is any of those recorded under `aggravating`.',
  ],
  actions,
  notices,
  closure,
};
