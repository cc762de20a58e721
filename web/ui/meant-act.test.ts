import { describe, expect, it } from 'vitest';
import type { ProblemCode } from '../../shared/review/api/answers.ts';
import type { Result } from '../api/result.ts';
import { meantAct } from './meant-act.ts';

const ok: Result<string> = { kind: 'ok', body: 'done' };
const problem = (code: ProblemCode): Result<string> => ({
  kind: 'problem',
  problem: { type: 'urn:x', title: 'No', status: 409, code },
});

/** An act whose sendings are written down, each answered by the next of the answers. */
function actWith(answers: readonly Result<string>[]) {
  let keys = 0;
  const act = meantAct(() => `key-${++keys}`);
  const sent: object[] = [];
  const send = (asked: { idempotencyKey: string }) => {
    sent.push(asked);
    return Promise.resolve(answers[sent.length - 1] ?? ok);
  };
  return { sent, run: (reason: string) => act.send({ reason }, send) };
}

describe('an act that a person means once', () => {
  it('is sent once by a double click', async () => {
    const { sent, run } = actWith([ok]);
    const [first, second] = [run('because'), run('because')];
    expect(second).toBeUndefined();
    expect(await first).toEqual(ok);
    expect(sent).toEqual([{ reason: 'because', idempotencyKey: 'key-1' }]);
  });

  it.each([
    ['no answer came', { kind: 'unreachable' } as const],
    ['the service was busy', problem('try-again')],
    ['the service failed', problem('failed')],
  ])('keeps its key when %s', async (_, answer) => {
    const { sent, run } = actWith([answer, ok]);
    await run('because');
    await run('because');
    expect(sent.map((one) => 'idempotencyKey' in one && one.idempotencyKey)).toEqual(['key-1', 'key-1']);
  });

  it.each([
    ['it was done', ok],
    ['it was refused', problem('case-moved')],
    ['the sign-in had ended', { kind: 'signed-out' } as const],
  ])('is another act once %s', async (_, answer) => {
    const { sent, run } = actWith([answer, ok]);
    await run('because');
    await run('because');
    expect(sent.map((one) => 'idempotencyKey' in one && one.idempotencyKey)).toEqual(['key-1', 'key-2']);
  });

  it('is another act when its content is changed before the next try', async () => {
    const { sent, run } = actWith([{ kind: 'unreachable' }, ok]);
    await run('because');
    await run('because of something else');
    expect(sent).toEqual([
      { reason: 'because', idempotencyKey: 'key-1' },
      { reason: 'because of something else', idempotencyKey: 'key-2' },
    ]);
  });

  it('can be tried again after sending it threw', async () => {
    const act = meantAct(() => 'key');
    await expect(act.send({}, () => Promise.reject(new Error('no'))) ?? Promise.resolve()).rejects.toThrow('no');
    expect(await act.send({}, () => Promise.resolve(ok))).toEqual(ok);
  });
});
