/** One sample: who drew it and how, what was answered, and the cases that wait. */
import type { Summary } from '../../shared/review/api/answers.ts';
import { addressOf } from '../app/place.ts';
import { momentInWords } from '../ui/days.ts';

export interface SampleCardProps {
  readonly sample: Summary['samples'][number];
  /** An auditor looks on and answers nothing. */
  readonly mayAnswer: boolean;
}

const cases = (count: number) => `${count} ${count === 1 ? 'case' : 'cases'}`;

export function SampleCard({ sample, mayAnswer }: SampleCardProps) {
  const { id, at, name, seed, size, answers, waiting } = sample;
  const headingId = `sample-${id}`;
  return (
    <article class="samples-card" aria-labelledby={headingId}>
      <h3 id={headingId}>
        {cases(size)}, drawn {momentInWords(at)}
      </h3>
      <p>
        Drawn by {name} with the seed <code>{seed}</code>. Answers: {answers['would-flag']} would have flagged,{' '}
        {answers['would-not-flag']} would not, {answers['cannot-tell']} could not tell.
      </p>
      {waiting.length === 0 ? (
        <p>Every case has an answer.</p>
      ) : (
        <>
          <p id={`${headingId}-waiting`}>{cases(waiting.length)} without an answer:</p>
          <ol class="samples-waiting" aria-labelledby={`${headingId}-waiting`}>
            {waiting.map((key, index) => (
              <li key={key}>
                {mayAnswer ? (
                  <a href={addressOf({ page: 'blind', key, sample: id })}>Review case {index + 1} blind</a>
                ) : (
                  <>Case {index + 1}</>
                )}
              </li>
            ))}
          </ol>
        </>
      )}
    </article>
  );
}
