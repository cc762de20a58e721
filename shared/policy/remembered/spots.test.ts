import { describe, expect, it } from 'vitest';
import { makeSpots } from './spots.ts';

const numbers = new Int32Array(8);

function write(...written: number[]): number {
  numbers.set(written);
  return written.length;
}

describe('a list of numbers', () => {
  it('has one spot, whoever asks and whatever stands beyond its length', () => {
    const spots = makeSpots<string>();
    const first = spots.at(numbers, write(1, 2, 3, 9));
    expect(first.found).toBeUndefined();
    first.found = 'kept';
    expect(spots.at(Int32Array.of(1, 2, 3, 9, 7), 4)).toBe(first);
    expect(spots.size()).toBe(1);
  });

  it('is another in another order, longer, shorter or empty', () => {
    const spots = makeSpots<number>();
    const lists = [[], [0], [0, 0], [1], [2], [1, 2], [2, 1], [1, 2, 3]];
    const found = lists.map((list) => spots.at(Int32Array.from(list), list.length));
    expect(new Set(found).size).toBe(lists.length);
    expect(lists.map((list) => spots.at(Int32Array.from(list), list.length))).toEqual(found);
  });

  it('keeps its spot when others have the same hash', () => {
    const spots = makeSpots<string>();
    const all = 60_000;
    // So many lists cannot all have a hash of their own.
    const each = Array.from({ length: all }, (_, i) => [i % 251, i, i >> 3]);
    for (const list of each) spots.at(Int32Array.from(list), 3).found = list.join();
    expect(spots.size()).toBe(all);
    expect(each.every((list) => spots.at(Int32Array.from(list), 3).found === list.join())).toBe(true);
  });

  it('is copied: what is written over it later changes nothing', () => {
    const spots = makeSpots<string>();
    spots.at(numbers, write(4, 5)).found = 'four, five';
    write(6, 7);
    expect(spots.at(Int32Array.of(4, 5), 2).found).toBe('four, five');
    expect(spots.at(numbers, 2).found).toBeUndefined();
  });

  it('is gone when all is cleared', () => {
    const spots = makeSpots<string>();
    spots.at(numbers, write(4, 5)).found = 'kept';
    spots.clear();
    expect(spots.size()).toBe(0);
    expect(spots.at(numbers, 2).found).toBeUndefined();
  });
});
