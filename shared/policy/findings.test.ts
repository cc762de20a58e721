/** One rule on one case: what it finds in two views, what is then left of it, and whether a finding on threat would settle it. */
import { describe, expect, it } from 'vitest';
import type { Facts } from '../../events/facts.ts';
import type { Truth } from '../truth.ts';
import { find, findingsOn, isSettledByThreatFinding, viewsFor, viewsOf } from './findings.ts';
import { makeInstrument } from './instrument.ts';
import { toTruth } from './leaf.ts';
import { opla20210527 } from './opla-2021-05-27/instrument.ts';
import { all, any, fact, type Proposition } from './proposition.ts';
import type { Rule } from './rule.ts';

const AS_OF = '2021-06-15';

const ruleThat = (holds: Proposition, kind: Rule['kind']): Rule => ({
  id: kind,
  kind,
  title: kind,
  text: kind,
  cite: 'tested',
  confidence: 'unverified',
  holds,
});

/** The proposition as a priority and as a ground. */
function instrumentOf(holds: Proposition) {
  return makeInstrument({
    ...opla20210527,
    priorities: [ruleThat(holds, 'priority')],
    grounds: [ruleThat(holds, 'ground')],
    groupOf: ({ kind }) => (kind === 'priority' ? 'priority' : 'discretion'),
  });
}

const dead = fact.is('deceased', [true], 'unknown');
const removable = fact.is('removable', [false], 'no');

describe('a rule in two views', () => {
  const found = (holds: Proposition, facts: Facts, withProhibited?: Facts) => {
    const standing = { facts, ...(withProhibited && { withProhibited }), prohibitedAsserted: true };
    return findingsOn(instrumentOf(holds), standing, AS_OF).map(({ value }) => toTruth(value));
  };

  it.each<[given: string, facts: Facts, withProhibited: Facts, priority: Truth, ground: Truth]>([
    ['neither says', {}, {}, 'unknown', 'unknown'],
    ['only a prohibited source says so', {}, { deceased: true }, 'unknown', true],
    ['only a prohibited source says it is not so', {}, { deceased: false }, 'unknown', 'unknown'],
    ['it is so on file', { deceased: true }, { deceased: true }, true, true],
    ['it is not so on file', { deceased: false }, { deceased: false }, false, false],
  ])('%s', (_given, facts, withProhibited, priority, ground) => {
    expect(found(dead, facts, withProhibited)).toEqual([priority, ground]);
  });

  it('leaves open what the view that is unknown leaves open, and nothing of the other', () => {
    const holds = all(removable, dead);
    const instrument = instrumentOf(holds);
    const [ground] = instrument.grounds;
    const facts: Facts = {};
    const withProhibited: Facts = { removable: false };
    const views = viewsOf(instrument, { facts, withProhibited, prohibitedAsserted: true }, AS_OF);
    const finding = find(ground!, views);
    expect(toTruth(finding.value)).toBe('unknown');
    expect(finding.residual).toEqual(ground!.node.residual(views.withProhibited!, undefined, true));
    // A view that fails on file is no part of what is left, whichever of the two it is.
    const turned = { given: views.withProhibited!, withProhibited: views.given };
    expect(find(ground!, turned).residual).toEqual(finding.residual);
    expect(viewsFor(instrument.priorities[0]!, views)).toEqual({ given: views.given, withProhibited: undefined });
  });
});

describe('a finding on threat', () => {
  const poses = fact.is('threatFinding.poses', [true], 'unknown');
  const posesNot = fact.is('threatFinding.poses', [false], 'unknown');

  it.each<[given: string, holds: Proposition, isSettled: boolean]>([
    ['settles a rule that asks for it', poses, true],
    ['settles a rule either way', posesNot, true],
    ['does not settle a rule that waits on something else', dead, false],
    ['settles by yes alone a rule that has another way', any(poses, dead), false],
    ['settles by no alone a rule that asks for more', all(poses, dead), false],
    ['settles a rule that asks whether there is one', any(fact.recorded('threatFinding'), dead), true],
  ])('%s', (_given, holds, isSettled) => {
    const [priority] = findingsOn(instrumentOf(holds), { facts: {}, prohibitedAsserted: false }, AS_OF);
    expect(toTruth(priority!.value)).toBe('unknown');
    expect(isSettledByThreatFinding(priority!, AS_OF)).toBe(isSettled);
  });
});
