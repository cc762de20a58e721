/** A made-up directive of an imaginary field office, written from outside the core: docs/writing-a-policy.md. */
import { makeInstrument } from '../../../shared/policy/instrument.ts';
import { suggest } from './actions.ts';
import { settled } from './grounds/settled.ts';
import { joinsReopening, laneOf, laneRows } from './lanes.ts';
import { parameters } from './parameters.ts';
import { recentEntry } from './priorities/recent-entry.ts';

export const instrument = makeInstrument({
  id: 'field-office-2021-09-01',
  title: 'Docket directive',
  issuedBy: 'An imaginary field office',
  issuedOn: '2021-09-01',
  history: [
    { from: '2021-09-01', status: 'in-force', why: 'Issued' },
    { from: '2022-04-25', status: 'superseded', why: 'Replaced by the guidance of April 3, 2022' },
  ],
  priorities: [recentEntry(parameters)],
  grounds: [settled(parameters)],
  groupOf: ({ kind }) => (kind === 'priority' ? 'priority' : 'discretion'),
  parameters,
  revision: 1,
  lane: laneOf,
  laneRows,
  joinsReopening,
  suggest,
});
