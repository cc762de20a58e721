/** National security: terrorism, espionage, other danger, and serious human-rights violators. */
import type { GoldenCase } from '../table.ts';

const CITE =
  'DHS guidelines (Sept. 30, 2021), threat to national security; OPLA guidance (Apr. 3, 2022), national security';

export const nationalSecurityCases: GoldenCase[] = [
  {
    id: 'D11',
    title: 'Suspected of espionage',
    asOf: '2022-05-16',
    with: { nationalSecurity: { terrorismOrEspionage: 'suspected' } },
    expected: { lane: 'none', priority: 'national-security' },
    why: 'Suspicion is enough. A priority case is not taken off the docket.',
    cite: CITE,
  },
  {
    id: 'D12',
    title: 'An agency finds that custody is needed for national security',
    asOf: '2022-05-16',
    with: { nationalSecurity: { terrorismOrEspionage: 'none', otherwiseNecessary: true } },
    expected: { lane: 'none', priority: 'national-security' },
    why: 'Such a determination is read as a finding that the person is otherwise a danger to national security (our reading).',
    cite: CITE,
  },
  {
    id: 'D13',
    title: 'Found to be a serious human-rights violator',
    asOf: '2022-05-16',
    with: { nationalSecurity: { humanRightsViolator: true } },
    expected: { lane: 'none', priority: 'national-security' },
    why: 'OPLA counts serious human-rights violators among those who endanger national security; a person has found it.',
    cite: CITE,
  },
  {
    id: 'D14',
    title: 'Charged with participation in persecution, nothing found yet',
    asOf: '2022-05-16',
    with: { ntaCharges: { n1: { code: '237(a)(4)(D)', status: 'alleged' } } },
    expected: {
      lane: 'needs-facts',
      priority: 'undetermined',
      needs: ['nationalSecurity.humanRightsViolator'],
    },
    why: 'A charge is an allegation. It asks for a finding, and a valid background check does not answer it.',
    cite: CITE,
  },
  {
    id: 'D15',
    title: 'Charged with participation in persecution, found to be no violator',
    asOf: '2022-05-16',
    with: {
      ntaCharges: { n1: { code: '212(a)(3)(E)', status: 'alleged' } },
      nationalSecurity: { humanRightsViolator: false },
    },
    expected: {
      lane: 'own-motion',
      priority: 'none',
      actions: ['dismiss', 'administratively-close', 'stipulate', 'no-appeal'],
      dismissParagraph: '239.2(a)(7)',
    },
    why: 'The finding answers the charge. Nothing else makes the case a priority.',
    cite: CITE,
  },
  {
    id: 'D16',
    title: 'Persecution on record, charge withdrawn, nothing found',
    asOf: '2022-05-16',
    with: {
      ntaCharges: { n1: { code: '237(a)(4)(D)', status: 'withdrawn' } },
      aggravating: { persecution: true },
    },
    expected: {
      lane: 'needs-facts',
      priority: 'undetermined',
      needs: ['nationalSecurity.humanRightsViolator'],
    },
    why: 'A withdrawn charge says nothing, but participation in persecution is on record and a person has to say what it is.',
    cite: CITE,
  },
  {
    id: 'D17',
    title: 'Charged with terrorist activity',
    asOf: '2022-05-16',
    with: { ntaCharges: { n1: { code: '212(a)(3)(B)(i)(I)', status: 'alleged' } } },
    expected: { lane: 'none', priority: 'national-security' },
    why: 'A live charge under this section counts as suspicion.',
    cite: CITE,
  },
  {
    id: 'D18',
    title: 'No background check on file',
    asOf: '2022-05-16',
    without: ['backgroundCheckedOn'],
    expected: { lane: 'needs-facts', priority: 'undetermined', needs: ['backgroundCheckedOn'] },
    why: 'Silence about security and crime says nothing without a check, and the case cannot be called nonpriority.',
    cite: CITE,
  },
  {
    id: 'D19',
    title: 'Suspected of terrorism, with no check and no known arrest',
    asOf: '2022-05-16',
    with: { nationalSecurity: { terrorismOrEspionage: 'engaged' } },
    without: ['backgroundCheckedOn', 'apprehension'],
    expected: { lane: 'none', priority: 'national-security' },
    why: 'One priority settles the case; what is missing about the others cannot change it.',
    cite: CITE,
  },
];
