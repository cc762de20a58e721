/**
 * The product's functions as their containers run them: the code of the handlers behind their ports, on the simulated
 * table and queue, each with a clock of its own. A container is warm: it serves one invocation after another.
 */
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { SQSBatchResponse } from 'aws-lambda';
import { classifyUpdates } from '../../../functions/classify-update/classify-updates.ts';
import { consume } from '../../../functions/consume.ts';
import type { Report } from '../../../functions/report.ts';
import type { AccessLine } from '../../../functions/review-api/access-log.ts';
import { type HttpResponse, type ReviewApp, reviewApp } from '../../../functions/review-api/app.ts';
import { makeSeals } from '../../../functions/review-api/seals.ts';
import { type Instrument, instruments } from '../../../shared/policy/instruments.ts';
import { asStoreError } from '../../../shared/store/dynamo/aws-errors.ts';
import { dynamoCaseLedger } from '../../../shared/store/dynamo/case-ledger.ts';
import { dynamoCaseReviews } from '../../../shared/store/dynamo/case-reviews.ts';
import { dynamoFlagQueue } from '../../../shared/store/dynamo/flag-queue.ts';
import { keyedNames } from '../../../shared/store/keys.ts';
import type { QuarantineStore, SampleStore } from '../../../shared/store/store.ts';
import type { Writer } from '../checker/seen-case.ts';
import type { Table } from '../table/table.ts';
import { suffer, type Trouble, tableClient } from '../table/table-client.ts';
import type { Life } from './clock.ts';

export const SECRET = 'a secret of the simulation, long enough';
export const SHARDS = 2;
export const LEASE_MINUTES = 30;

export interface Container extends Life {
  /** How far its clock is from the world's, for one invocation. */
  skewMillis: number;
  /** Until when its invocation may work. */
  deadline: number;
  isBusy: boolean;
  /** Of an invocation that has ended for everybody else. */
  isZombie: boolean;
}

export interface Outside {
  readonly trouble: Trouble;
  readonly table: Table;
  readonly quarantine: Pick<QuarantineStore, 'put'>;
  readonly samples: SampleStore;
  readonly send: (body: string) => void;
  /** Everything that is logged or counted. */
  readonly said: (line: unknown) => void;
  /** Runs a write as its writer. */
  readonly writingAs: (writer: () => Writer, container: Container, work: () => object) => object;
  readonly report: (container: Container) => Report;
}

const names = keyedNames(SECRET);
const seals = makeSeals(SECRET);

export function policyOf(id: string): Instrument {
  const instrument = instruments.find((each) => each.id === id);
  if (instrument === undefined) throw new Error(`no instrument ${id}`);
  return instrument;
}

export function makeLife(name: string): Container {
  return { name, isDead: false, skewMillis: 0, deadline: 0, isBusy: false, isZombie: false };
}

export function portsOf(
  outside: Pick<Outside, 'trouble' | 'table' | 'writingAs'>,
  container: Container,
  kind: Writer['kind'],
) {
  const { trouble, table, writingAs } = outside;
  const { clock } = trouble;
  const now = () => new Date(clock.now + container.skewMillis).toISOString();
  const writing = () => {
    // The clock is that of the invocation that asked: its container may serve another, by another clock, before the
    // write is done.
    const { skewMillis } = container;
    const writer = (): Writer => ({ kind, now: new Date(clock.now + skewMillis).toISOString() });
    return (work: () => object) => writingAs(writer, container, work);
  };
  const client: DynamoDBDocumentClient = tableClient(table, trouble, () => container, writing);
  return { client, now };
}

/** A function that a queue feeds. */
export type Consumer = Container & {
  readonly policy: string;
  readonly run: (messages: readonly { id: string; body: string }[]) => Promise<SQSBatchResponse>;
};

export function makeClassifier(outside: Outside, name: string, policy: string): Consumer {
  const container = makeLife(name);
  const { trouble, quarantine } = outside;
  const { clock, chance } = trouble;
  const { client, now } = portsOf(outside, container, 'updates');
  const report = outside.report(container);
  const deps = {
    ledger: { ...dynamoCaseLedger(client, 'cases'), ...dynamoCaseReviews(client, 'cases') },
    quarantine: {
      put: (message: Parameters<QuarantineStore['put']>[0]) =>
        suffer(trouble, container, { label: 'quarantine', isWrite: true, work: () => quarantine.put(message) }).catch(
          (error: unknown) => {
            throw asStoreError(error);
          },
        ),
    },
    names,
    instrument: policyOf(policy),
    shards: SHARDS,
    report,
    asOf: () => now().slice(0, 10),
    now,
    sleep: (millis: number) => clock.park(container, 'sleep', millis),
    random: chance.next,
  };
  const handler = consume(
    (batch) => classifyUpdates(deps, batch),
    () => report.countFault(),
  );
  const context = { getRemainingTimeInMillis: () => container.deadline - clock.now };
  const run = (messages: readonly { id: string; body: string }[]) =>
    handler({ Records: messages.map(({ id, body }) => ({ eventSource: 'aws:sqs', messageId: id, body })) }, context);
  return Object.assign(container, { policy, run });
}

export type ApiContainer = Container & {
  readonly policy: string;
  readonly ask: (event: Parameters<ReviewApp>[0]) => Promise<HttpResponse>;
};

export function makeApi(outside: Outside, name: string, policy: string): ApiContainer {
  const container = makeLife(name);
  const { trouble, samples, send, said } = outside;
  const { client, now } = portsOf(outside, container, 'people');
  const cases = { ...dynamoCaseLedger(client, 'cases'), ...dynamoCaseReviews(client, 'cases') };
  let seeds = 0;
  const app = reviewApp(
    {
      cases,
      queue: dynamoFlagQueue(client, 'cases', SHARDS),
      samples,
      names,
      seals,
      sendUpdate: (update) =>
        suffer(trouble, container, {
          label: 'send',
          isWrite: true,
          work: () => send(JSON.stringify(update)),
        }).catch((error: unknown) => {
          throw asStoreError(error);
        }),
      instrument: policyOf(policy),
      shards: SHARDS,
      offices: ['NYC', 'LOS'],
      leaseMinutes: LEASE_MINUTES,
      handling: 'THE BANNER',
      asOf: () => now().slice(0, 10),
      now,
      newSeed: () => `seed${++seeds}`,
    },
    (line: AccessLine) => said(line),
  );
  return Object.assign(container, { policy, ask: app });
}
