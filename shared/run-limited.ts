/** Runs tasks side by side, so many at a time. Tasks that may fail catch their own errors. */
export async function runLimited(tasks: readonly (() => Promise<void>)[], limit: number): Promise<void> {
  const waiting = tasks.values();
  async function worker(): Promise<void> {
    for (const task of waiting) await task();
  }
  await Promise.all(Array.from({ length: Math.min(limit, tasks.length) }, worker));
}
