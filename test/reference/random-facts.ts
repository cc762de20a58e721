/** Small random facts, section by section, crowded around the values at which an answer turns. */
import fc from 'fast-check';
import type { Facts } from '../../events/facts.ts';

/** A fact that is absent in `absent` of ten cases. */
export function maybe<T>(absent: number, value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.oneof({ weight: absent, arbitrary: fc.constant(undefined) }, { weight: 10 - absent, arbitrary: value });
}

const flag = fc.boolean();
const mostly = fc.constantFrom(true, true, true, false);

/** Ids whose order by code point is not their order by UTF-16 unit. */
const entryId = fc.constantFrom('1', '10', '2', 'R', 'a', 'a.b', 'b', '\u{1f4c4}', '\uff5e');

function entries<T>(entry: fc.Arbitrary<T>, most = 2) {
  return fc.dictionary(entryId, entry, { minKeys: 1, maxKeys: most, noNullPrototype: true });
}

export const dayOfAnswer = fc.oneof(
  { weight: 12, arbitrary: fc.constant('2021-06-15') },
  {
    weight: 8,
    arbitrary: fc.constantFrom(
      '2021-05-04',
      '2021-05-05',
      '2021-05-26',
      '2021-05-27',
      '2021-06-10',
      '2021-06-11',
      '2021-07-14',
      '2021-07-15',
      '2021-08-19',
      '2021-08-20',
      '2022-02-28',
      '2022-03-01',
      '2022-04-24',
      '2022-04-25',
      '2024-02-29',
      '2025-01-20',
      '2025-01-21',
    ),
  },
);

const aroundCutOff = fc.constantFrom(
  '2010-05-01',
  '2019',
  '2020',
  '2020-02-29',
  '2020-10',
  '2020-10-31',
  '2020-11-01',
  '2020-11',
  '2020-12-10',
  '2021',
);

export const checkDate = fc.constantFrom(
  '2020-06-14',
  '2020-06-15',
  '2020-06',
  '2020',
  '2021',
  '2021-05',
  '2021-06',
  '2021-06-15',
  '2021-06-16',
);

const termCompleted = fc.constantFrom('2006-06-14', '2006-06-15', '2006-06', '2006', '2005', '2008-02-29', '2020');

const birth = fc.constantFrom(
  '1949-01-01',
  '1961',
  '1961-06',
  '1961-06-15',
  '1961-06-16',
  '1990-01-01',
  '2003',
  '2003-03-01',
  '2003-06-15',
  '2003-06-16',
  '2004-02-29',
  '2004-02',
  '2005',
  '2005-06',
  '2005-06-15',
  '2005-06-16',
  '2010-10-10',
);

const gangDate = fc.constantFrom(
  '2015-01-01',
  '2018',
  '2019-02-28',
  '2019-03-01',
  '2019-03',
  '2019',
  '2020-02-28',
  '2020-02-29',
  '2020-03-01',
  '2021-06-14',
  '2021-06-15',
  '2021',
);

const conviction = fc.record({
  offense: fc.constant('offense'),
  on: maybe(7, aroundCutOff),
  aggravatedFelony: maybe(2, flag),
  gangElement: maybe(6, flag),
  gangEnhancement: maybe(8, flag),
  disposition: maybe(
    1,
    fc.constantFrom(
      ...(['final', 'final', 'final', 'expunged'] as const),
      ...(['on-direct-appeal', 'vacated-for-legal-defect', 'juvenile-adjudication'] as const),
    ),
  ),
  foreign: maybe(7, flag),
  termCompletedOn: maybe(5, termCompleted),
  charge: maybe(7, entryId),
});

/** Some are grounds of national security, some lie beside them. */
const securityCodes = [
  '212(a)(3)(A)(i)',
  '212(a)(3)(B)',
  '212(a)(3)(F)',
  '237(a)(4)(A)',
  '237(a)(4)(A)(i)',
  '237(a)(4)(B)',
  '212(a)(3)(C)',
  '212(a)(3)',
  '237(a)(4)(A)(ii)',
  '237(a)(4)(D)',
];

const charge = fc.record({
  code: fc.constantFrom(
    '237(a)(2)(A)(iii)',
    '237(a)(2)(A)(iii)',
    '237(a)(2)(A)(ii)',
    '237(a)(2)(A)',
    '237(a)(2)(A)(iii)',
    '237(a)(2)(A)(iii)(I)',
    '212(a)(6)(A)(i)',
    '237(a)(1)(B)',
    ...securityCodes,
  ),
  status: fc.constantFrom('alleged', 'sustained', 'not-sustained', 'withdrawn'),
});

const relief = fc.record({
  kind: fc.constantFrom('i-130', 'i-130', 'tps', 'sij', 'u', 't', 'i-360-vawa', 'asylum', 'cancellation', 'other'),
  status: fc.constantFrom('announced', 'pending', 'pending', 'approved', 'approved', 'denied'),
  primaFacie: maybe(5, flag),
  visaAvailable: maybe(4, flag),
  waiver: maybe(7, fc.constant('i-601a')),
  bars: maybe(8, flag),
});

const member = fc.record({
  who: fc.constantFrom('self', 'spouse', 'parent', 'child', 'sibling', 'sibling', 'other-relative', 'other-relative'),
  service: fc.constantFrom('current', 'former'),
  discharge: maybe(5, fc.constantFrom('honorable', 'other')),
});

/** The questions with their answers, and one that is no answer. */
const readings = fc.record({
  'border-re-entry': maybe(5, fc.constantFrom('any-earlier-presence', 'present-stay', 'perhaps')),
  'border-admitted': maybe(5, fc.constantFrom('literal', 'unlawful-entry-only', 'perhaps')),
  'gang-age': maybe(5, fc.constantFrom('at-participation', 'present-age', 'perhaps')),
  'juvenile-finding': maybe(5, fc.constantFrom('counts', 'does-not-count', 'perhaps')),
  'military-relative': maybe(5, fc.constantFrom('spouse-parent-child', 'and-siblings', 'any-family', 'perhaps')),
  'gang-enhancement': maybe(5, fc.constantFrom('element', 'not-element', 'perhaps')),
});

/** Sections the grounds read, and that a prohibited source may add to. */
export const groundSections = {
  birthDate: birth,
  militaryService: entries(member),
  relief: entries(relief),
  humanitarian: fc.record({
    seriousHealthCondition: maybe(7, flag),
    elderly: maybe(7, flag),
    primaryCaregiver: maybe(9, flag),
    victimOfSeriousCrime: maybe(9, flag),
    arrivedAsYoungChild: maybe(6, flag),
    continuousSinceArrival: maybe(6, flag),
    pregnantAsOf: maybe(7, fc.constantFrom('2020-09-07', '2020-09-08', '2021-01-01', '2021-06-15', '2021-06-16')),
    collateralLitigation: maybe(7, fc.record({ significant: maybe(4, flag), nonFrivolous: maybe(4, flag) })),
  }),
  cooperation: fc.record({
    assisting: maybe(4, flag),
    agencyPosition: maybe(5, fc.constantFrom('supports', 'opposes')),
  }),
  lawfulStatus: fc.record({
    kind: fc.constantFrom('lpr', 'lpr', 'lpr', 'conditional-lpr', 'u', 't', 'none'),
    since: maybe(3, fc.constantFrom('2011-06-15', '2011-06-16', '2011-06', '2011', '2012-02-29', '1990', '2020')),
  }),
  deceased: maybe(7, flag),
  citizenshipEvidence: maybe(7, flag),
  removable: maybe(7, flag),
  readings,
} satisfies { [Section in keyof Facts]?: fc.Arbitrary<unknown> };

/** Sections only the priorities read. */
export const prioritySections = {
  firstPresence: aroundCutOff,
  lastEntry: fc.record({
    on: aroundCutOff,
    manner: maybe(3, fc.constantFrom('admitted', 'paroled', 'without-inspection')),
  }),
  apprehension: fc.record({
    place: fc.constantFrom('border', 'port-of-entry', 'interior'),
    on: aroundCutOff,
    attemptingUnlawfulEntry: maybe(4, flag),
  }),
  nationalSecurity: fc.record({
    terrorismOrEspionage: maybe(3, fc.constantFrom('none', 'none', 'none', 'none', 'suspected', 'engaged')),
    otherwiseNecessary: maybe(3, fc.constantFrom(false, false, false, false, true)),
  }),
  convictions: entries(conviction),
  ntaCharges: entries(charge),
  gang: fc.record({
    from: maybe(4, gangDate),
    to: maybe(4, gangDate),
    intentional: maybe(2, mostly),
    furtheredIllegalActivity: maybe(2, mostly),
    databaseOnly: maybe(8, flag),
  }),
  threatFinding: fc.record({ poses: flag, on: fc.constant('2021-06-10') }),
  otherPriorityApproval: maybe(
    8,
    fc.record({
      by: fc.constantFrom('field-office-director', 'special-agent-in-charge'),
      on: fc.constant('2021-06-02'),
    }),
  ),
} satisfies { [Section in keyof Facts]?: fc.Arbitrary<unknown> };

/** Sections that the lane, the actions and the notices read. */
export const procedureSections = {
  circuit: fc.constantFrom('1', '3', '4', '6', '6', '7', '9', 'DC'),
  proceeding: fc.constantFrom('removal', 'deportation', 'exclusion', 'withholding-only', 'asylum-only', 'fear-review'),
  stage: fc.constantFrom(
    ...(['nta-unfiled', 'pending', 'on-appeal', 'on-appeal', 'final-order', 'final-order'] as const),
    ...(['administratively-closed', 'ended'] as const),
  ),
  appellant: fc.constantFrom('dhs', 'respondent'),
  detained: flag,
  respondentPosition: fc.constantFrom('consents', 'does-not-oppose', 'opposes'),
  pendingCharges: entries(fc.record({ offense: fc.constant('offense') }), 1),
  aggravating: fc.record({
    persecution: maybe(5, flag),
    fraud: maybe(5, flag),
    seriousCriminalHistory: maybe(5, flag),
  }),
  protected1367: flag,
} satisfies { [Section in keyof Facts]?: fc.Arbitrary<unknown> };

/** Sections that turn on each other, so that they must often vary together. */
export const scenes: (keyof Facts)[][] = [
  [],
  ['birthDate', 'gang', 'threatFinding', 'readings'],
  ['firstPresence', 'lastEntry', 'apprehension', 'readings'],
  ['convictions', 'ntaCharges', 'gang', 'threatFinding', 'readings'],
  ['militaryService', 'relief', 'readings'],
  ['birthDate', 'humanitarian', 'cooperation', 'lawfulStatus'],
  ['stage', 'appellant', 'respondentPosition', 'detained', 'relief'],
  ['circuit', 'detained', 'relief', 'pendingCharges'],
];

/** Facts no rule reads. */
export const irrelevantSections = {
  equities: fc.record({ 'family-ties': maybe(3, flag), 'work-history': maybe(3, flag) }),
  nationality: fc.constantFrom('HT', 'MX', 'CN'),
  represented: flag,
  leadCase: fc.constantFrom('A-CASE-0001', 'A-CASE-0002'),
  ntaSource: fc.constantFrom('ice', 'cbp', 'uscis-referral'),
  hearing: fc.record({ on: fc.constant('2021-09-01'), kind: fc.constantFrom('master', 'individual') }),
} satisfies { [Section in keyof Facts]?: fc.Arbitrary<unknown> };
