/** The open questions of an instrument, as its rules ask them. */
import { expect, it } from 'vitest';
import { ice20210218 } from './ice-2021-02-18/instrument.ts';
import type { Instrument } from './instrument.ts';
import { opla20210527 } from './opla-2021-05-27/instrument.ts';
import { opla20220403 } from './opla-2022-04-03/instrument.ts';

const asked = ({ questions }: Instrument) => questions.map(({ id, answers, rules }) => [id, answers, rules]);

it('are each listed once, with every answer that a rule takes and the rules that ask', () => {
  expect(asked(opla20210527)).toEqual([
    ['juvenile-finding', ['counts', 'does-not-count'], ['public-safety']],
    ['gang-enhancement', ['element', 'not-element'], ['public-safety']],
    ['gang-age', ['at-participation', 'present-age'], ['public-safety']],
    ['border-re-entry', ['any-earlier-presence', 'present-stay'], ['border-security']],
    ['border-admitted', ['literal', 'unlawful-entry-only'], ['border-security']],
    ['military-relative', ['spouse-parent-child', 'and-siblings', 'any-family'], ['military']],
  ]);
  expect(asked(opla20220403)).toEqual([
    ['border-entry-on-cut-off', ['day-included', 'day-excluded'], ['border-security']],
    ['border-paroled', ['lawful-entry', 'unlawful-entry'], ['border-security']],
  ]);
  expect(asked(ice20210218).map(([id]) => id)).toEqual([
    'juvenile-finding',
    'gang-enhancement',
    'gang-age',
    'border-re-entry',
    'border-admitted',
  ]);
});
