/** The ground of long residence as a lawful permanent resident: ten full years. */
import type { GoldenCase } from '../table.ts';

export const longTermResidentsCases: GoldenCase[] = [
  {
    id: 'N96',
    title: 'Permanent resident for ten years to the day',
    asOf: '2021-06-15',
    with: { lawfulStatus: { kind: 'lpr', since: '2011-06-15' } },
    expected: {
      lane: 'own-motion',
      priority: 'none',
      grounds: ['long-term-resident'],
      actions: ['dismiss'],
      dismissParagraph: '239.2(a)(7)',
    },
    why: 'Ten full years have passed.',
    cite: 'contract, product threshold of ten years; OPLA memo (May 27, 2021), Dismissal of Proceedings, category 5 (long-term lawful permanent residents)',
  },
  {
    id: 'N97',
    title: 'Permanent resident one day short of ten years',
    asOf: '2021-06-15',
    with: { lawfulStatus: { kind: 'lpr', since: '2011-06-16' } },
    expected: { lane: 'triage', priority: 'none' },
    why: 'One day short.',
    cite: 'contract, product threshold of ten years; OPLA memo (May 27, 2021), Dismissal of Proceedings, category 5 (long-term lawful permanent residents)',
  },
  {
    id: 'N99',
    title: 'Permanent resident since some time in 2011',
    asOf: '2021-06-15',
    with: { lawfulStatus: { kind: 'lpr', since: '2011', ageWhenGranted: 9 } },
    expected: { lane: 'needs-facts', priority: 'none', needs: ['lawfulStatus.since'] },
    why: 'The year straddles the ten-year line.',
    cite: 'contract, product threshold of ten years; OPLA memo (May 27, 2021), Dismissal of Proceedings, category 5 (long-term lawful permanent residents)',
  },
  {
    id: 'N103',
    title: 'Resident since a leap day, counted on 1 March',
    asOf: '2022-03-01',
    with: { lawfulStatus: { kind: 'lpr', since: '2012-02-29' } },
    expected: {
      lane: 'own-motion',
      priority: 'none',
      grounds: ['long-term-resident'],
      actions: ['dismiss', 'administratively-close'],
      dismissParagraph: '239.2(a)(7)',
      notices: ['not-in-force'],
      policyStatus: 'suspended',
    },
    why: 'Ten years are full, and closure is open on this date. The memo is not in force on this date.',
    cite: 'contract, product threshold of ten years; OPLA memo (May 27, 2021), Dismissal of Proceedings, category 5 (long-term lawful permanent residents)',
  },
];
