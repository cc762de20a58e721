/**
 * The queues of a local run: fauxqs on loopback, its state in SQLite. Nothing is answered to a sender or a consumer
 * before it is on disk, so what was acknowledged survives a `kill -9`.
 */
import { DatabaseSync } from 'node:sqlite';
import { buildApp } from 'fauxqs';
// fauxqs's own start listens on every interface of the machine and commits row by row, so its parts are put together
// here: they are not among its exports, and its version is pinned.
import { PersistenceManager } from '../../node_modules/fauxqs/dist/persistence.js';
import { S3Store } from '../../node_modules/fauxqs/dist/s3/s3Store.js';
import { SnsStore } from '../../node_modules/fauxqs/dist/sns/snsStore.js';
import { SqsStore } from '../../node_modules/fauxqs/dist/sqs/sqsStore.js';
import { LOCAL_ACCOUNT, LOCAL_HOST } from './loopback.ts';
import type { PlannedQueue } from './queue-plan.ts';

export interface QueueDepth {
  visible: number;
  inFlight: number;
}

export interface Queues {
  readonly endpoint: string;
  readonly urlOf: (name: string) => string;
  /** Makes the queue, or gives the one on disk the template's attributes; its messages stay. */
  readonly put: (queue: PlannedQueue) => void;
  readonly depthOf: (name: string) => QueueDepth;
  readonly close: () => Promise<void>;
}

/** Shortest time after which a message that a killed run held is taken again. */
const RETURNED_AFTER_S = 1;

export async function openQueues({ folder, region }: { folder: string; region: string }): Promise<Queues> {
  const persistence = new PersistenceManager(folder);
  const database = databaseOf(persistence);
  const sqsStore = new SqsStore();
  // Without a host of its own fauxqs gives queue URLs under the address that the caller used.
  sqsStore.host = '';
  sqsStore.region = region;
  const snsStore = new SnsStore();
  persistence.loadSqsAndSns(sqsStore, snsStore);
  sqsStore.persistence = persistence;
  for (const queue of sqsStore.allQueues()) queue.persistence = persistence;

  const app = buildApp({ logger: false, stores: { sqsStore, snsStore, s3Store: new S3Store() } });
  const commit = () => {
    database.exec('COMMIT');
    database.exec('BEGIN');
  };
  // One transaction up to each answer: a batch is one write to disk, and a move to the dead letters, which fauxqs does
  // as a delete and an insert, is never cut in two.
  app.addHook('onSend', async () => commit());
  database.exec('BEGIN');
  returnHeldMessages(sqsStore);
  commit();
  const endpoint = await app.listen({ port: 0, host: LOCAL_HOST });
  const urlOf = (name: string) => `${endpoint}/${LOCAL_ACCOUNT}/${name}`;

  return {
    endpoint,
    urlOf,
    put({ name, arn, attributes }) {
      const known = sqsStore.getQueueByName(name);
      if (known === undefined) {
        sqsStore.createQueue(name, urlOf(name), arn, attributes);
      } else {
        known.setAttributes({ RedrivePolicy: '', ...attributes });
      }
      commit();
    },
    depthOf(name) {
      const queue = sqsStore.getQueueByName(name);
      if (queue === undefined) throw new Error(`there is no queue ${name}`);
      queue.processTimers();
      const { ready, delayed, inflight } = queue.inspectMessages();
      return { visible: ready.length + delayed.length, inFlight: inflight.length };
    },
    async close() {
      await app.close();
      database.exec('COMMIT');
      persistence.close();
    },
  };
}

/**
 * At the start no consumer is alive, so what the last run held is given back instead of waiting for its visibility
 * timeout. Not with a timeout of 0, which fauxqs 2.4.1 cannot write to its database.
 */
function returnHeldMessages(store: SqsStore): void {
  for (const queue of store.allQueues()) {
    for (const held of queue.inspectMessages().inflight) queue.changeVisibility(held.receiptHandle, RETURNED_AFTER_S);
  }
}

function databaseOf(persistence: PersistenceManager): DatabaseSync {
  const database: unknown = Reflect.get(persistence, 'db');
  if (database instanceof DatabaseSync) return database;
  throw new Error('fauxqs keeps its database elsewhere: infra/local/durable-queues.ts is written for 2.4.1');
}
