/** ICE's interim guidance of February 18, 2021: the priorities alone, for days before OPLA's memo adopted them. */
import { type InstrumentSource, makeInstrument } from '../instrument.ts';
import { suggest } from './actions.ts';
import { laneOf, laneRows } from './lanes.ts';
import { parameters } from './parameters.ts';
import { borderSecurity } from './priorities/border-security.ts';
import { nationalSecurity } from './priorities/national-security.ts';
import { publicSafety } from './priorities/public-safety.ts';

const source: InstrumentSource = {
  id: 'ice-2021-02-18',
  title: 'Interim Guidance: Civil Immigration Enforcement and Removal Priorities',
  issuedBy: 'T. Johnson, Acting Director, U.S. Immigration and Customs Enforcement',
  issuedOn: '2021-02-18',
  history: [
    { from: '2021-02-18', status: 'in-force', why: 'In force at once (two sources)' },
    { from: '2021-08-19', status: 'suspended', why: 'Enjoined (two sources)' },
    {
      from: '2021-08-23',
      status: 'suspended',
      why:
        'Injunction stayed on this day and on August 25 (two sources); that the memo was relied on again was not found, ' +
        'so it is not shown as in force',
    },
    {
      from: '2021-09-15',
      status: 'suspended',
      why: 'Injunction stayed in part only (two sources); what was relied on meanwhile was not found',
    },
    {
      from: '2021-11-29',
      status: 'superseded',
      why: 'Rescinded by the DHS guidelines of September 30, 2021 (two sources)',
    },
  ],
  priorities: [nationalSecurity(), publicSafety(), borderSecurity()],
  grounds: [],
  groupOf: () => 'priority',
  parameters,
  revision: 1,
  lane: laneOf,
  laneRows,
  suggest,
};

export const ice20210218 = makeInstrument(source);
