/** The days on which the memo's status turns: enjoined, stayed, stayed in part, rescinded. */
import type { GoldenCase } from '../table.ts';

const INJUNCTION = 'ICE interim guidance (Feb. 18, 2021); injunction of August 19, 2021 and the stays that followed';

export const statusPeriodsCases: GoldenCase[] = [
  {
    id: 'J01',
    title: 'The day before the memo',
    asOf: '2021-02-17',
    expected: { lane: 'triage', priority: 'none', policyStatus: 'not-yet', notices: ['not-in-force'] },
    why: 'Issued and in force on February 18, 2021.',
    cite: 'ICE interim guidance (Feb. 18, 2021)',
  },
  {
    id: 'J02',
    title: 'The day of the memo',
    asOf: '2021-02-18',
    expected: { lane: 'triage', priority: 'none' },
    why: 'In force at once. It sets priorities and suggests no motion, so the case is only looked at.',
    cite: 'ICE interim guidance (Feb. 18, 2021)',
  },
  {
    id: 'J03',
    title: 'The last day before the injunction',
    asOf: '2021-08-18',
    expected: { lane: 'triage', priority: 'none' },
    why: 'Enjoined on August 19, 2021.',
    cite: INJUNCTION,
  },
  {
    id: 'J04',
    title: 'The day of the injunction',
    asOf: '2021-08-19',
    expected: { lane: 'triage', priority: 'none', policyStatus: 'suspended', notices: ['not-in-force'] },
    why: 'Enjoined. The answer is what the memo would say.',
    cite: INJUNCTION,
  },
  {
    id: 'J05',
    title: 'The injunction stayed in part only',
    asOf: '2021-09-15',
    expected: { lane: 'triage', priority: 'none', policyStatus: 'suspended', notices: ['not-in-force'] },
    why: 'Stayed from August 23 and in part from September 15; that the memo was relied on again was not found.',
    cite: INJUNCTION,
  },
  {
    id: 'J06',
    title: 'The last day before it was rescinded',
    asOf: '2021-11-28',
    expected: { lane: 'triage', priority: 'none', policyStatus: 'suspended', notices: ['not-in-force'] },
    why: 'Rescinded on November 29, 2021.',
    cite: 'DHS guidelines (Sept. 30, 2021), effective November 29, 2021',
  },
  {
    id: 'J07',
    title: 'The day it was rescinded',
    asOf: '2021-11-29',
    expected: { lane: 'triage', priority: 'none', policyStatus: 'superseded', notices: ['not-in-force'] },
    why: 'The DHS guidelines of September 30, 2021 took its place.',
    cite: 'DHS guidelines (Sept. 30, 2021), effective November 29, 2021',
  },
];
