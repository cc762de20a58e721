/** What Lambda's event-source mapping makes of the answer of a function with partial batch responses. */

export type BatchResult = { readonly kind: 'answered'; readonly value: unknown } | { readonly kind: 'failed' };

/** Ids that the mapping deletes from the queue; the rest of the batch becomes visible again. */
export function deletedBy(batch: readonly string[], result: BatchResult): string[] {
  if (result.kind === 'failed') return [];
  const { value } = result;
  if (typeof value !== 'object' || value === null) return [...batch];
  const failures: unknown = (value as { batchItemFailures?: unknown }).batchItemFailures;
  if (failures === undefined || failures === null) return [...batch];
  if (!Array.isArray(failures)) return [];
  const failed: unknown[] = failures.map((each: { itemIdentifier?: unknown } | null) => each?.itemIdentifier);
  const isReadable = failed.every((id) => typeof id === 'string' && batch.includes(id));
  return isReadable ? batch.filter((id) => !failed.includes(id)) : [];
}
