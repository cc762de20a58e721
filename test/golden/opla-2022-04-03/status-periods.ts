/** The days on which the instrument's status turns: it is shown, and changes nothing in what the instrument would say. */
import type { GoldenCase } from '../table.ts';

const expected: GoldenCase['expected'] = {
  lane: 'own-motion',
  priority: 'none',
  actions: ['dismiss', 'administratively-close', 'stipulate', 'no-appeal'],
  dismissParagraph: '239.2(a)(7)',
};

export const statusPeriodsCases: GoldenCase[] = [
  {
    id: 'D01',
    title: 'The day before the guidance took effect',
    asOf: '2022-04-24',
    expected: { ...expected, policyStatus: 'not-yet', notices: ['not-in-force'] },
    why: 'Issued on April 3 but in force only from April 25, 2022; the answer is what it would say.',
    cite: 'OPLA guidance (Apr. 3, 2022), effective date',
  },
  {
    id: 'D02',
    title: 'The first day in force',
    asOf: '2022-04-25',
    expected,
    why: 'In force from April 25, 2022. Nothing makes the case a priority, so it is one to take off the docket.',
    cite: 'OPLA guidance (Apr. 3, 2022), effective date',
  },
  {
    id: 'D03',
    title: 'The last day before the vacatur took effect',
    asOf: '2022-06-23',
    expected,
    why: 'The DHS guidelines were vacated on June 10, 2022, effective June 24; until then the guidance was used in full.',
    cite: 'OPLA guidance (Apr. 3, 2022), read with the vacatur of June 10, 2022',
  },
  {
    id: 'D04',
    title: 'The first day of the vacatur',
    asOf: '2022-06-24',
    expected: { ...expected, policyStatus: 'suspended', notices: ['not-in-force'] },
    why: 'From June 24, 2022 the sections that depend on the priorities were unused. The status is shown; the answer stays.',
    cite: 'OPLA guidance (Apr. 3, 2022), read with the vacatur of June 10, 2022',
  },
  {
    id: 'D05',
    title: 'After the Supreme Court spoke, before the guidance was used again',
    asOf: '2023-06-23',
    expected: { ...expected, policyStatus: 'suspended', notices: ['not-in-force'] },
    why: 'United States v. Texas was decided that day, but the guidance was in full use again only from July 28, 2023.',
    cite: 'United States v. Texas, 599 U.S. 670 (2023)',
  },
  {
    id: 'D06',
    title: 'The last day of the suspension',
    asOf: '2023-07-27',
    expected: { ...expected, policyStatus: 'suspended', notices: ['not-in-force'] },
    why: 'In full use again from July 28, 2023; this is the day before.',
    cite: 'United States v. Texas, 599 U.S. 670 (2023)',
  },
  {
    id: 'D07',
    title: 'The first day in use again',
    asOf: '2023-07-28',
    expected,
    why: 'In full use again, so no notice.',
    cite: 'United States v. Texas, 599 U.S. 670 (2023)',
  },
  {
    id: 'D08',
    title: 'The last day of the guidelines',
    asOf: '2025-01-19',
    expected,
    why: 'The DHS guidelines were over on January 20, 2025; this is the day before.',
    cite: 'EO 14159, 90 FR 8443 (Jan. 20, 2025)',
  },
  {
    id: 'D09',
    title: 'The day the guidelines ended',
    asOf: '2025-01-20',
    expected: { ...expected, policyStatus: 'superseded', notices: ['not-in-force'] },
    why: 'The DHS guidelines were over; no text rescinding the OPLA guidance itself was found, so their end is taken for both.',
    cite: 'EO 14159, 90 FR 8443 (Jan. 20, 2025)',
  },
  {
    id: 'D10',
    title: 'The first day on which dismissal can expose to expedited removal',
    asOf: '2025-01-21',
    expected: { ...expected, policyStatus: 'superseded', notices: ['not-in-force', 'expedited-removal-exposure'] },
    why: 'From that day a dismissed case of a person with less than two years here can end in expedited removal, so every dismissal says so.',
    cite: 'Designation of expedited removal from January 21, 2025',
  },
];
