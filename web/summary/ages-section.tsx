/** How long undecided flags have stood, by lane. */
import type { Summary } from '../../shared/review/api/answers.ts';
import { LANE_WORDS } from '../app/lanes.ts';
import { DataTable } from '../ui/data-table.tsx';
import { ageGroups, medianOf } from './age-groups.ts';
import { drawColumns } from './plots/columns.tsx';
import { Figure, grouped } from './plots/figure.tsx';

const days = (count: number | undefined) => (count === undefined ? '–' : grouped(count));

export function AgesSection({ ages }: { ages: Summary['ages'] }) {
  const rows = ages.map(({ lane, days: own }) => ({
    label: LANE_WORDS[lane].name,
    counts: ageGroups(own).map(({ flags }) => flags),
    median: medianOf(own),
    oldest: own.length === 0 ? undefined : Math.max(...own),
  }));
  const columns = ageGroups([]).map(({ label }) => label);
  return (
    <section>
      <h2>Age of undecided flags</h2>
      <Figure
        plot={{
          id: 'ages',
          title: 'Undecided flags by lane and age in days',
          says: 'Undecided flags by their age in days, a row of bars for each lane, all on one scale.',
          draw: (width) => drawColumns(rows, columns, width),
        }}
      />
      <DataTable
        caption="Undecided flags by lane and age in days"
        head={['Lane', ...columns, 'Middle age', 'Oldest']}
        rows={rows.map(({ label, counts, median, oldest }) => [
          label,
          ...counts.map(grouped),
          days(median),
          days(oldest),
        ])}
        numeric={[...columns.keys(), columns.length, columns.length + 1].map((column) => column + 1)}
      />
    </section>
  );
}
