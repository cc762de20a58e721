/**
 * One meant act, however often a button is pressed or a call is repeated: the same content keeps its idempotency key until
 * an answer to it has come, and nothing is sent while an answer is awaited.
 */
import type { Result } from '../api/result.ts';

export type Send<Asked, Body> = (asked: Asked & { readonly idempotencyKey: string }) => Promise<Result<Body>>;

export interface MeantAct {
  /** Undefined when one is already under way: the second press of a double click. */
  readonly send: <Asked, Body>(asked: Asked, send: Send<Asked, Body>) => Promise<Result<Body>> | undefined;
}

/** Whether the act is over, one way or the other. Where nobody knows, the next try must be the same act. */
function isOver(result: Result<unknown>): boolean {
  if (result.kind !== 'problem') return result.kind !== 'unreachable';
  return result.problem.code !== 'try-again' && result.problem.code !== 'failed';
}

export function meantAct(newKey: () => string): MeantAct {
  let isUnderWay = false;
  let meant: { readonly content: string; readonly key: string } | undefined;

  async function sendOnce<Asked, Body>(asked: Asked, send: Send<Asked, Body>): Promise<Result<Body>> {
    isUnderWay = true;
    const content = JSON.stringify(asked);
    if (meant?.content !== content) meant = { content, key: newKey() };
    try {
      const result = await send({ ...asked, idempotencyKey: meant.key });
      if (isOver(result)) meant = undefined;
      return result;
    } finally {
      isUnderWay = false;
    }
  }

  return { send: (asked, send) => (isUnderWay ? undefined : sendOnce(asked, send)) };
}
