/** Public safety: which convictions stand. */
import type { GoldenCase } from '../table.ts';

export const convictionsCases: GoldenCase[] = [
  {
    id: 'V21',
    title: 'Theft conviction expunged under state law',
    asOf: '2021-06-15',
    with: {
      convictions: {
        c1: {
          offense: 'theft',
          on: '2016-01-01',
          aggravatedFelony: true,
          gangElement: false,
          sentenceMonths: 12,
          disposition: 'expunged',
          foreign: false,
        },
      },
    },
    expected: { lane: 'triage', priority: 'undetermined', needs: ['threatFinding'] },
    why: 'A rehabilitative expungement leaves the conviction standing for immigration purposes, so the threat finding is what is missing.',
    cite: 'INA 101(a)(48)(A); Matter of Pickering, 23 I&N Dec. 621 (BIA 2003); Matter of Roldan, 22 I&N Dec. 512 (BIA 1999)',
  },
  {
    id: 'V22',
    title: 'Felony assault charge not yet decided',
    asOf: '2021-06-15',
    with: { pendingCharges: { p1: { offense: 'felony assault' } } },
    expected: { lane: 'triage', priority: 'none' },
    why: 'A pending charge is neither a conviction nor gang conduct. There is no ground, so a person looks at it.',
    cite: 'OPLA memo (May 27, 2021), Enforcement and Removal Priority Cases; Johnson memo (Feb. 18, 2021), public safety',
  },
  {
    id: 'N27',
    title: 'One conviction vacated, one minor, caregiver',
    asOf: '2021-06-15',
    with: {
      convictions: {
        c1: {
          offense: 'drug trafficking',
          on: '2020-03-01',
          aggravatedFelony: true,
          gangElement: false,
          sentenceMonths: 24,
          disposition: 'vacated-for-legal-defect',
          foreign: false,
        },
        c2: {
          offense: 'trespass',
          on: '2014-07-09',
          aggravatedFelony: false,
          gangElement: false,
          sentenceMonths: 0,
          disposition: 'final',
          foreign: false,
        },
      },
      humanitarian: { primaryCaregiver: true },
    },
    expected: {
      lane: 'own-motion',
      priority: 'none',
      grounds: ['humanitarian'],
      actions: ['dismiss'],
      dismissParagraph: '239.2(a)(7)',
    },
    why: 'The aggravated felony was vacated for a legal defect and the other is minor, so no conviction counts.',
    cite: 'INA 101(a)(48)(A); Matter of Pickering, 23 I&N Dec. 621 (BIA 2003)',
  },
  {
    id: 'N29',
    title: 'Conviction on direct appeal, threat found',
    asOf: '2021-06-15',
    with: {
      convictions: {
        c1: {
          offense: 'drug trafficking',
          on: '2020-03-01',
          aggravatedFelony: true,
          gangElement: false,
          sentenceMonths: 24,
          disposition: 'on-direct-appeal',
          foreign: false,
        },
      },
      threatFinding: { poses: true, on: '2021-06-10' },
    },
    expected: { lane: 'triage', priority: 'undetermined', needs: ['convictions.c1.disposition'] },
    why: 'Whether a conviction on direct appeal stands is not settled, so its outcome decides.',
    cite: 'INA 101(a)(48)(A); Matter of J.M. Acosta, 27 I&N Dec. 420 (BIA 2018)',
  },
  {
    id: 'N30',
    title: 'Conviction on direct appeal, no threat found, spouse petition approved',
    asOf: '2021-06-15',
    with: {
      convictions: {
        c1: {
          offense: 'drug trafficking',
          on: '2020-03-01',
          aggravatedFelony: true,
          gangElement: false,
          sentenceMonths: 24,
          disposition: 'on-direct-appeal',
          foreign: false,
        },
      },
      threatFinding: { poses: false, on: '2021-06-10' },
      relief: { r1: { kind: 'i-130', status: 'approved', visaAvailable: true } },
    },
    expected: {
      lane: 'own-motion',
      priority: 'none',
      grounds: ['likely-relief'],
      actions: ['dismiss'],
      dismissParagraph: '239.2(a)(7)',
    },
    why: 'Unknown and false is false: without a threat the appeal does not matter.',
    cite: 'OPLA memo (May 27, 2021), Enforcement and Removal Priority Cases; Johnson memo (Feb. 18, 2021), public safety',
  },
  {
    id: 'N31',
    title: 'Disposition of the conviction not recorded',
    asOf: '2021-06-15',
    with: {
      convictions: {
        c1: {
          offense: 'drug trafficking',
          on: '2020-03-01',
          aggravatedFelony: true,
          gangElement: false,
          sentenceMonths: 24,
          foreign: false,
        },
      },
      threatFinding: { poses: true, on: '2021-06-10' },
      relief: { r1: { kind: 'i-130', status: 'approved', visaAvailable: true } },
    },
    expected: {
      lane: 'needs-facts',
      priority: 'undetermined',
      grounds: ['likely-relief'],
      needs: ['convictions.c1.disposition'],
    },
    why: 'An absent disposition is unknown, and it decides between supervisor and own motion.',
    cite: 'INA 101(a)(48)(A); Matter of Pickering, 23 I&N Dec. 621 (BIA 2003)',
  },
];
