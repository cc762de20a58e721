import { describe, expect, it } from 'vitest';
import { caseHandle } from './case-handle.ts';

describe('the short name of a case', () => {
  it.each([
    ['kX3-_9aBcDeF', 'KX39 ABCD'],
    ['----', ''],
    ['ab', 'AB'],
  ])('%s: %s', (key, handle) => {
    expect(caseHandle(key)).toBe(handle);
  });
});
