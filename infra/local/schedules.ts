/**
 * Calls functions at the times of their rules, in the very event that EventBridge sends. A laptop sleeps through most of those
 * times, so each is called once soon after the start too.
 */
import { randomUUID } from 'node:crypto';
import type { RunningFunction } from './functions.ts';
import { LOCAL_ACCOUNT } from './loopback.ts';
import { nextTime, type PlannedSchedule } from './schedule-plan.ts';

export interface ScheduleParts {
  readonly schedules: readonly PlannedSchedule[];
  readonly functions: ReadonlyMap<string, RunningFunction>;
  readonly region: string;
  readonly now: () => Date;
  /** Told of what a person should see. */
  readonly log: (line: string) => void;
}

const AFTER_START_MS = 15_000;

/** @returns what stops the timers; a call that runs is cut off with its function, and the next one takes up what it left */
export function startSchedules({ schedules, functions, region, now, log }: ScheduleParts): () => void {
  const timers = new Set<NodeJS.Timeout>();
  let isStopped = false;
  const call = async ({ logicalId, functionName }: PlannedSchedule) => {
    const result = await functions.get(functionName)?.invoke({
      version: '0',
      id: randomUUID(),
      'detail-type': 'Scheduled Event',
      source: 'aws.events',
      account: LOCAL_ACCOUNT,
      time: now().toISOString(),
      region,
      resources: [logicalId],
      detail: {},
    });
    if (result?.kind === 'returned' || isStopped) return;
    log(`${functionName}: called by its schedule, it ${result?.why ?? 'is not there'}`);
  };
  const callIn = (schedule: PlannedSchedule, waitMs: number) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      void call(schedule);
      callIn(schedule, nextTime(schedule.times, now()).getTime() - now().getTime());
    }, waitMs);
    timers.add(timer);
  };
  for (const schedule of schedules) callIn(schedule, AFTER_START_MS);
  return () => {
    isStopped = true;
    for (const timer of timers) clearTimeout(timer);
  };
}
