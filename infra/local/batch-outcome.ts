/** What becomes of a batch's messages after its function has run: Lambda's rules for queues, word for word. */
import * as z from 'zod';
import type { InvocationResult } from './functions.ts';

const partialFailure = z.object({
  batchItemFailures: z.array(z.object({ itemIdentifier: z.string().min(1) })).nullish(),
});

/** Ids to delete from the queue; the rest comes back when its visibility timeout is over. */
export function idsToDelete(result: InvocationResult, ids: readonly string[], reportsItemFailures: boolean): string[] {
  if (result.kind === 'failed') return [];
  if (!reportsItemFailures || result.answer === null) return [...ids];
  const parsed = partialFailure.safeParse(result.answer);
  // Not an answer that Lambda can read, or an id that it never sent: nothing in it is believed.
  if (!parsed.success) return [];
  const failed = new Set((parsed.data.batchItemFailures ?? []).map(({ itemIdentifier }) => itemIdentifier));
  for (const id of failed) if (!ids.includes(id)) return [];
  return ids.filter((id) => !failed.has(id));
}
