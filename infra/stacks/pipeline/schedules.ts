/** What is done at set times: the day that passes, the watch over the queues, seals, and the sweep for what was missed. */
import { Duration } from 'aws-cdk-lib';
import { Schedule } from 'aws-cdk-lib/aws-events';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Scheduled } from '../../constructs/scheduled.ts';
import { addFunction, type LaterParts, type Parts } from './parts.ts';

/** As long as a function may run. */
const LONGEST = Duration.minutes(15);

export function addFindDue(parts: LaterParts): Scheduled {
  const { stack, data, environment, reclassify } = parts;
  const { asOf, fipsEndpoints } = environment;
  const findDue = addFunction(parts, 'FindDue', {
    folder: 'find-due',
    description: 'Sends the cases whose day of change has come to be drawn again.',
    calledBy: 'schedule',
    timeout: LONGEST,
    memoryMb: 512,
    variables: {
      CASE_TABLE_NAME: data.cases.table.tableName,
      RECLASSIFY_QUEUE_URL: reclassify.urlForSenders(fipsEndpoints),
      ...(asOf === undefined ? {} : { AS_OF: asOf }),
    },
  });
  data.cases.allowFindingDue(findDue.function);
  reclassify.allowSending(findDue.function);
  return new Scheduled(stack, 'DatesPass', {
    called: findDue,
    description: 'Own Motion: finds the cases that the new day may have changed.',
    // When the day by which cases are classified has begun.
    schedule: Schedule.cron({ hour: '0', minute: '10' }),
    missedAfter: Duration.hours(26),
    failureMeans: 'Cases whose day has come keep the answer of the day before until it runs again.',
  });
}

export function addWatchQueues(parts: Parts): Scheduled {
  const { stack, data, environment } = parts;
  const { offices, queueShards, alarms } = environment;
  const { from, until, timeZone } = alarms.workingHours;
  const watch = addFunction(parts, 'WatchQueues', {
    folder: 'watch-queues',
    description: 'Counts how many flags wait for a person and for how long.',
    calledBy: 'schedule',
    timeout: Duration.minutes(5),
    memoryMb: 512,
    variables: {
      CASE_TABLE_NAME: data.cases.table.tableName,
      QUEUE_SHARDS: String(queueShards),
      OFFICES: offices.join(','),
      WORKING_HOURS: `${from}-${until}`,
      WORKING_TIME_ZONE: timeZone,
    },
  });
  data.cases.allowWatchingQueues(watch.function);
  return new Scheduled(stack, 'QueuesWatched', {
    called: watch,
    description: 'Own Motion: counts the flags that wait and how long they have waited.',
    schedule: Schedule.cron({ minute: '5' }),
    missedAfter: Duration.hours(3),
    failureMeans: 'Nobody is told when flags wait too long or when a docket system has fallen silent.',
  });
}

export function addSeal(parts: Parts): Scheduled {
  const { stack, data, environment } = parts;
  const { seals } = data.keys;
  const seal = addFunction(parts, 'Seal', {
    folder: 'seal',
    description: 'Puts a signed figure over the heads of a segment into the archive.',
    calledBy: 'schedule',
    timeout: LONGEST,
    memoryMb: 1024,
    variables: {
      CASE_TABLE_NAME: data.cases.table.tableName,
      ARCHIVE_BUCKET_NAME: data.archive.bucket.bucketName,
      SEAL_KEY_ID: seals.keyArn,
    },
  });
  data.cases.allowScanning(seal.function);
  data.archive.allowPutting(seal);
  seal.function.addToRolePolicy(new PolicyStatement({ actions: ['kms:Sign'], resources: [seals.keyArn] }));
  return new Scheduled(stack, 'CasesSealed', {
    called: seal,
    description: 'Own Motion: seals the heads of cases in the archive.',
    schedule: Schedule.cron({ minute: '25' }),
    segments: environment.segments,
    missedAfter: Duration.hours(3),
    failureMeans: 'A change of the tables behind the back of the program could be found, but not dated.',
  });
}

export function addSweep(parts: LaterParts): Scheduled {
  const { stack, data, environment, bus, reclassify } = parts;
  const sweep = addFunction(parts, 'Sweep', {
    folder: 'sweep',
    description: 'Finds flags that were not announced or stand in the wrong place, and puts them right.',
    calledBy: 'schedule',
    timeout: LONGEST,
    memoryMb: 512,
    variables: {
      CASE_TABLE_NAME: data.cases.table.tableName,
      EVENT_BUS_NAME: bus.eventBusName,
      RECLASSIFY_QUEUE_URL: reclassify.urlForSenders(environment.fipsEndpoints),
      QUEUE_SHARDS: String(environment.queueShards),
    },
  });
  data.cases.allowSweeping(sweep.function);
  bus.grantPutEventsTo(sweep.function);
  reclassify.allowSending(sweep.function);
  return new Scheduled(stack, 'Swept', {
    called: sweep,
    description: 'Own Motion: looks for flags that were not announced or stand in the wrong place.',
    schedule: Schedule.cron({ weekDay: 'SUN', hour: '6', minute: '40' }),
    segments: environment.segments,
    // The longest that an alarm can look back.
    missedAfter: Duration.days(7),
    failureMeans: 'What an announcement or a list has missed stays missed until the next week.',
  });
}
