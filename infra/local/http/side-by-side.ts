/** Lets so many pieces of work run side by side; the others wait their turn, first come first served. */
export function sideBySide(atMost: number): <T>(work: () => Promise<T>) => Promise<T> {
  let free = atMost;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
}
