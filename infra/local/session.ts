/** What the three ways of `npm start` have in common: the run, the sample, and how its messages are fed. */
import { setTimeout as delay } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { Output } from '../../cli/io.ts';
import type { SampleDocket } from '../../cli/sample/read-sample.ts';
import { dynamoCaseStore } from '../../shared/store/dynamo/case-store.ts';
import { dynamoQuarantineStore } from '../../shared/store/dynamo/quarantine-store.ts';
import type { CaseStore, QuarantineStore } from '../../shared/store/store.ts';
import { type Feed, type Pace, startFeed } from './feed.ts';
import type { LocalRun } from './local-run.ts';
import { localCredentials } from './loopback.ts';

export interface Session {
  readonly run: LocalRun;
  readonly sample: SampleDocket;
  /** Remembers how much of the sample was sent. */
  readonly memory: string;
  /** Given when the run is to stop. */
  readonly signal: AbortSignal;
  readonly out: Output;
  readonly err: Output;
}

/** A pause that the signal cuts short. */
export const sleepUntil = (signal: AbortSignal) => (millis: number) =>
  delay(millis, undefined, { signal }).catch(() => {});

export function feed({ run, sample, memory, signal }: Session, pace: Pace): Promise<Feed> {
  const { sqsEndpoint, queueUrl, region, caseTableName: table } = run.descriptor;
  const client = new SQSClient({ endpoint: sqsEndpoint, region, credentials: localCredentials });
  return startFeed({ client, queueUrl, table, lines: sample.lines, memory, pace, signal, sleep: sleepUntil(signal) });
}

export function storesOf({ descriptor }: LocalRun): { cases: CaseStore; quarantine: QuarantineStore } {
  const { dynamodbEndpoint, region, caseTableName, quarantineTableName, queueShards } = descriptor;
  const client = new DynamoDBClient({ endpoint: dynamodbEndpoint, region, credentials: localCredentials });
  return {
    cases: dynamoCaseStore(client, { tableName: caseTableName, shards: queueShards }),
    quarantine: dynamoQuarantineStore(client, quarantineTableName),
  };
}
