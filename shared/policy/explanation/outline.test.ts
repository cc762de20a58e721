/** The outline of a rule on one case: what is denied, asked for and named in it, as an attorney reads it. */
import { describe, expect, it } from 'vitest';
import { AS_OF, explained, found, ordinaryWith, rootOf, without } from '../../../test/explanation/explained.ts';
import { acceptedUpdate } from '../../../test/explanation/random-updates.ts';
import { opla20210527 } from '../opla-2021-05-27/instrument.ts';

describe('a finding that may go either way', () => {
  it('is not told as made for the one side where the rule asks only whether it was made', () => {
    const conviction = {
      offense: 'theft',
      disposition: 'final',
      aggravatedFelony: false,
      gangElement: false,
    } as const;
    const told = found(rootOf(explained(ordinaryWith({ convictions: { c1: conviction } })), 'public-safety'));
    const asked = told.indexOf('true: on record whether conviction c1 has gang participation as an element');
    expect(told[asked + 1]).toBe('false: conviction c1 has gang participation as an element');
    expect(told.join()).not.toContain('as an element on record');
  });
});

describe('what a rule asks not to be so', () => {
  it('is told as a denial, with what it denies below it', () => {
    const told = found(rootOf(explained([acceptedUpdate(1, without('apprehension'))]), 'border-security'));
    const denied = told.indexOf('true: not so: came back on or after November 1, 2020, other than by admission');
    expect(told[denied + 1]).toBe('false: last entry on record');
    // Beside the denial stands what it joins: neither is told as its opposite.
    expect(told[denied - 2]).toBe('true: came before November 1, 2020');
  });

  it('is told as a denial where several things together are denied', () => {
    const conviction = {
      offense: 'theft',
      disposition: 'final',
      aggravatedFelony: true,
      foreign: true,
      termCompletedOn: '2015-01-05',
    } as const;
    const told = found(
      rootOf(
        explained(ordinaryWith({ convictions: { c1: conviction } }, { threatFinding: { poses: true, on: AS_OF } })),
        'public-safety',
      ),
    );
    const denied = told.indexOf('true: not all of these');
    expect(told.slice(denied, denied + 2)).toEqual([
      'true: not all of these',
      'false: more than 15 years have passed since end of the term for conviction c1 (2015-01-05)',
    ]);
  });
});

describe('a part of a rule that has a name', () => {
  it('is told under it, with the day that was set, when another one is set for the run', () => {
    const instrument = opla20210527.adjusted({ borderCutOff: '2021-02-01' });
    const whatIf = explained([acceptedUpdate(1, without('apprehension'))], AS_OF, instrument);
    const told = found(rootOf(whatIf, 'border-security')).join('\n');
    for (const name of ['present before', 'came before', 'arrested at the border on or after'])
      expect(told).toContain(`${name} February 1, 2021`);
    expect(told).not.toContain('November 1, 2020');
  });
});
