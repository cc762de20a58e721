/** The words of the instruments the program knows. */
import { words as ofIce20210218 } from '../ice-2021-02-18/words.ts';
import { words as ofOpla20210527 } from '../opla-2021-05-27/words.ts';
import { words as ofOpla20220403 } from '../opla-2022-04-03/words.ts';
import type { InstrumentWords } from './words.ts';

const WORDS = new Map<string, InstrumentWords>([
  ['opla-2021-05-27', ofOpla20210527],
  ['opla-2022-04-03', ofOpla20220403],
  ['ice-2021-02-18', ofIce20210218],
]);

export function wordsOf(instrumentId: string): InstrumentWords | undefined {
  return WORDS.get(instrumentId);
}

/** What an action suggests, where the instrument has no words of its own, as one of an office has none. */
export function commonActionSays(id: string): string | undefined {
  return [...WORDS.values()].find(({ actions }) => Object.hasOwn(actions, id))?.actions[id]?.says;
}

/** What a notice tells, where the instrument has no words of its own. */
export function commonNoticeSays(id: string): string | undefined {
  return [...WORDS.values()].find(({ notices }) => Object.hasOwn(notices, id))?.notices[id]?.says;
}
