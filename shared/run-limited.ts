/** Runs tasks side by side, so many at a time. Tasks that may fail catch their own errors. */
export async function runLimited(tasks: readonly (() => Promise<void>)[], limit: number): Promise<void> {
  const waiting = tasks.values();
  async function worker(): Promise<void> {
    for (const task of waiting) await task();
  }
  await Promise.all(Array.from({ length: Math.min(limit, tasks.length) }, worker));
}

/** The same for tasks that may fail: after the first failure no more are begun, and it is thrown when those under way have ended. */
export async function runLimitedUntilFailure(tasks: readonly (() => Promise<void>)[], limit: number): Promise<void> {
  const failures: unknown[] = [];
  const guarded = tasks.map((task) => async () => {
    if (failures.length > 0) return;
    await task().catch((error: unknown) => {
      failures.push(error);
    });
  });
  await runLimited(guarded, limit);
  if (failures.length > 0) throw failures[0];
}
