/** What the store throws. A message names the place and the fault, never what is stored. */

/**
 * - `throttled`: not done; try later.
 * - `unavailable`: timed out or broke off; it may have been done all the same.
 * - `refused`: the table will not do it, however often it is asked.
 * - `too-large`: the item would not fit.
 * - `corrupt-item`: what is stored is not what this program writes.
 */
export type StoreFault = 'throttled' | 'unavailable' | 'refused' | 'too-large' | 'corrupt-item';

export class StoreError extends Error {
  override name = 'StoreError';
  readonly fault: StoreFault;

  /** @param place such as `head.record`, or the service's own name of its error */
  constructor(fault: StoreFault, place: string) {
    super(`${fault}: ${place}`);
    this.fault = fault;
  }
}

/** Whether the same request may succeed later; it may also have succeeded already. */
export function isTransient(error: unknown): boolean {
  return error instanceof StoreError && (error.fault === 'throttled' || error.fault === 'unavailable');
}
