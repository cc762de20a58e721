/** Public safety: the finding on threat, which only a person makes. */
import type { GoldenCase } from '../table.ts';

export const threatFindingCases: GoldenCase[] = [
  {
    id: 'V14',
    title: 'Aggravated felony conviction, no threat finding',
    asOf: '2021-06-15',
    with: {
      convictions: {
        c1: {
          offense: 'drug trafficking',
          on: '2020-03-01',
          aggravatedFelony: true,
          gangElement: false,
          sentenceMonths: 24,
          disposition: 'final',
          foreign: false,
        },
      },
      ntaCharges: { n1: { code: '237(a)(2)(A)(iii)', status: 'alleged' } },
    },
    expected: { lane: 'triage', priority: 'undetermined', needs: ['threatFinding'] },
    why: 'The conviction is one half of the test; that the person poses a threat is a separate finding by a person. There is no ground.',
    cite: 'OPLA memo (May 27, 2021), Enforcement and Removal Priority Cases; Johnson memo (Feb. 18, 2021), public safety',
  },
  {
    id: 'V38',
    title: 'Serving reservist with a recent aggravated felony',
    asOf: '2021-06-15',
    with: {
      convictions: {
        c1: {
          offense: 'drug trafficking',
          on: '2019-01-01',
          aggravatedFelony: true,
          gangElement: false,
          sentenceMonths: 24,
          disposition: 'final',
          foreign: false,
        },
      },
      militaryService: { m1: { who: 'self', service: 'current' } },
    },
    expected: {
      lane: 'supervisor',
      priority: 'undetermined',
      grounds: ['military'],
      actions: ['dismiss'],
      dismissParagraph: '239.2(a)(7)',
      needs: ['threatFinding'],
    },
    why: 'The ground is met and only the threat finding is missing, so a supervisor weighs it.',
    cite: 'OPLA memo (May 27, 2021), Enforcement and Removal Priority Cases; Johnson memo (Feb. 18, 2021), public safety; OPLA memo (May 27, 2021), Dismissal of Proceedings, category 1 (military service members or immediate relatives)',
  },
  {
    id: 'N51',
    title: 'Felony, no threat finding, and the person is an informant',
    asOf: '2021-06-15',
    with: {
      convictions: {
        c1: {
          offense: 'drug trafficking',
          on: '2020-03-01',
          aggravatedFelony: true,
          gangElement: false,
          sentenceMonths: 24,
          disposition: 'final',
          foreign: false,
        },
      },
      cooperation: { assisting: true, agencyPosition: 'supports' },
    },
    expected: {
      lane: 'supervisor',
      priority: 'undetermined',
      grounds: ['law-enforcement-interest'],
      actions: ['dismiss', 'consult-agency'],
      dismissParagraph: '239.2(a)(7)',
      notices: ['restricted'],
    },
    why: 'All that is unknown waits on the threat finding. It is not even decisive: the lane is supervisor either way. What is recorded is restricted information.',
    cite: 'OPLA memo (May 27, 2021), Enforcement and Removal Priority Cases; Johnson memo (Feb. 18, 2021), public safety; OPLA memo (May 27, 2021), Dismissal of Proceedings, category 4 (significant law enforcement or other governmental interest)',
  },
  {
    id: 'N53',
    title: 'Felony on direct appeal, no threat finding, caregiver',
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
      humanitarian: { primaryCaregiver: true },
    },
    expected: {
      lane: 'needs-facts',
      priority: 'undetermined',
      grounds: ['humanitarian'],
      needs: ['convictions.c1.disposition', 'threatFinding'],
    },
    why: 'A finding of threat would still leave the appeal open, so what is unknown does not wait on that finding alone.',
    cite: 'OPLA memo (May 27, 2021), Enforcement and Removal Priority Cases; Johnson memo (Feb. 18, 2021), public safety',
  },
  {
    id: 'N107',
    title: 'Felony without threat finding, ground met, fraud recorded',
    asOf: '2021-06-15',
    with: {
      convictions: {
        c1: {
          offense: 'drug trafficking',
          on: '2020-03-01',
          aggravatedFelony: true,
          gangElement: false,
          sentenceMonths: 24,
          disposition: 'final',
          foreign: false,
        },
      },
      humanitarian: { seriousHealthCondition: true },
      aggravating: { fraud: true },
    },
    expected: {
      lane: 'supervisor',
      priority: 'undetermined',
      grounds: ['humanitarian'],
      actions: ['dismiss'],
      dismissParagraph: '239.2(a)(7)',
    },
    why: 'Supervisor now, and supervisor whichever way the threat finding comes out, so nothing is decisive.',
    cite: 'OPLA memo (May 27, 2021), Enforcement and Removal Priority Cases; Johnson memo (Feb. 18, 2021), public safety; OPLA memo (May 27, 2021), Prosecutorial Discretion (aggravating factors)',
  },
  {
    id: 'W36',
    title: 'Threat found, nothing on record, check valid',
    asOf: '2021-06-15',
    with: {
      threatFinding: { poses: true, on: '2021-06-10' },
      humanitarian: { seriousHealthCondition: true },
    },
    expected: {
      lane: 'own-motion',
      priority: 'none',
      grounds: ['humanitarian'],
      actions: ['dismiss'],
      dismissParagraph: '239.2(a)(7)',
    },
    why: 'A threat without one of the three elements is no public-safety priority.',
    cite: 'OPLA memo (May 27, 2021), Enforcement and Removal Priority Cases; Johnson memo (Feb. 18, 2021), public safety',
  },
  {
    id: 'W70',
    title: 'Convicted, no threat finding, visa not known',
    asOf: '2021-06-15',
    with: {
      convictions: {
        c1: {
          offense: 'drug trafficking',
          on: '2020-03-01',
          aggravatedFelony: true,
          gangElement: false,
          sentenceMonths: 24,
          disposition: 'final',
          foreign: false,
        },
      },
      relief: { r1: { kind: 'i-130', status: 'approved' } },
    },
    expected: {
      lane: 'needs-facts',
      priority: 'undetermined',
      needs: ['threatFinding', 'relief.r1.visaAvailable'],
    },
    why: 'No ground is true, so the supervisor row does not apply; both facts decide.',
    cite: 'OPLA memo (May 27, 2021), Enforcement and Removal Priority Cases; Johnson memo (Feb. 18, 2021), public safety; OPLA memo (May 27, 2021), Dismissal of Proceedings, category 2 (likely to be granted temporary or permanent relief)',
  },
];
