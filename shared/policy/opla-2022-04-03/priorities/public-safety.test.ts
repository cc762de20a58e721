/** What on record asks for a person's finding on threat: conduct of any kind, and nothing that only a database says. */
import { expect, it } from 'vitest';
import type { Facts } from '../../../../events/facts.ts';
import { givenOf } from '../../findings.ts';
import { toTruth } from '../../leaf.ts';
import { standingAtoms } from '../../residual.ts';
import { opla20220403 } from '../instrument.ts';
import { publicSafety } from './public-safety.ts';

const rule = opla20220403.priorities.find(({ id }) => id === publicSafety().id)!;
const checked: Facts = { backgroundCheckedOn: '2022-05-16' };

function said(facts: Facts) {
  const given = givenOf(opla20220403, facts, '2022-05-16');
  const residual = rule.node.residual(given, undefined, true);
  return {
    holds: toTruth(rule.node.value(given, undefined)),
    missing: standingAtoms(residual).map(({ path }) => path),
  };
}

it.each<[conduct: string, facts: Facts]>([
  [
    'a conviction, whatever became of it',
    { convictions: { c1: { offense: 'o', disposition: 'vacated-for-legal-defect' } } },
  ],
  ['a pending charge', { pendingCharges: { p1: { offense: 'o' } } }],
  [
    'a live charge of crime, inadmissibility',
    { ntaCharges: { n1: { code: '212(a)(2)(A)(i)(I)', status: 'alleged' } } },
  ],
  ['a live charge of crime, deportability', { ntaCharges: { n1: { code: '237(a)(2)(A)(iii)', status: 'sustained' } } }],
  ['the beginning of gang participation', { gang: { from: '2015' } }],
  ['the end of gang participation', { gang: { to: '2015' } }],
  ['participation that was intentional', { gang: { intentional: true } }],
  ['participation that furthered illegal activity', { gang: { furtheredIllegalActivity: true } }],
  ['a serious criminal history', { aggravating: { seriousCriminalHistory: true } }],
  ['gravity', { publicSafetyFactors: { aggravating: { gravityOrSentence: true } } }],
  ['harm', { publicSafetyFactors: { aggravating: { harm: true } } }],
  ['sophistication', { publicSafetyFactors: { aggravating: { sophistication: true } } }],
  ['a weapon', { publicSafetyFactors: { aggravating: { weapon: true } } }],
  ['a serious prior record', { publicSafetyFactors: { aggravating: { seriousPriorRecord: true } } }],
])('%s asks for the finding, under a valid check', (_conduct, facts) => {
  expect(said({ ...checked, ...facts })).toEqual({ holds: 'unknown', missing: ['threatFinding'] });
});

it.each<[given: string, facts: Facts]>([
  ['nothing', {}],
  ['a charge that is not sustained', { ntaCharges: { n1: { code: '237(a)(2)(A)(iii)', status: 'not-sustained' } } }],
  ['a charge that was withdrawn', { ntaCharges: { n1: { code: '212(a)(2)(A)(i)(I)', status: 'withdrawn' } } }],
  [
    'a live charge of presence without admission',
    { ntaCharges: { n1: { code: '212(a)(6)(A)(i)', status: 'alleged' } } },
  ],
  ['a hit in a database alone', { gang: { databaseOnly: true } }],
  [
    'participation that was not intentional and furthered nothing',
    { gang: { intentional: false, furtheredIllegalActivity: false } },
  ],
  ['factors looked for and not found', { publicSafetyFactors: { aggravating: { weapon: false, harm: false } } }],
  ['mitigating factors', { publicSafetyFactors: { mitigating: { age: true, mentalCondition: true } } }],
  ['other aggravating factors', { aggravating: { fraud: true, seriousCriminalHistory: false } }],
])('%s asks for nothing, and a valid check then means no threat', (_given, facts) => {
  expect(said({ ...checked, ...facts })).toEqual({ holds: false, missing: [] });
});

it('waits for the check where nothing is on record and none is on file', () => {
  expect(said({})).toEqual({ holds: 'unknown', missing: ['backgroundCheckedOn'] });
});

it.each([true, false])('is what the person found: %s', (poses) => {
  const found: Facts = { threatFinding: { poses, on: '2022-05-02' } };
  expect(said({ ...found, convictions: { c1: { offense: 'o' } } })).toEqual({ holds: poses, missing: [] });
});
