import { describe, expect, it } from 'vitest';
import { clear, page, updateOf } from '../test/cli/case-world.ts';
import { batcher, type FailedMessage } from './batches.ts';
import { noProgress } from './progress.ts';
import { sendLines } from './send.ts';

const lines = (count: number) => Array.from({ length: count }, (_, n) => JSON.stringify(updateOf(`A-${n}`, 1, clear)));

interface Queue {
  unchecked?: boolean;
  /** Answer to each request in turn; after the last one everything is taken. */
  answers?: ((bodies: readonly string[]) => FailedMessage[])[];
  abortAfter?: number;
}

async function send(
  chunks: string[],
  { unchecked = false, answers = [], abortAfter = Number.POSITIVE_INFINITY }: Queue = {},
) {
  const out = page();
  const err = page();
  const controller = new AbortController();
  const requests: string[][] = [];
  const taken: string[] = [];
  const pauses: number[] = [];
  async function* input() {
    for (const chunk of chunks) yield Buffer.from(chunk);
    // A source that stays open, as a terminal does.
    if (abortAfter !== Number.POSITIVE_INFINITY) await new Promise(() => {});
  }
  const outcome = await sendLines({
    input: input(),
    unchecked,
    out,
    err,
    progress: noProgress,
    signal: controller.signal,
    sleep: async (millis) => void pauses.push(millis),
    async sendBatch(bodies) {
      requests.push([...bodies]);
      const failed = answers.shift()?.(bodies) ?? [];
      taken.push(...bodies.filter((_, index) => !failed.some(({ place }) => place === index)));
      if (requests.length >= abortAfter) controller.abort();
      return failed;
    },
  });
  return { outcome, requests, taken, pauses, out: out.text(), err: err.text() };
}

describe('send', () => {
  it('sends every line as it is, ten at a time, and says how many', async () => {
    const all = [...lines(25), ` ${lines(1)[0]} `];
    const { outcome, requests, taken, out, err } = await send([`${all.join('\n')}\n`]);
    expect(outcome).toEqual({ kind: 'done' });
    expect(requests.map((request) => request.length)).toEqual([10, 10, 6]);
    expect(taken.toSorted()).toEqual(all.toSorted());
    expect([out, err]).toEqual(['sent 26 docket updates\n', '']);
  });

  it('does not keep what it has waiting for more', async () => {
    const [first = '', second = ''] = lines(2);
    const { requests } = await send([`${first}\n`, `${second}\n`]);
    expect(requests).toEqual([[first], [second]]);
  });

  it('reports what cannot be accepted and leaves it out', async () => {
    const { outcome, taken, out, err } = await send([`${lines(1)[0]}\n{"secret":1}\n`]);
    expect(outcome).toEqual({ kind: 'incomplete' });
    expect(taken).toEqual(lines(1));
    expect(JSON.parse(err)).toMatchObject({ line: 2, reason: 'unknown-key' });
    expect(err).not.toContain('secret');
    expect(out).toBe('sent 1 docket update; 1 line rejected and not sent\n');
  });

  it('sends it all the same when asked to, save what no queue takes', async () => {
    const long = `"${'x'.repeat(131_072)}"`;
    const { taken, err } = await send([`{"odd":1}\n${long}\n`], { unchecked: true });
    expect(taken).toEqual(['{"odd":1}']);
    expect(JSON.parse(err)).toMatchObject({ line: 2, reason: 'too-large' });
  });

  it('sends again what the queue did not take for reasons of its own, and only that', async () => {
    const busy = (place: number) => ({ place, isMessageAtFault: false, code: 'InternalError' });
    const { outcome, requests, taken, pauses, out } = await send([`${lines(5).join('\n')}\n`], {
      answers: [() => [busy(1), busy(4)], () => [busy(0)]],
    });
    const [, second, , , fifth] = lines(5);
    expect(requests.slice(1)).toEqual([[second, fifth], [second]]);
    expect(taken.toSorted()).toEqual(lines(5).toSorted());
    expect(pauses).toEqual([100, 200]);
    expect([outcome, out]).toEqual([{ kind: 'done' }, 'sent 5 docket updates\n']);
  });

  it('reports a message that the queue refuses as the line that it was', async () => {
    const refuse = () => [{ place: 2, isMessageAtFault: true, code: 'InvalidMessageContents' }];
    const { outcome, requests, err } = await send([`${lines(3).join('\n')}\n`], { answers: [refuse] });
    expect(outcome).toEqual({ kind: 'incomplete' });
    expect(requests).toHaveLength(1);
    expect(JSON.parse(err)).toEqual({ line: 3, reason: 'InvalidMessageContents', paths: ['$'] });
  });

  it('stops with one clear sentence when the queue cannot be reached, and says what was sent', async () => {
    const { outcome, out } = await send([`${lines(20).join('\n')}\n`], {
      answers: [
        () => [],
        () => {
          throw Object.assign(new Error('connect to 127.0.0.1 with all its details'), { code: 'ECONNREFUSED' });
        },
      ],
    });
    expect(outcome).toEqual({ kind: 'refused', message: 'the queue did not take the rest: ECONNREFUSED' });
    expect(out).toBe('sent 10 docket updates\n');
  });

  it('ends in good order when it is interrupted, also while nothing comes in', async () => {
    const { outcome, out } = await send([`${lines(3).join('\n')}\n`], { abortAfter: 1 });
    expect(outcome).toEqual({ kind: 'interrupted' });
    expect(out).toBe('sent 3 docket updates\n');
  });
});

describe('a batch', () => {
  it('is never larger than a queue takes at once', () => {
    const { add, rest } = batcher();
    const messages = Array.from({ length: 9 }, (_, line) => ({ line, body: '', bytes: 128 * 1024 }));
    const batches = [...messages.map(add), rest()].filter((batch) => batch.length > 0);
    expect(batches.map((batch) => batch.length)).toEqual([8, 1]);
    expect(rest()).toEqual([]);
  });
});
