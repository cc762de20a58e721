/** When the hearings of undecided flags are. */
import type { Summary } from '../../shared/review/api/answers.ts';
import { DataTable } from '../ui/data-table.tsx';
import { hearingGroups, withoutHearing } from './age-groups.ts';
import { drawBars } from './plots/bars.tsx';
import { Figure, grouped } from './plots/figure.tsx';

export function HearingsSection({ ages, hearings, asOf }: Pick<Summary, 'ages' | 'hearings' | 'asOf'>) {
  const groups = [
    ...hearingGroups(hearings, asOf),
    { label: 'not recorded', flags: withoutHearing({ ages, hearings }) },
  ];
  return (
    <section>
      <h2>Next hearings</h2>
      <div class="summary-beside">
        <Figure
          plot={{
            id: 'hearings',
            title: 'Undecided flags by the day of their next hearing',
            says: 'Undecided flags by when their next recorded hearing is, and those of which no hearing is recorded.',
            draw: (width) => drawBars([{ rows: groups.map(({ label, flags }) => ({ label, count: flags })) }], width),
          }}
        />
        <DataTable
          caption="Undecided flags by next hearing"
          head={['Next hearing', 'Flags']}
          rows={groups.map(({ label, flags }) => [label, grouped(flags)])}
          numeric={[1]}
        />
      </div>
    </section>
  );
}
