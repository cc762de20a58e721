/** OPLA's interim guidance of May 27, 2021: what it is, when it governed, and its rules. */
import { type Group, type InstrumentSource, makeInstrument } from '../instrument.ts';
import type { Rule } from '../rule.ts';
import { suggest } from './actions.ts';
import { humanitarian } from './grounds/humanitarian.ts';
import { lawEnforcementInterest } from './grounds/law-enforcement-interest.ts';
import { legalInsufficiency } from './grounds/legal-insufficiency.ts';
import { likelyRelief } from './grounds/likely-relief.ts';
import { longTermResident } from './grounds/long-term-resident.ts';
import { military } from './grounds/military.ts';
import { laneOf, laneRows } from './lanes.ts';
import { parameters } from './parameters.ts';
import { borderSecurity } from './priorities/border-security.ts';
import { nationalSecurity } from './priorities/national-security.ts';
import { other } from './priorities/other.ts';
import { publicSafety } from './priorities/public-safety.ts';

function groupOf({ id, kind }: Rule): Group {
  if (kind === 'priority') return 'priority';
  if (id === 'legal-insufficiency') return 'insufficiency';
  return id === 'law-enforcement-interest' ? 'interest' : 'discretion';
}

const source: InstrumentSource = {
  id: 'opla-2021-05-27',
  title:
    'Interim Guidance to OPLA Attorneys Regarding Civil Immigration Enforcement and Removal Policies and Priorities',
  issuedBy: 'J. Trasviña, Principal Legal Advisor, ICE Office of the Principal Legal Advisor',
  issuedOn: '2021-05-27',
  history: [
    { from: '2021-05-27', status: 'in-force', why: 'Issued and in force at once (unverified); public on 2021-06-04' },
    {
      from: '2021-08-20',
      status: 'suspended',
      why: 'Reliance suspended (two sources); status unclear after the stays that followed',
    },
    { from: '2022-04-25', status: 'superseded', why: 'Replaced by the OPLA guidance of April 3, 2022 (two sources)' },
  ],
  priorities: [nationalSecurity(), publicSafety(parameters), borderSecurity(parameters), other()],
  grounds: [
    military(),
    likelyRelief(),
    humanitarian(parameters),
    lawEnforcementInterest(),
    longTermResident(parameters),
    legalInsufficiency(),
  ],
  groupOf,
  parameters,
  revision: 1,
  lane: laneOf,
  laneRows,
  suggest,
};

export const opla20210527 = makeInstrument(source);
