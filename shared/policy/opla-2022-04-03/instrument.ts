/** OPLA's guidance of April 3, 2022, read with the DHS guidelines of September 30, 2021 it applies: one policy. */
import { type Group, type InstrumentSource, makeInstrument } from '../instrument.ts';
import { legalInsufficiency } from '../opla-2021-05-27/grounds/legal-insufficiency.ts';
import type { Rule } from '../rule.ts';
import { suggest } from './actions.ts';
import { joinsReopening, laneOf, laneRows } from './lanes.ts';
import { parameters } from './parameters.ts';
import { borderSecurity } from './priorities/border-security.ts';
import { nationalSecurity } from './priorities/national-security.ts';
import { publicSafety } from './priorities/public-safety.ts';

function groupOf({ kind }: Rule): Group {
  return kind === 'priority' ? 'priority' : 'insufficiency';
}

const source: InstrumentSource = {
  id: 'opla-2022-04-03',
  title:
    'Guidance to OPLA Attorneys Regarding the Enforcement of Civil Immigration Laws and the Exercise of Prosecutorial ' +
    'Discretion, with the DHS Guidelines for the Enforcement of Civil Immigration Law (Sept. 30, 2021)',
  issuedBy:
    'K. Doyle, Principal Legal Advisor, ICE Office of the Principal Legal Advisor; A. Mayorkas, Secretary of Homeland ' +
    'Security',
  issuedOn: '2022-04-03',
  history: [
    {
      from: '2022-04-25',
      status: 'in-force',
      why: 'In force; the DHS guidelines it applies had been since November 29, 2021 (both in two sources)',
    },
    {
      from: '2022-06-24',
      status: 'suspended',
      why: 'Priority-dependent sections unused: the DHS guidelines were vacated on June 10, 2022, effective this day (two sources)',
    },
    {
      from: '2023-07-28',
      status: 'in-force',
      why: 'In full use again, after United States v. Texas, 599 U.S. 670 (June 23, 2023), reversed (two sources)',
    },
    {
      from: '2025-01-20',
      status: 'superseded',
      why: 'The DHS guidelines were over this day; the guidance itself was over by early 2025, and no rescission text was found',
    },
  ],
  priorities: [nationalSecurity(), publicSafety(), borderSecurity(parameters)],
  grounds: [legalInsufficiency()],
  groupOf,
  parameters,
  revision: 1,
  lane: laneOf,
  laneRows,
  joinsReopening,
  suggest,
};

export const opla20220403 = makeInstrument(source);
