/** Priority: public safety. An element on record and, always, a person's finding of threat; the program never computes it. */
import { all, any, fact, no, not, type Proposition, question, some, unseen, when } from '../../proposition.ts';
import type { Rule } from '../../rule.ts';
import type { Parameters as RuleParameters } from '../parameters.ts';

/** `databaseOnly` alone records no participation: a gang-database entry proves nothing. */
export const participationRecorded = fact.recorded(
  'gang.from',
  'gang.to',
  'gang.intentional',
  'gang.furtheredIllegalActivity',
);

type ConvictionReader = Parameters<Parameters<typeof some<'convictions'>>[1]>[0];

/** An element of the offense was active participation in a criminal street gang, 18 U.S.C. 521(a). */
export function gangElement(conviction: ConvictionReader): Proposition {
  return when(
    conviction.recorded('gangElement'),
    conviction.is('gangElement', [true], 'no'),
    when(
      conviction.is('gangEnhancement', [true], 'no'),
      question('gang-enhancement', { element: true, 'not-element': false }),
      when(participationRecorded, conviction.ask('gangElement'), no),
    ),
  );
}

/** Vacated for a legal defect: no conviction (Matter of Pickering). Expunged: still one (Matter of Roldan). */
export function stands(conviction: ConvictionReader): Proposition {
  return when(
    conviction.is('disposition', ['on-direct-appeal'], 'no'),
    conviction.ask('disposition'),
    conviction.is('disposition', ['final', 'expunged'], 'unknown'),
  );
}

/** (i) an aggravated felony, INA 101(a)(43), or (ii) an offense with the gang element, 18 U.S.C. 521(a). */
export function convictionElement({ foreignConviction }: RuleParameters): Proposition {
  return some('convictions', (conviction) => {
    const inTime = not(
      all(
        conviction.is('foreign', [true], 'no'),
        conviction.yearsExceeded('termCompletedOn', foreignConviction, 'unknown'),
      ),
    );
    const aggravatedFelony = all(conviction.is('aggravatedFelony', [true], 'unknown'), inTime);
    return when(
      conviction.is('disposition', ['juvenile-adjudication'], 'no'),
      all(question('juvenile-finding', { counts: true, 'does-not-count': false }), gangElement(conviction)),
      all(stands(conviction), any(aggravatedFelony, gangElement(conviction))),
    );
  });
}

/** An aggravated-felony charge says that a conviction exists, unless the conviction it rests on is recorded. */
export const chargedWithoutRecord = some('ntaCharges', (charge) =>
  all(
    charge.is('status', ['alleged', 'sustained'], 'no'),
    charge.chargedUnder('code', '237(a)(2)(A)(iii)'),
    not({ op: 'conviction-names-charge' }),
    fact.ask('convictions'),
  ),
);

/** (iii) intentional participation, at 16 or older, to further the illegal activity of the organization. */
export function gangConduct({ gangAge }: RuleParameters): Proposition {
  const sometimeAtAge: Proposition = {
    op: 'took-part-at-age',
    birth: 'birthDate',
    from: 'gang.from',
    to: 'gang.to',
    age: gangAge,
    endedBefore: question('gang-age', { 'at-participation': false, 'present-age': true }),
  };
  return when(
    participationRecorded,
    all(
      fact.is('gang.intentional', [true], 'unknown'),
      fact.is('gang.furtheredIllegalActivity', [true], 'unknown'),
      // Under 16 on the day of the answer is not met on either reading of the age.
      when(fact.yearsComplete('birthDate', gangAge, 'unknown'), sometimeAtAge, no),
    ),
    no,
  );
}

export const publicSafety = (parameters: RuleParameters): Rule => ({
  id: 'public-safety',
  kind: 'priority',
  title: 'Public safety',
  text:
    'The person has been convicted of an aggravated felony, or of an offense with active participation in a criminal ' +
    'street gang as an element, or at 16 or older intentionally took part in an organized criminal gang or ' +
    'transnational criminal organization to further its illegal activity; and a person has found that he or she poses a threat to public safety.',
  cite: 'OPLA memo (May 27, 2021), Enforcement and Removal Priority Cases; Johnson memo (Feb. 18, 2021), public safety',
  confidence: 'two-sources',
  unverified: ['the fifteen-year limit on foreign convictions, INA 101(a)(43), last paragraph'],
  holds: any(
    all(
      any(convictionElement(parameters), chargedWithoutRecord, gangConduct(parameters)),
      fact.is('threatFinding.poses', [true], 'unknown'),
    ),
    all(not(fact.is('threatFinding.poses', [false], 'no')), unseen),
  ),
});
