/** What a schedule says of the segment of the table that a function is to work on: its input, and by default all of it. */
import * as z from 'zod';
import type { Segment } from '../shared/store/store.ts';
import { OperatorError } from './fault.ts';

const segmentEvent = z
  .object({ segment: z.int().min(0).default(0), of: z.int().min(1).max(1_000_000).default(1) })
  .refine(({ segment, of }) => segment < of);

/** @throws {OperatorError} */
export function segmentOf(event: unknown): Segment {
  const parsed = segmentEvent.safeParse(event ?? {});
  if (!parsed.success) throw new OperatorError('the event must name a segment from 0 and of how many');
  return parsed.data;
}
