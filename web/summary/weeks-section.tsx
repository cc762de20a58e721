/** What came in and what was decided, week by week. */
import type { Summary } from '../../shared/review/api/answers.ts';
import { DataTable } from '../ui/data-table.tsx';
import { dayInWords } from '../ui/days.ts';
import { Figure, grouped } from './plots/figure.tsx';
import { drawPairs } from './plots/pairs.tsx';

const shortFormat = new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric', timeZone: 'UTC' });

const NAMES = ['flags raised', 'decisions'] as const;

export function WeeksSection({ weeks }: { weeks: Summary['weeks'] }) {
  const pairs = weeks.map(({ from, raised, decided }) => ({
    label: shortFormat.format(new Date(`${from}T00:00:00Z`)),
    hollow: raised,
    full: decided,
  }));
  return (
    <section>
      <h2>Inflow and decisions by week</h2>
      <div class="summary-beside">
        <Figure
          plot={{
            id: 'weeks',
            title: 'Flags raised and decisions made, by week',
            says: 'Hollow bars are flags raised in the week that still stand; full bars are decisions made in it. Weeks begin on the day shown.',
            draw: (width) => drawPairs(pairs, NAMES, width),
          }}
        />
        <DataTable
          caption="Flags raised and decisions made, by week"
          head={['Week from', 'Raised', 'Decided']}
          rows={weeks.map(({ from, raised, decided }) => [dayInWords(from), grouped(raised), grouped(decided)])}
          numeric={[1, 2]}
        />
      </div>
    </section>
  );
}
