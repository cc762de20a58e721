/** Dead letters back to their queue on an SQS, and set-aside messages sent again: nothing lost, nothing shown. */
import { SQSClient } from '@aws-sdk/client-sqs';
import { startFauxqs } from 'fauxqs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { noProgress } from '../../cli/progress.ts';
import { deadLettersOf, sqsRedrive } from '../../cli/redrive/queues.ts';
import { type DeadLetter, type RedrivePorts, type RedriveRequest, redrive } from '../../cli/redrive/redrive.ts';
import { type ResubmitRequest, resubmit } from '../../cli/redrive/resubmit.ts';
import type { RejectionReason } from '../../events/rejection.ts';
import { memoryQuarantineStore } from '../../shared/store/memory/quarantine-store.ts';
import { body, names } from '../contract/store-samples.ts';
import { page } from './case-world.ts';

const CANARY = 'CANARY';

async function run(queues: RedrivePorts, given: Partial<Omit<RedriveRequest, 'out' | 'err'>> = {}) {
  const [out, err] = [page(), page()];
  const outcome = await redrive({
    queues,
    isDryRun: false,
    limit: 1000,
    progress: noProgress,
    signal: new AbortController().signal,
    ...given,
    out,
    err,
  });
  return { outcome: outcome.kind, out: out.text(), err: err.text() };
}

describe('dead letters on an SQS', () => {
  let server: Awaited<ReturnType<typeof startFauxqs>>;
  let client: SQSClient;
  let queueUrl = '';
  beforeAll(async () => {
    server = await startFauxqs({ port: 0, host: '127.0.0.1', logger: false });
    const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
    client = new SQSClient({ endpoint: `http://127.0.0.1:${server.port}`, region: 'us-east-1', credentials });
    queueUrl = `http://127.0.0.1:${server.port}/000000000000/updates`;
  });
  afterAll(async () => {
    client.destroy();
    await server.stop();
  });
  beforeEach(() => {
    server.purgeAll();
    server.createQueue('updates-dead');
    const deadLetterTargetArn = 'arn:aws:sqs:us-east-1:000000000000:updates-dead';
    server.createQueue('updates', {
      attributes: { RedrivePolicy: JSON.stringify({ deadLetterTargetArn, maxReceiveCount: 5 }) },
    });
  });

  const bodiesIn = (queue: string) =>
    (server.inspectQueue(queue)?.messages.ready ?? []).map((message) => message.body).sort();

  async function queues(): Promise<RedrivePorts> {
    const deadUrl = await deadLettersOf(client, queueUrl);
    if (deadUrl === undefined) throw new Error('no dead letters');
    return sqsRedrive(client, queueUrl, deadUrl);
  }

  async function fail(count: number): Promise<string[]> {
    const bodies = Array.from({ length: count }, (_, i) => body({ id: `u${i}`, subject: `${CANARY}-${i}` }));
    bodies.push(`{"${CANARY}":`);
    for (const text of bodies) server.sendMessage('updates-dead', text);
    return bodies.sort();
  }

  test('go back as they were, and none stays', async () => {
    const bodies = await fail(23);
    expect(await run(await queues())).toEqual({
      outcome: 'done',
      out: 'moved 24 dead letters back to the queue\n',
      err: '',
    });
    expect(bodiesIn('updates')).toEqual(bodies);
    expect(server.inspectQueue('updates-dead')?.messages).toMatchObject({ ready: [], delayed: [] });
    expect(server.inspectQueue('updates-dead')?.messages.inflight).toHaveLength(0);
  });

  test('are only looked at in a dry run, and told of by kind and age', async () => {
    const bodies = await fail(12);
    const { outcome, out, err } = await run(await queues(), { isDryRun: true });
    expect([outcome, err]).toEqual(['done', '']);
    expect(out).toMatch(/^13 dead letters would be moved, the oldest first sent at \d{4}-\d\d-\d\dT[\d:.]+Z\n/);
    expect(out).toContain('  12  docket update\n');
    expect(out).toContain('  1  not acceptable (not-json): will be set aside\n');
    expect(out).not.toContain(CANARY);
    expect(bodiesIn('updates-dead')).toEqual(bodies);
    expect(bodiesIn('updates')).toEqual([]);
  });

  test('beyond the limit are left for the next time', async () => {
    await fail(14);
    expect((await run(await queues(), { limit: 12 })).out).toContain('moved 12');
    expect(bodiesIn('updates')).toHaveLength(12);
    expect(bodiesIn('updates-dead')).toHaveLength(3);
  });

  test('of a queue that names none are none', async () => {
    server.createQueue('alone');
    expect(await deadLettersOf(client, queueUrl.replace('updates', 'alone'))).toBeUndefined();
  });
});

describe('a queue that misbehaves', () => {
  function letter(id: string): DeadLetter {
    return { id, receipt: `receipt of ${id}`, body: body({ id }), sentAt_ms: Date.parse('2021-06-15T12:00:00Z') };
  }

  /** Dead letters that are received once each, in pieces of ten. */
  function ports(given: Partial<RedrivePorts> = {}) {
    const dead = Array.from({ length: 12 }, (_, i) => letter(`m${i}`));
    const waiting = [...dead];
    const sent: string[] = [];
    const removed: string[] = [];
    const queues: RedrivePorts = {
      receive: async () => waiting.splice(0, 10),
      async send(letters) {
        sent.push(...letters.map(({ id }) => id));
        return letters.map(({ id }, place) => ({ place, id: `new ${id}` }));
      },
      async remove(letters) {
        removed.push(...letters.map(({ id }) => id));
        return letters.map((_, place) => place);
      },
      release: async () => {},
      ...given,
    };
    return { queues, waiting, sent, removed };
  }

  test('keeps what it does not take, and is told so', async () => {
    const { queues, removed } = ports({
      send: async (letters) =>
        letters.flatMap(({ id }, place) => (id === 'm3' || id === 'm11' ? [] : [{ place, id: `new ${id}` }])),
    });
    expect(await run(queues)).toEqual({
      outcome: 'incomplete',
      out: 'moved 10 dead letters back to the queue\n',
      err: '2 not taken by the queue, and kept\n',
    });
    expect(removed).not.toContain('m3');
    expect(removed).toHaveLength(10);
  });

  test('that does not delete leaves the letter twice, which is told', async () => {
    const { queues, sent } = ports({ remove: async (letters) => letters.map((_, place) => place).slice(1) });
    const { outcome, err } = await run(queues);
    expect([outcome, sent.length]).toEqual(['done', 12]);
    expect(err).toBe('2 moved but not deleted: they will be there again, which is harmless\n');
  });

  test('gives letters out again before all were looked at, so that there may be more than a dry run counts', async () => {
    const { queues } = ports();
    const rounds = [await queues.receive(), [letter('m0'), letter('m1')], [letter('m2')]];
    const receive = async () => rounds.shift() ?? [];
    const { outcome, out, err } = await run({ ...queues, receive }, { isDryRun: true });
    expect(out).toMatch(/^at least 10 dead letters would be moved, /);
    expect([outcome, err]).toEqual([
      'incomplete',
      'letters came back before all were looked at: there may be more of them\n',
    ]);
  });

  test('never goes round with what fails again at once', async () => {
    const { queues, waiting, sent } = ports();
    const failing: RedrivePorts = {
      ...queues,
      async send(letters) {
        const taken = await queues.send(letters);
        // The consumer fails, and the letter is back under the id it was sent under.
        waiting.push(...taken.map(({ id }) => letter(id)));
        return taken;
      },
    };
    const { outcome, out, err } = await run(failing);
    expect([outcome, out]).toEqual(['incomplete', 'moved 12 dead letters back to the queue\n']);
    expect(err).toBe('12 failed again and are back among the dead letters\n');
    expect(sent).toHaveLength(12);
  });

  test('is sent no more than it takes at once, however large the letters', async () => {
    const large = 'x'.repeat(300 * 1024);
    const waiting = Array.from({ length: 7 }, (_, i) => ({ ...letter(`m${i}`), body: large }));
    const sizes: number[] = [];
    const { queues } = ports({ receive: async () => waiting.splice(0, 10) });
    const counting: RedrivePorts = {
      ...queues,
      send: (letters) => {
        sizes.push(letters.length * large.length);
        return queues.send(letters);
      },
    };
    expect((await run(counting)).outcome).toBe('done');
    expect(sizes).toHaveLength(3);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(1024 * 1024);
  });

  test('interrupted, ends between two pieces with nothing half done', async () => {
    const stop = new AbortController();
    const { queues, sent, removed } = ports();
    const stopping: RedrivePorts = {
      ...queues,
      remove: (letters) => {
        stop.abort();
        return queues.remove(letters);
      },
    };
    expect((await run(stopping, { signal: stop.signal })).outcome).toBe('interrupted');
    expect(sent).toEqual(removed);
    expect(sent).toHaveLength(10);
  });
});

describe('messages that were set aside', () => {
  async function quarantine() {
    const store = memoryQuarantineStore();
    const put = (text: string, reason: RejectionReason, receivedAt: string) =>
      store.put({ id: names.receivedId(text), reason, paths: ['$'], receivedAt, body: text });
    for (let i = 0; i < 12; i++) {
      await put(body({ id: `mended ${i}`, subject: CANARY }), 'unknown-key', '2021-06-10T00:00:00.000Z');
    }
    await put(`{"${CANARY}":`, 'not-json', '2021-06-11T00:00:00.000Z');
    await put(body({ id: 'twice' }), 'conflicting-content', '2021-06-12T00:00:00.000Z');
    await put(body({ id: 'old' }), 'wrong-type', '2021-05-01T00:00:00.000Z');
    return store;
  }

  async function again(given: Partial<Omit<ResubmitRequest, 'out' | 'err'>> = {}) {
    const [out, err] = [page(), page()];
    const sent: string[] = [];
    const outcome = await resubmit({
      quarantine: await quarantine(),
      newest: '2021-06-15',
      days: 30,
      limit: 100,
      reason: undefined,
      isDryRun: false,
      sendBatch: async (bodies) => {
        sent.push(...bodies);
        return [];
      },
      sleep: async () => {},
      progress: noProgress,
      signal: new AbortController().signal,
      ...given,
      out,
      err,
    });
    expect(out.text() + err.text()).not.toContain(CANARY);
    return { outcome: outcome.kind, out: out.text(), sent };
  }

  test('are sent as they came, if they would be accepted now and do not count already', async () => {
    const { outcome, out, sent } = await again();
    expect([outcome, sent.length]).toEqual(['done', 12]);
    expect(sent).toContain(body({ id: 'mended 3', subject: CANARY }));
    expect(out).toBe(
      'looked at 14 messages: 12 sent again\n' +
        '  1 counted when they came, and are not sent\n' +
        '  1 would be rejected again: not-json\n',
    );
  });

  test('stay where they are in a dry run', async () => {
    const { out, sent } = await again({ isDryRun: true });
    expect(sent).toEqual([]);
    expect(out).toContain('looked at 14 messages: 12 would be sent again\n');
  });

  test.each<[string, Partial<ResubmitRequest>, number]>([
    ['for one reason', { reason: 'unknown-key' }, 12],
    ['for a reason that nothing was set aside for', { reason: 'no-such-date' }, 0],
    ['of the last days', { days: 4 }, 0],
    ['of longer ago', { days: 60 }, 13],
    ['up to a limit', { limit: 5 }, 3],
  ])('are those %s', async (_, given, expected) => {
    expect((await again(given)).sent).toHaveLength(expected);
  });

  test('and are refused by the queue are told of', async () => {
    const sendBatch: ResubmitRequest['sendBatch'] = async () => [{ place: 0, isMessageAtFault: true, code: 'TooLong' }];
    const { outcome, out } = await again({ sendBatch });
    expect([outcome, out.includes('10 sent again') && out.includes('2 not taken by the queue')]).toEqual([
      'incomplete',
      true,
    ]);
  });
});
