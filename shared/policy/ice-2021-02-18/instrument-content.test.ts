/** What is said of the memo beside its answers: when it was issued, where it stood, and since when its numbers are used. */
import { expect, it } from 'vitest';
import { opla20210527 } from '../opla-2021-05-27/instrument.ts';
import { ice20210218 } from './instrument.ts';

it('was issued on February 18, 2021, and its status turned on five days', () => {
  expect(ice20210218.issuedOn).toBe('2021-02-18');
  expect(ice20210218.history.map(({ from, status }) => [from, status])).toEqual([
    ['2021-02-18', 'in-force'],
    ['2021-08-19', 'suspended'],
    ['2021-08-23', 'suspended'],
    ['2021-09-15', 'suspended'],
    ['2021-11-29', 'superseded'],
  ]);
});

it.each(['borderCutOff', 'gangAge', 'foreignConviction', 'backgroundCheck'])(
  'has the %s that the memo of May 27 adopted, from the day of its own',
  (name) => {
    expect(ice20210218.parameters[name]).toEqual({ ...opla20210527.parameters[name], from: '2021-02-18' });
  },
);

it('has no other number, and no ground', () => {
  expect(Object.keys(ice20210218.parameters)).toHaveLength(4);
  expect(ice20210218.grounds).toEqual([]);
});
