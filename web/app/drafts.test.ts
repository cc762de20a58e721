import { describe, expect, it } from 'vitest';
import { memoryTextStore } from '../testing/text-store.ts';
import { draftsIn } from './drafts.ts';

describe('half-written reasons', () => {
  it('are kept by case and form, and found by another page over the same tab', () => {
    const store = memoryTextStore();
    draftsIn(store).write('k1', 'decision', 'the respondent is');
    const later = draftsIn(store);
    expect(later.read('k1', 'decision')).toBe('the respondent is');
    expect(later.read('k1', 'hold')).toBe('');
    expect(later.read('k2', 'decision')).toBe('');
  });

  it('are gone once they are sent, or emptied', () => {
    const store = memoryTextStore();
    const drafts = draftsIn(store);
    drafts.write('k1', 'decision', 'a');
    drafts.write('k1', 'hold', 'b');
    drafts.clear('k1', 'decision');
    drafts.write('k1', 'hold', '');
    expect(store.texts.size).toBe(0);
  });

  it('are all gone at sign-out, and nothing else is', () => {
    const store = memoryTextStore();
    const drafts = draftsIn(store);
    store.setItem('other', 'stays');
    for (const key of ['k1', 'k2', 'k3']) drafts.write(key, 'decision', 'text');
    drafts.clearAll();
    expect([...store.texts]).toEqual([['other', 'stays']]);
  });
});
