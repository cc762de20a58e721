/** Whether the instrument that cases are shown under is in force on the day they are shown as of. On every screen. */
import type { Me } from '../../shared/review/api/answers.ts';
import { dayInWords } from '../ui/days.ts';
import { addressOf } from './place.ts';

type PolicyStatus = Me['policy']['status'];

const WORDS: Readonly<Record<PolicyStatus, string>> = {
  'in-force': 'In force',
  'not-yet': 'Not yet in force',
  suspended: 'Not in force: reliance on it was suspended',
  superseded: 'Not in force: replaced by a later instrument',
};

export function InstrumentStatus({ me }: { readonly me: Pick<Me, 'policy' | 'asOf'> }) {
  const { policy, asOf } = me;
  return (
    <section
      class={`instrument${policy.status === 'in-force' ? '' : ' instrument-not-in-force'}`}
      aria-label="Instrument"
    >
      <p>
        <strong>{WORDS[policy.status]}</strong> on {dayInWords(asOf)}:{' '}
        <a href={addressOf({ page: 'policy', id: policy.id })}>{policy.title}</a>
      </p>
    </section>
  );
}
