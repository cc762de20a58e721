/** Chance from a seed: the same seed draws the same numbers on any machine. The generator is sfc32. */

export interface Chance {
  /** At least 0, below 1. */
  readonly next: () => number;
  /** A whole number at least 0 and below `bound`. */
  readonly below: (bound: number) => number;
  readonly isTrue: (probability: number) => boolean;
  readonly pick: <T>(items: readonly T[]) => T;
  /** One of the items, each as often as its weight says. */
  readonly weighted: <T>(items: readonly (readonly [T, number])[]) => T;
}

function mix(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  };
}

export function chanceOf(seed: number): Chance {
  const word = mix(seed);
  let [a, b, c, counter] = [word(), word(), word(), 1];
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return (sum >>> 0) / 4_294_967_296;
  };
  for (let i = 0; i < 12; i++) next();
  const below = (bound: number) => Math.floor(next() * bound);
  return {
    next,
    below,
    isTrue: (probability) => next() < probability,
    pick: (items) => {
      const item = items[below(items.length)];
      if (item === undefined) throw new RangeError('nothing to pick from');
      return item;
    },
    weighted: (items) => {
      let left = next() * items.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [item, weight] of items) {
        left -= weight;
        if (left < 0) return item;
      }
      const last = items.at(-1);
      if (last === undefined) throw new RangeError('nothing to pick from');
      return last[0];
    },
  };
}

/** Another chance of the same seed: what draws from it leaves what others draw as it was. */
export function chanceApart(seed: number, purpose: string): Chance {
  const signs = Array.from(`${purpose} ${seed}`, (sign) => sign.charCodeAt(0));
  return chanceOf(signs.reduce((sum, sign) => Math.imul(sum ^ sign, 0x01000193), 0x811c9dc5));
}
