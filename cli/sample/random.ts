/**
 * Seeded random numbers, the same on every machine: xoshiro128** (Blackman and Vigna), its state filled by splitmix32
 * from a seed and the number of a stream. Each case draws from a stream of its own, so that case 7 is the same in a
 * docket of ten cases and of ten million.
 */

interface Weighted {
  weight: number;
}

export interface Random {
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number;
  /** True with the probability given, 0 to 1. */
  chance(probability: number): boolean;
  pick<T>(list: readonly [T, ...T[]]): T;
  /** One of the rows, each as likely as its weight says. */
  weighted<const Rows extends readonly [Weighted, ...Weighted[]]>(rows: Rows): Rows[number];
}

const TWO_32 = 0x1_0000_0000;

function splitmix32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return (mixed ^ (mixed >>> 16)) >>> 0;
  };
}

function rotateLeft(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits));
}

function xoshiro128(seed: number, stream: number): () => number {
  const fill = splitmix32(splitmix32(seed)() ^ Math.imul(stream + 1, 0x9e3779b1));
  const state = Uint32Array.of(fill(), fill(), fill(), fill());
  return () => {
    const [a = 0, b = 0, c = 0, d = 0] = state;
    const result = Math.imul(rotateLeft(Math.imul(b, 5), 7), 9) >>> 0;
    const third = c ^ a;
    const fourth = d ^ b;
    state[0] = a ^ fourth;
    state[1] = b ^ third;
    state[2] = third ^ (b << 9);
    state[3] = rotateLeft(fourth, 11);
    return result;
  };
}

export function randomFrom(seed: number, stream: number): Random {
  const next = xoshiro128(seed, stream);
  const below = (count: number) => Math.floor((next() / TWO_32) * count);
  return {
    between: (least, most) => least + below(most - least + 1),
    chance: (probability) => next() < probability * TWO_32,
    pick: (list) => list[below(list.length)] ?? list[0],
    weighted(rows) {
      const total = rows.reduce((sum, row) => sum + row.weight, 0);
      let left = (next() / TWO_32) * total;
      let index = 0;
      while (index < rows.length - 1) {
        left -= rows[index]?.weight ?? 0;
        if (left < 0) break;
        index += 1;
      }
      return rows[index] ?? rows[0];
    },
  };
}
