/** Answers to open questions for a whole run: an office sees what a reading would do before it adopts it. */
import type { StandingFacts } from '../../docket/record.ts';

/** Answers by id of the question. */
export type Answers = Readonly<Record<string, string>>;

/**
 * The record as if an attorney had given these answers wherever the case has no reading of its own. They stand like
 * any source's beside what only a prohibited source says, and so before it.
 */
export function withReadings(standing: StandingFacts, answers: Answers): StandingFacts {
  if (Object.keys(answers).length === 0) return standing;
  const readings = { ...answers, ...standing.facts.readings };
  const { withProhibited } = standing;
  return {
    ...standing,
    facts: { ...standing.facts, readings },
    ...(withProhibited && {
      withProhibited: { ...withProhibited, readings: { ...withProhibited.readings, ...readings } },
    }),
  };
}
