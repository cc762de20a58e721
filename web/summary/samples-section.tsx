/** What blind reviewers said of cases without a flag: how many the rules may have missed. */
import type { Summary } from '../../shared/review/api/answers.ts';
import { addressOf } from '../app/place.ts';
import { DataTable } from '../ui/data-table.tsx';
import { momentInWords } from '../ui/days.ts';
import { percent, shareInterval } from './interval.ts';
import { drawBars } from './plots/bars.tsx';
import { Figure, grouped } from './plots/figure.tsx';

export interface SamplesProps {
  readonly office: string;
  readonly samples: Summary['samples'];
}

const ANSWERS = [
  { answer: 'would-flag', says: 'would have flagged' },
  { answer: 'would-not-flag', says: 'would not have flagged' },
  { answer: 'cannot-tell', says: 'could not tell' },
] as const;

/** The share that reviewers would have flagged, among those they could tell of. */
function missedText({ answers }: Summary['samples'][number]): string {
  const flagged = answers['would-flag'];
  const told = flagged + answers['would-not-flag'];
  if (told === 0) return 'not known yet';
  const { low, high } = shareInterval(flagged, told);
  return `${grouped(flagged)} of ${grouped(told)}: between ${percent(low)} and ${percent(high)}`;
}

function SamplesTable({ samples }: Pick<SamplesProps, 'samples'>) {
  return (
    <DataTable
      caption="Samples, the newest first"
      head={['Drawn', 'By', 'Seed', 'Cases', ...ANSWERS.map(({ says }) => says), 'Waiting', 'Share missed']}
      rows={samples.map((sample) => [
        momentInWords(sample.at),
        sample.name,
        sample.seed,
        grouped(sample.size),
        ...ANSWERS.map(({ answer }) => grouped(sample.answers[answer])),
        grouped(sample.waiting.length),
        missedText(sample),
      ])}
      numeric={[3, 4, 5, 6, 7]}
    />
  );
}

export function SamplesSection({ office, samples }: SamplesProps) {
  const rows = ANSWERS.map(({ answer, says }) => ({
    label: says,
    count: samples.reduce((sum, { answers }) => sum + answers[answer], 0),
  }));
  const waiting = samples.reduce((sum, sample) => sum + sample.waiting.length, 0);
  return (
    <section>
      <h2>Cases without a flag, reviewed blind</h2>
      <p>
        Reviewers read random cases without a flag, and without the program's answer, so that misses are found.{' '}
        <a href={addressOf({ page: 'samples', office })}>Draw a sample, or go on with one</a>.
      </p>
      {samples.length === 0 ? (
        <p>No sample has been drawn yet.</p>
      ) : (
        <>
          <Figure
            plot={{
              id: 'samples',
              title: 'What blind reviewers said of cases without a flag',
              says: 'Answers over all samples of the office, and the cases that wait for one.',
              draw: (width) => drawBars([{ rows: [...rows, { label: 'waiting', count: waiting }] }], width),
            }}
          />
          <SamplesTable samples={samples} />
          <p class="summary-note">
            The share missed is what reviewers would have flagged of the cases they could tell of, and the range in
            which the share among all unflagged cases then lies, with 95% confidence (Wilson's interval).
          </p>
        </>
      )}
    </section>
  );
}
