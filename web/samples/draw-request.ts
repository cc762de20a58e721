/** What is typed into the form that draws a sample, read before it is sent. */
import type { SampleRequest } from '../../shared/review/api/requests.ts';

export const SIZE_MAX = 50;
export const SEED_MAX = 64;

export type Draw = Omit<SampleRequest, 'idempotencyKey'>;
export type DrawRead = { readonly kind: 'ok'; readonly draw: Draw } | { readonly kind: 'wrong'; readonly size: string };

export function readDraw(size: string, seed: string): DrawRead {
  const count = Number(size.trim());
  if (size.trim() === '' || !Number.isInteger(count) || count < 1 || count > SIZE_MAX) {
    return { kind: 'wrong', size: `Enter a whole number from 1 to ${SIZE_MAX}.` };
  }
  const given = seed.trim();
  return { kind: 'ok', draw: { size: count, ...(given !== '' && { seed: given }) } };
}
