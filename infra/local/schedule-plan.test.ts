import { expect, test } from 'vitest';
import type { FunctionPlan } from './function-plan.ts';
import { nextTime, planSchedule } from './schedule-plan.ts';

const called: FunctionPlan = {
  name: 'Test-FindDue',
  arn: 'arn:local:find-due',
  title: 'FindDue',
  handler: { file: 'index', exportName: 'handler' },
  runtime: 'nodejs24.x',
  timeoutS: 60,
  memoryMb: 512,
  environment: () => ({}),
};
const ruleOf = (expression: string, changes: object = {}) => {
  const properties = { ScheduleExpression: expression, State: 'ENABLED', Targets: [{ Arn: called.arn, Id: 'T' }] };
  return { logicalId: 'Rule', type: 'AWS::Events::Rule', properties: { ...properties, ...changes } };
};
const plan = (expression: string, changes: object = {}) => {
  const resource = ruleOf(expression, changes);
  return planSchedule(resource, resource.properties, [called]);
};

test.each([
  { expression: 'cron(10 0 * * ? *)', after: '2021-06-15T00:09:59Z', next: '2021-06-15T00:10:00.000Z' },
  { expression: 'cron(10 0 * * ? *)', after: '2021-06-15T00:10:00Z', next: '2021-06-16T00:10:00.000Z' },
  { expression: 'cron(5 * * * ? *)', after: '2021-06-15T23:30:00Z', next: '2021-06-16T00:05:00.000Z' },
  { expression: 'cron(0 6 ? * SUN *)', after: '2021-06-15T12:00:00Z', next: '2021-06-20T06:00:00.000Z' },
])('$expression after $after is $next', ({ expression, after, next }) => {
  expect(nextTime(plan(expression).times, new Date(after)).toISOString()).toBe(next);
});

test.each([
  { name: 'a rule of another kind', expression: 'rate(1 hour)', changes: {}, says: /ScheduleExpression/ },
  { name: 'a rule for events', expression: 'cron(5 * * * ? *)', changes: { EventPattern: {} }, says: /EventPattern/ },
  {
    name: 'a rule that calls what is not there',
    expression: 'cron(5 * * * ? *)',
    changes: { Targets: [{ Arn: 'arn:other', Id: 'T' }] },
    says: /Rule calls no function/,
  },
])('$name is refused by name', ({ expression, changes, says }) => {
  expect(() => plan(expression, changes)).toThrow(says);
});
