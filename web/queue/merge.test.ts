import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimedBy, flagRow } from '../testing/flag-rows.ts';
import { merge, newsText, shownAfresh } from './merge.ts';

const all = () => true;
const keysOf = (rows: readonly { row: { key: string } }[]) => rows.map(({ row }) => row.key);

describe('a list refreshed under a reader’s eyes', () => {
  it('changes marks in place', () => {
    const shown = shownAfresh([flagRow('a'), flagRow('b')]);
    const { rows, news } = merge(shown, [flagRow('a'), flagRow('b', claimedBy('Ben'))], all);
    expect(keysOf(rows)).toEqual(['a', 'b']);
    expect(rows[1]?.row.claim?.name).toBe('Ben');
    expect(rows[0]).toBe(shown[0]);
    expect(newsText(news)).toBeUndefined();
  });

  it('keeps a row in sight that a filter would now leave out', () => {
    const shown = shownAfresh([flagRow('a'), flagRow('b')]);
    const { rows } = merge(shown, [flagRow('a'), flagRow('b', claimedBy('Ben'))], ({ status }) => status === 'open');
    expect(rows.map(({ asShown }) => asShown.status)).toEqual(['open', 'open']);
  });

  it('holds new flags back and says how many there are', () => {
    const { rows, news } = merge(shownAfresh([flagRow('b')]), [flagRow('a'), flagRow('b'), flagRow('c')], all);
    expect(keysOf(rows)).toEqual(['b']);
    expect(newsText(news)).toBe('2 new flags');
  });

  it('counts as news only what the filters let through', () => {
    const fresh = [flagRow('a', { detained: true }), flagRow('b'), flagRow('c')];
    const { news } = merge(shownAfresh([flagRow('b'), flagRow('d')]), fresh, ({ detained }) => detained === true);
    expect(newsText(news)).toBe('1 new flag');
  });

  it('marks what has left, and takes the mark back when it returns', () => {
    const shown = shownAfresh([flagRow('a'), flagRow('b')]);
    const without = merge(shown, [flagRow('b')], all);
    expect(without.rows.map(({ isGone }) => isGone)).toEqual([true, false]);
    expect(newsText(without.news)).toBe('1 flag has left the list');
    const again = merge(without.rows, [flagRow('a'), flagRow('b')], all);
    expect(again.rows.map(({ isGone }) => isGone)).toEqual([false, false]);
    expect(newsText(again.news)).toBeUndefined();
  });

  it('says when only the order has changed', () => {
    const { rows, news } = merge(shownAfresh([flagRow('a'), flagRow('b')]), [flagRow('b'), flagRow('a')], all);
    expect(keysOf(rows)).toEqual(['a', 'b']);
    expect(newsText(news)).toBe('The order has changed');
  });

  it('says both, what came and what went', () => {
    const { news } = merge(shownAfresh([flagRow('a'), flagRow('b')]), [flagRow('c')], all);
    expect(newsText(news)).toBe('1 new flag, 2 flags have left the list');
  });

  const list = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'));
  it('never moves a row, whatever comes', () => {
    fc.assert(
      fc.property(list, list, fc.uniqueArray(fc.constantFrom('a', 'b', 'c')), (shown, fresh, claimed) => {
        const rows = fresh.map((key) => flagRow(key, claimed.some((one) => one === key) ? claimedBy('Ben') : {}));
        const before = shownAfresh(shown.map((key) => flagRow(key)));
        const { rows: after, news } = merge(before, rows, all);
        expect(keysOf(after)).toEqual(shown);
        expect(news.arrived).toBe(fresh.filter((key) => !shown.includes(key)).length);
        expect(news.gone).toBe(shown.filter((key) => !fresh.includes(key)).length);
        // And asking for the list as it is now always gives the list as it is now.
        expect(merge(shownAfresh(rows), rows, all).news).toEqual({ arrived: 0, gone: 0, isReordered: false });
      }),
    );
  });
});
