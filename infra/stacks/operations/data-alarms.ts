/** Alarms on what carries and keeps the docket: queues, the table's stream, and the tables. */
import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { caseTable, quarantineTable } from '../../../shared/store/table-shape.ts';
import { MAX_RECEIVE_COUNT, type QueueConsumer } from '../../constructs/queue-consumer.ts';
import type { AddAlarm } from '../../constructs/standing-alarm.ts';
import type { StreamConsumer } from '../../constructs/stream-consumer.ts';
import type { DataStack } from '../data-stack.ts';

const MINUTE = Duration.minutes(1);
/** A quarter of what the stream keeps is far more than any pause that passes by itself. */
const ITERATOR_AGE = Duration.hours(1);

export function addQueueAlarms(alarm: AddAlarm, name: string, { queue, deadLetterQueue, props }: QueueConsumer): void {
  const impact = props.failureMeans;
  const most = { period: MINUTE, statistic: 'Maximum' };
  alarm(`${name}DeadLetters`, {
    what: `A message failed ${MAX_RECEIVE_COUNT} times and waits among the dead letters for a person.`,
    impact,
    firstStep: 'Find the fault in the log of the function before moving anything back.',
    runbook: 'dead-letters',
    metric: deadLetterQueue.metricApproximateNumberOfMessagesVisible(most),
    threshold: 1,
    periods: 1,
  });
  alarm(`${name}OldestMessage`, {
    what: `The oldest message has waited for ${props.oldestMessageAge.toMinutes()} minutes or more.`,
    impact,
    firstStep: 'See whether the function runs and fails, or is not called at all.',
    runbook: 'queue-behind',
    metric: queue.metricApproximateAgeOfOldestMessage(most),
    threshold: props.oldestMessageAge.toSeconds(),
    periods: 3,
  });
  alarm(`${name}Depth`, {
    what: `More than ${props.deepest} messages wait.`,
    impact,
    firstStep: 'See whether more comes than usual, or less is done.',
    runbook: 'queue-behind',
    metric: queue.metricApproximateNumberOfMessagesVisible(most),
    threshold: props.deepest,
    periods: 5,
    when: 'more-than',
  });
}

export function addStreamAlarms(alarm: AddAlarm, name: string, { failures, props }: StreamConsumer): void {
  const impact = props.failureMeans;
  alarm(`${name}Behind`, {
    what: 'The function follows the stream more than an hour behind, and the stream keeps a day.',
    impact,
    firstStep: 'See how old it is and whether it grows.',
    runbook: 'stream-behind',
    metric: props.consumer.function.metric('IteratorAge', { period: MINUTE, statistic: 'Maximum' }),
    threshold: ITERATOR_AGE.toMilliseconds(),
    periods: 5,
  });
  alarm(`${name}GivenUp`, {
    what: 'A change of the table was given up after every try.',
    impact,
    firstStep: 'Note the time of the message: for 24 hours the stream still has the change.',
    runbook: 'stream-failures',
    metric: failures.metricApproximateNumberOfMessagesVisible({ period: MINUTE, statistic: 'Maximum' }),
    threshold: 1,
    periods: 1,
  });
}

export function addTableAlarms(alarm: AddAlarm, { cases, quarantine }: DataStack): void {
  const watched = [
    { name: 'Cases', table: cases.table.tableName, index: undefined },
    { name: 'CasesQueue', table: cases.table.tableName, index: caseTable.queueIndex.name },
    { name: 'CasesClaims', table: cases.table.tableName, index: caseTable.claimsIndex.name },
    { name: 'CasesDue', table: cases.table.tableName, index: caseTable.dueIndex.name },
    { name: 'Quarantine', table: quarantine.table.tableName, index: undefined },
    { name: 'QuarantineRecent', table: quarantine.table.tableName, index: quarantineTable.recentIndex.name },
  ];
  for (const { name, table, index } of watched) {
    for (const kind of ['Read', 'Write'] as const) {
      alarm(`${name}${kind}Throttles`, {
        what: `The table refuses to ${kind.toLowerCase()} at this rate.`,
        impact: 'Updates wait and are taken later, and attorneys may be told to try again.',
        firstStep: 'See which index it is, and whether one partition is asked for more than it gives.',
        runbook: 'throttles',
        metric: new Metric({
          namespace: 'AWS/DynamoDB',
          metricName: `${kind}ThrottleEvents`,
          dimensionsMap: { TableName: table, ...(index !== undefined && { GlobalSecondaryIndexName: index }) },
          statistic: 'Sum',
          period: MINUTE,
        }),
        threshold: 1,
        periods: 5,
      });
    }
  }
}
