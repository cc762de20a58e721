/** A rule of the template that calls a function at set times: which, and when next. */
import * as z from 'zod';
import type { Resource } from './assembly.ts';
import type { FunctionPlan } from './function-plan.ts';
import { CannotRun, understood } from './understood.ts';

export interface PlannedSchedule {
  readonly logicalId: string;
  readonly functionName: string;
  readonly times: Times;
}

/** In UTC. Undefined is whichever. */
export interface Times {
  readonly minute: number;
  readonly hour: number | undefined;
  /** 0 is Sunday. */
  readonly weekday: number | undefined;
}

/** Minute, hour, and day of the week as CDK writes them; days of the month and months have no use here. */
const CRON = /^cron\((\d{1,2}) (\d{1,2}|\*) (?:\*|\?) \* (\*|\?|SUN|MON|TUE|WED|THU|FRI|SAT) \*\)$/;
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

const rule = z.object({
  ScheduleExpression: z.string().regex(CRON),
  State: z.literal('ENABLED').default('ENABLED'),
  EventPattern: z.undefined().optional(),
  Targets: z.tuple([z.object({ Arn: z.string(), Input: z.undefined().optional() })]),
});

export function planSchedule(resource: Resource, given: unknown, functions: readonly FunctionPlan[]): PlannedSchedule {
  const { ScheduleExpression, Targets } = understood(resource, rule, given);
  const called = functions.find(({ arn }) => arn === Targets[0].Arn);
  if (called === undefined) throw new CannotRun(`${resource.type} ${resource.logicalId} calls no function`);
  return { logicalId: resource.logicalId, functionName: called.name, times: timesOf(ScheduleExpression) };
}

function timesOf(expression: string): Times {
  const [, minute = '', hour = '', weekday = ''] = CRON.exec(expression) ?? [];
  const day = WEEKDAYS.indexOf(weekday);
  return {
    minute: Number(minute),
    hour: hour === '*' ? undefined : Number(hour),
    weekday: day < 0 ? undefined : day,
  };
}

const HOUR_MS = 60 * 60 * 1000;

/** The first such time after the instant. */
export function nextTime({ minute, hour, weekday }: Times, after: Date): Date {
  const candidate = new Date(after);
  candidate.setUTCMinutes(minute, 0, 0);
  const isOne = (time: Date) =>
    time > after &&
    (hour === undefined || time.getUTCHours() === hour) &&
    (weekday === undefined || time.getUTCDay() === weekday);
  while (!isOne(candidate)) candidate.setTime(candidate.getTime() + HOUR_MS);
  return candidate;
}
