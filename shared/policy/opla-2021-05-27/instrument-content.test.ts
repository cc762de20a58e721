/** What the instrument's content hash covers: every case is stored with it, so that a change of the rules is seen. */
import { describe, expect, it } from 'vitest';
import { type InstrumentSource, makeInstrument } from '../instrument.ts';
import type { Rule } from '../rule.ts';
import { suggest } from './actions.ts';
import { humanitarian } from './grounds/humanitarian.ts';
import { lawEnforcementInterest } from './grounds/law-enforcement-interest.ts';
import { legalInsufficiency } from './grounds/legal-insufficiency.ts';
import { likelyRelief } from './grounds/likely-relief.ts';
import { longTermResident } from './grounds/long-term-resident.ts';
import { military } from './grounds/military.ts';
import { opla20210527 } from './instrument.ts';
import { laneOf, laneRows } from './lanes.ts';
import { type Parameters, parameters } from './parameters.ts';
import { borderSecurity } from './priorities/border-security.ts';
import { nationalSecurity } from './priorities/national-security.ts';
import { other } from './priorities/other.ts';
import { publicSafety } from './priorities/public-safety.ts';

/** The instrument written out a second time from its parts, save what is named. */
function written(differing: Partial<InstrumentSource> = {}, numbers: Parameters = parameters): string {
  return makeInstrument({
    id: opla20210527.id,
    title: opla20210527.title,
    issuedBy: opla20210527.issuedBy,
    issuedOn: opla20210527.issuedOn,
    history: opla20210527.history,
    priorities: [nationalSecurity(), publicSafety(numbers), borderSecurity(numbers), other()],
    grounds: [
      military(),
      likelyRelief(),
      humanitarian(numbers),
      lawEnforcementInterest(),
      longTermResident(numbers),
      legalInsufficiency(),
    ],
    groupOf: ({ kind }) => (kind === 'priority' ? 'priority' : 'discretion'),
    parameters: numbers,
    revision: opla20210527.revision,
    lane: laneOf,
    laneRows,
    suggest,
    ...differing,
  }).contentHash;
}

describe('its content hash', () => {
  const withRule = (rule: Rule) => ({
    priorities: [nationalSecurity(), publicSafety(parameters), borderSecurity(parameters), rule],
  });
  const sixtyFive: Parameters = { ...parameters, elderlyPrompt: { ...parameters.elderlyPrompt, value: 65 } };
  const [first, ...later] = opla20210527.history;

  it('is the same for the same content written out again', () => {
    expect(written()).toBe(opla20210527.contentHash);
    expect(written()).toMatch(/^[0-9a-f]{64}$/);
    const copied: Parameters = structuredClone(parameters);
    expect(written({}, copied)).toBe(opla20210527.contentHash);
  });

  it.each<[what: string, hash: string]>([
    ['the tree of a rule', written(withRule({ ...other(), holds: { op: 'always', holds: false } }))],
    ['the words of a rule', written(withRule({ ...other(), text: 'Other words.' }))],
    ['the citation of a rule', written(withRule({ ...other(), cite: 'Elsewhere' }))],
    ['how well a rule is known', written(withRule({ ...other(), confidence: 'unverified' }))],
    ['a rule left out', written({ priorities: [nationalSecurity(), publicSafety(parameters), other()] })],
    [
      'the order of rules',
      written({ priorities: [publicSafety(parameters), nationalSecurity(), borderSecurity(parameters), other()] }),
    ],
    ['a number', written({}, sixtyFive)],
    [
      'the source of a number',
      written({ parameters: { ...parameters, gangAge: { ...parameters.gangAge, source: 'elsewhere' } } }),
    ],
    ['a day of its history', written({ history: [{ ...first!, from: '2021-06-04' }, ...later] })],
    ['a row of its lane table', written({ laneRows: laneRows.slice(1) })],
    ['its revision', written({ revision: opla20210527.revision + 1 })],
  ])('changes with %s', (_, hash) => {
    expect(hash).not.toBe(opla20210527.contentHash);
  });
});
