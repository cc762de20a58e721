/** The filters of a view. They stand in the address, so a bookmark keeps them. */

import { Disclosure } from '../ui/disclosure.tsx';
import { Select } from '../ui/field.tsx';
import { type CustodyFilter, type HearingFilter, hasFilters, type QueueView, type StatusFilter } from './view.ts';

const STATUSES: readonly { readonly value: StatusFilter; readonly says: string }[] = [
  { value: 'waiting', says: 'All that wait for a person' },
  { value: 'open', says: 'Open: free to take' },
  { value: 'claimed', says: 'In hand' },
  { value: 'on-hold', says: 'On hold' },
  { value: 'decided', says: 'Decided' },
];

const CUSTODIES: readonly { readonly value: CustodyFilter; readonly says: string }[] = [
  { value: 'any', says: 'Any' },
  { value: 'detained', says: 'Detained' },
  { value: 'not-detained', says: 'Not detained' },
  { value: 'not-recorded', says: 'Not recorded' },
];

const HEARINGS: readonly { readonly value: HearingFilter; readonly says: string }[] = [
  { value: 'any', says: 'Any' },
  { value: 'in-7-days', says: 'In the next 7 days' },
  { value: 'in-30-days', says: 'In the next 30 days' },
  { value: 'in-90-days', says: 'In the next 90 days' },
  { value: 'not-recorded', says: 'Not recorded' },
];

export interface FiltersProps {
  readonly view: QueueView;
  readonly onChange: (view: QueueView) => void;
}

export function Filters({ view, onChange }: FiltersProps) {
  return (
    <Disclosure summary={hasFilters(view) ? 'Filters (some are set)' : 'Filters'} isOpen={hasFilters(view)}>
      <div class="queue-filters">
        <Select
          label="Status"
          value={view.status}
          options={STATUSES}
          onChoose={(status) => onChange({ ...view, status })}
        />
        <Select
          label="Custody"
          value={view.custody}
          options={CUSTODIES}
          onChoose={(custody) => onChange({ ...view, custody })}
        />
        <Select
          label="Next hearing"
          value={view.hearing}
          options={HEARINGS}
          onChoose={(hearing) => onChange({ ...view, hearing })}
        />
      </div>
      <p class="usa-hint">
        Filters are part of this page’s address: bookmark it to save the view. It holds nothing of a case.
      </p>
    </Disclosure>
  );
}
