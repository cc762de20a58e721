/** National security: terrorism, espionage, an agency determination, and the charges that count as suspicion. */
import type { GoldenCase } from '../table.ts';

export const nationalSecurityCases: GoldenCase[] = [
  {
    id: 'V33',
    title: 'Material support under duress, asylum pending',
    asOf: '2021-06-15',
    with: {
      ntaCharges: { n1: { code: '212(a)(3)(B)', status: 'alleged' } },
      relief: { r1: { kind: 'asylum', status: 'pending' } },
    },
    expected: { lane: 'none', priority: 'national-security' },
    why: 'The charge meets the priority literally. Asylum is relief within the proceedings, so it is no ground.',
    cite: 'OPLA memo (May 27, 2021), Enforcement and Removal Priority Cases; Johnson memo (Feb. 18, 2021), national security; INA 212(d)(3)(B)(i)',
  },
  {
    id: 'V34',
    title: 'Alleged torturer, no agency determination',
    asOf: '2021-06-15',
    with: {
      ntaCharges: { n1: { code: '237(a)(4)(D)', status: 'alleged' } },
      aggravating: { persecution: true },
    },
    expected: { lane: 'triage', priority: 'none' },
    why: 'The charge is not terrorism or espionage, and "otherwise necessary" needs an agency determination, and under a valid background check silence about one reads as none. It is an aggravating factor.',
    cite: 'OPLA memo (May 27, 2021), Enforcement and Removal Priority Cases; Johnson memo (Feb. 18, 2021), national security; OPLA memo (May 27, 2021), Prosecutorial Discretion (aggravating factors)',
  },
  {
    id: 'N18',
    title: 'Engaged in espionage',
    asOf: '2021-06-15',
    with: { nationalSecurity: { terrorismOrEspionage: 'engaged', otherwiseNecessary: false } },
    expected: { lane: 'none', priority: 'national-security' },
    why: 'Recorded as engaged, and no ground is recorded.',
    cite: 'OPLA memo (May 27, 2021), Enforcement and Removal Priority Cases; Johnson memo (Feb. 18, 2021), national security',
  },
  {
    id: 'N19',
    title: 'Agency finds custody otherwise necessary, respondent served honorably',
    asOf: '2021-06-15',
    with: {
      nationalSecurity: { terrorismOrEspionage: 'none', otherwiseNecessary: true },
      militaryService: { m1: { who: 'self', service: 'former', discharge: 'honorable' } },
    },
    expected: {
      lane: 'supervisor',
      priority: 'national-security',
      grounds: ['military'],
      actions: ['dismiss'],
      dismissParagraph: '239.2(a)(7)',
    },
    why: 'The second arm is an agency determination and is enough by itself; honorable service sends the case to a supervisor.',
    cite: 'OPLA memo (May 27, 2021), Enforcement and Removal Priority Cases; Johnson memo (Feb. 18, 2021), national security; OPLA memo (May 27, 2021), Dismissal of Proceedings, category 1 (military service members or immediate relatives)',
  },
  {
    id: 'N22',
    title: 'Terrorist-association charge sustained, sibling serves',
    asOf: '2021-06-15',
    with: {
      ntaCharges: { n1: { code: '212(a)(3)(F)', status: 'sustained' } },
      militaryService: { m1: { who: 'sibling', service: 'current' } },
    },
    expected: { lane: 'needs-facts', priority: 'national-security', needs: ['readings.military-relative'] },
    why: 'A priority is true and the ground waits on the open question about siblings, which decides between supervisor and nothing.',
    cite: 'OPLA memo (May 27, 2021), Enforcement and Removal Priority Cases; Johnson memo (Feb. 18, 2021), national security; OPLA memo (May 27, 2021), Dismissal of Proceedings, category 1 (military service members or immediate relatives)',
  },
  {
    id: 'W11',
    title: 'Charged with sabotage under a sub-clause',
    asOf: '2021-06-15',
    with: { ntaCharges: { n1: { code: '237(a)(4)(A)(iii)', status: 'alleged' } } },
    expected: { lane: 'none', priority: 'national-security' },
    why: 'Sub-clauses match by prefix, and only clause (ii) is excepted.',
    cite: 'OPLA memo (May 27, 2021), Enforcement and Removal Priority Cases; Johnson memo (Feb. 18, 2021), national security',
  },
  {
    id: 'W12',
    title: 'Charged with a sub-clause of the terrorism ground, approved petition',
    asOf: '2021-06-15',
    with: {
      ntaCharges: { n1: { code: '212(a)(3)(B)(i)(II)', status: 'sustained' } },
      relief: { r1: { kind: 'i-130', status: 'approved', visaAvailable: true } },
    },
    expected: {
      lane: 'supervisor',
      priority: 'national-security',
      grounds: ['likely-relief'],
      actions: ['dismiss'],
      dismissParagraph: '239.2(a)(7)',
    },
    why: 'Sub-clauses match by prefix; the petition sends the case to a supervisor.',
    cite: 'OPLA memo (May 27, 2021), Enforcement and Removal Priority Cases; Johnson memo (Feb. 18, 2021), national security; OPLA memo (May 27, 2021), Dismissal of Proceedings, category 2 (likely to be granted temporary or permanent relief)',
  },
];
