/** How far a share seen in a random sample tells of all that it was drawn from. */

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Of the standard normal distribution, for 95 %. */
const Z = 1.959964;

/** Wilson's 95 % interval of a share, which stays within 0 and 1 for small samples too; all of it where none was drawn. */
export function shareInterval(hits: number, drawn: number): Interval {
  if (drawn === 0) return { low: 0, high: 1 };
  const share = hits / drawn;
  const z2 = Z * Z;
  const middle = share + z2 / (2 * drawn);
  const reach = Z * Math.sqrt((share * (1 - share)) / drawn + z2 / (4 * drawn * drawn));
  const scale = 1 + z2 / drawn;
  return { low: Math.max(0, (middle - reach) / scale), high: Math.min(1, (middle + reach) / scale) };
}

export function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}
