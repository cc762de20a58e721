import { expect, test } from 'vitest';
import { StoreError } from '../shared/store/errors.ts';
import { faultOf, OperatorError } from './fault.ts';

test('the store and the set-up say in their own words what is wrong', () => {
  expect(faultOf(new StoreError('corrupt-item', 'head.record'))).toEqual({
    kind: 'corrupt-item',
    place: 'corrupt-item: head.record',
  });
  expect(faultOf(new OperatorError('no such instrument'))).toEqual({ kind: 'set-up', place: 'no such instrument' });
});

test('of any other error only the place in the program is told', () => {
  const fault = faultOf(new TypeError('A-123 is not a date'));
  expect(fault.kind).toBe('program');
  expect(fault.place).toMatch(/^at .*fault\.test\.ts:\d+:\d+\)?$/);
});

test.each([
  ['a message that looks like a stack frame', new Error('x\n    at A-123 (secret.ts:1:1)')],
  ['an error whose message was changed', Object.assign(new Error('x'), { message: 'A-123' })],
  ['an error without a stack', Object.assign(new Error('A-123'), { stack: undefined })],
  ['no error at all', 'A-123'],
])('%s gives nothing away', (_what, thrown) => {
  expect(JSON.stringify(faultOf(thrown))).not.toMatch(/A-123|secret/);
});
