/** The open questions of an instrument that a person may answer in a case, with the answers it lists. */
import type { AssertedFacts, Facts } from '../../events/facts.ts';
import { wordsOf } from '../policy/document/instrument-words.ts';
import type { Instrument } from '../policy/instruments.ts';

export interface Readable {
  question: string;
  asks: string;
  options: { answer: string; says: string }[];
}

/** @param needs decisive missing facts, among them the questions that are decisive */
export function readablesIn(instrument: Instrument, facts: Facts, needs: readonly string[]): Readable[] {
  const words = wordsOf(instrument.id)?.questions ?? {};
  return instrument.questions
    .filter(({ id }) => needs.includes(`readings.${id}`) || facts.readings?.[id] !== undefined)
    .map(({ id, answers }) => ({
      question: id,
      asks: words[id]?.asks ?? id,
      options: answers.map((answer) => ({ answer, says: words[id]?.answers[answer] ?? answer })),
    }));
}

/** What an update asserts to give the answer; undefined where the question is not asked, or lists no such answer. */
export function assertionOfReading(
  readables: readonly Readable[],
  question: string,
  answer: string,
): AssertedFacts | undefined {
  const asked = readables.find((readable) => readable.question === question);
  const isListed = asked?.options.some((option) => option.answer === answer) === true;
  return isListed ? { readings: { [question]: answer } } : undefined;
}
