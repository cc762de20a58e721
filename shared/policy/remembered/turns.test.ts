/** Whether a later day turns a case, from memory, is what comes of reading every dated rule on both days. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CalendarDate } from '../../../events/dates.ts';
import { randomRuns } from '../../../test/mutation/random-runs.ts';
import { instrument as ofAnOffice } from '../../../test/policy/own-instrument/instrument.ts';
import { record } from '../../../test/reference/random-records.ts';
import { ordinary } from '../../../test/rules/ordinary-case.ts';
import { spanOf } from '../../docket/partial-date.ts';
import type { StandingFacts } from '../../docket/record.ts';
import { clocksOf } from '../clocks.ts';
import { type ExplainedNode, explainNode } from '../explain.ts';
import { viewsOf } from '../findings.ts';
import { type Instrument, instruments } from '../instruments.ts';
import { opla20210527 } from '../opla-2021-05-27/instrument.ts';
import { BOUNDS, remembering } from './decisions.ts';

const AS_OF = '2021-06-15';
const LATER_DAYS = ['2021-06-16', '2021-08-01', '2022-03-01', '2023-11-30', '2030-01-01', '2041-06-15'];
const ALL = [...instruments, ofAnOffice];
/** Enough, at the least, that some case of every instrument turns. */
const runs = { numRuns: Math.max(200, randomRuns(2_000)), seed: 20_211_124 };

const valuesOf = ({ holds, parts }: ExplainedNode): unknown => [holds, parts.map(valuesOf)];

/** The value of every node of every rule that the day can turn. */
function answersOn(instrument: Instrument, standing: StandingFacts, asOf: CalendarDate): string {
  const { given, withProhibited = given } = viewsOf(instrument, standing, asOf);
  const nodes = clocksOf(instrument).rules.map(({ node }) => node);
  return JSON.stringify([given, withProhibited].map((view) => nodes.map((node) => valuesOf(explainNode(node, view)))));
}

describe('whether a later day turns a case', () => {
  test.each(ALL)('is what every dated rule says on both days, remembered or not: $id', (instrument) => {
    const roomy = remembering(instrument);
    const full = remembering(instrument, { ...BOUNDS, turns: 0 });
    let [turned, still] = [0, 0];
    const property = fc.property(record, fc.constantFrom(...LATER_DAYS), ({ asOf: _asOf, ...standing }, on) => {
      const isTurned = answersOn(instrument, standing, on) !== answersOn(instrument, standing, AS_OF);
      if (isTurned) turned += 1;
      else still += 1;
      for (const memory of [roomy, full, roomy]) {
        expect(memory.turning(standing, AS_OF)?.(spanOf(on), () => isTurned)).toBe(isTurned);
      }
    });
    fc.assert(property, runs);
    expect(Math.min(turned, still)).toBeGreaterThan(clocksOf(instrument).rules.length > 0 ? 0 : -1);
  });

  test('is worked out once for all cases that are alike on both days', () => {
    const memory = remembering(opla20210527);
    const born = (birthDate: string): StandingFacts => ({
      facts: { ...ordinary, birthDate },
      prohibitedAsserted: false,
    });
    let asked = 0;
    const turns = (birthDate: string, on: string) =>
      memory.turning(born(birthDate), AS_OF)?.(spanOf(on), () => {
        asked += 1;
        return true;
      });
    expect([turns('2004-01-01', '2022-01-01'), turns('2004-02-02', '2022-02-02')]).toEqual([true, true]);
    expect(asked).toBe(1);
    expect(turns('1990-01-01', '2022-01-01')).toBe(false);
    expect(asked).toBe(1);
  });

  test('is worked out where all was forgotten in between', () => {
    const memory = remembering(opla20210527, { ...BOUNDS, values: 0 });
    const standing: StandingFacts = { facts: { ...ordinary, birthDate: '1990-01-01' }, prohibitedAsserted: false };
    const turning = memory.turning(standing, AS_OF);
    memory.decide(standing, AS_OF);
    expect(turning?.(spanOf('2022-01-01'), () => true)).toBe(true);
  });

  test('is not known of a day that is not remembered', () => {
    const memory = remembering(opla20210527);
    memory.decide({ facts: ordinary, prohibitedAsserted: false }, '2001-01-01');
    expect(memory.turning({ facts: ordinary, prohibitedAsserted: false }, AS_OF)).toBeUndefined();
  });
});
