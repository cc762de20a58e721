/** Worked cases of the directive: given, expected, why. Facts differ from the ordinary case of `test/golden/table.ts`. */
import type { GoldenCase } from '../../golden/table.ts';

const asOf = '2021-10-01';
const cite = 'Docket directive of an imaginary field office (Sept. 1, 2021)';

/** A family petition is approved. */
const petition = { r1: { kind: 'i-130', status: 'approved' } } as const;

export const workedCases: GoldenCase[] = [
  {
    id: 'settled',
    title: 'Ten years here, no later entry on record',
    asOf,
    expected: {
      lane: 'own-motion',
      priority: 'none',
      grounds: ['settled'],
      actions: ['dismiss'],
      dismissParagraph: '239.2(a)(7)',
    },
    why: 'Presence before the day is proved, and ten full years have passed.',
    cite: `${cite}, 1 and 2`,
  },
  {
    id: 'nine-years',
    title: 'A day short of ten years, and nothing else',
    asOf,
    with: { firstPresence: '2011-10-02' },
    expected: { lane: 'triage', priority: 'none' },
    why: 'The tenth year is complete on October 2.',
    cite: `${cite}, 2`,
  },
  {
    id: 'recent',
    title: 'Entered on the day itself',
    asOf,
    with: { lastEntry: { on: '2020-03-01', manner: 'without-inspection' } },
    expected: { lane: 'none', priority: 'recent-entry', grounds: ['settled'] },
    why: 'The day itself is in; a recent entry is a priority whatever ground there is.',
    cite: `${cite}, 1`,
  },
  {
    id: 'parole',
    title: 'Entered on parole',
    asOf,
    with: { lastEntry: { on: '2021-02-01', manner: 'paroled' } },
    expected: {
      lane: 'needs-facts',
      priority: 'undetermined',
      grounds: ['settled'],
      needs: ['readings.entry-by-parole'],
    },
    why: 'Whether entry on parole counts is open; an attorney answers.',
    cite: `${cite}, 1`,
  },
  {
    id: 'unknown-entry',
    title: 'Nothing known of presence or entry, a petition approved',
    asOf,
    without: ['firstPresence'],
    with: { relief: petition },
    expected: { lane: 'needs-facts', priority: 'undetermined', needs: ['lastEntry', 'relief.r1.visaAvailable'] },
    why: 'Silence about entry is not taken for no; the petition waits on a visa.',
    cite: `${cite}, 1 and 2`,
  },
  {
    id: 'witness',
    title: 'Someone cooperates with law enforcement',
    asOf,
    with: { cooperation: { assisting: true } },
    expected: {
      lane: 'own-motion',
      priority: 'none',
      grounds: ['settled'],
      actions: ['dismiss'],
      dismissParagraph: '239.2(a)(7)',
      notices: ['restricted'],
    },
    why: 'The directive weighs no cooperation; the case is restricted all the same.',
    cite: `${cite}, 2`,
  },
  {
    id: 'after',
    title: 'After the directive was replaced',
    asOf: '2022-05-01',
    with: { stage: 'ended' },
    expected: {
      lane: 'none',
      priority: 'none',
      grounds: ['settled'],
      notices: ['not-in-force'],
      policyStatus: 'superseded',
    },
    why: 'The stage is not open. The directive was superseded, which is shown and changes nothing.',
    cite,
  },
];
