/** What people decided where a rule was found true: where they seldom follow a rule, the rule is to be looked at. */
import type { Summary } from '../../shared/review/api/answers.ts';
import { addressOf } from '../app/place.ts';
import { DataTable } from '../ui/data-table.tsx';
import { drawBars } from './plots/bars.tsx';
import { Figure, grouped } from './plots/figure.tsx';

const SAYS =
  'Decisions in cases where the rule was found true: a step was taken (dismissal, closure, cancellation or other discretion), declined, or referred. A case counts under each of its rules.';

export interface AgreementProps {
  readonly agreement: Summary['agreement'];
  readonly policyId: string;
}

export function AgreementSection({ agreement, policyId }: AgreementProps) {
  if (agreement.length === 0) {
    return (
      <section>
        <h2>Agreement by rule</h2>
        <p>No decision has been made yet in a case where a rule of this instrument was found true.</p>
      </section>
    );
  }
  const groups = agreement.map(({ title, moved, declined, referred }) => ({
    heading: title,
    rows: [
      { label: 'step taken', count: moved },
      { label: 'declined', count: declined },
      { label: 'referred', count: referred },
    ],
  }));
  return (
    <section>
      <h2>Agreement by rule</h2>
      <p>This measures the rules, never a person: where a rule is seldom followed, it is the rule that needs a look.</p>
      <div class="summary-beside">
        <Figure
          plot={{
            id: 'agreement',
            title: 'What people decided, by rule found true',
            says: SAYS,
            draw: (width) => drawBars(groups, width),
          }}
        />
        <DataTable
          caption="Decisions by rule found true"
          head={['Rule', 'Step taken', 'Declined', 'Referred', 'All']}
          rows={agreement.map(({ rule, title, moved, declined, referred }) => [
            <a key={rule} href={addressOf({ page: 'policy', id: policyId, rule })}>
              {title}
            </a>,
            grouped(moved),
            grouped(declined),
            grouped(referred),
            grouped(moved + declined + referred),
          ])}
          numeric={[1, 2, 3, 4]}
        />
      </div>
    </section>
  );
}
