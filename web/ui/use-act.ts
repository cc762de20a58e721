/**
 * One meant act, however often a button is pressed or a call is repeated: the same content keeps its idempotency key until
 * an answer to it has come, and nothing is sent while an answer is awaited.
 */
import { useRef, useState } from 'preact/hooks';
import type { Result } from '../api/result.ts';

type ActState<Body> =
  | { readonly kind: 'idle' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'answered'; readonly result: Result<Body> };

export interface Act<Asked, Body> {
  readonly state: ActState<Body>;
  readonly isBusy: boolean;
  /** The last answer that is not `ok`. */
  readonly refusal: Exclude<Result<Body>, { kind: 'ok' }> | undefined;
  /** Undefined when one is already under way: the second press of a double click. */
  readonly run: (asked: Asked) => Promise<Result<Body> | undefined>;
  /** Forgets the answer, to start afresh. */
  readonly reset: () => void;
}

interface Meant {
  readonly content: string;
  readonly key: string;
}

/** Whether the act is over, one way or the other. Where nobody knows, the next try must be the same act. */
function isOver({ kind, ...rest }: Result<unknown>): boolean {
  if (kind === 'unreachable') return false;
  return !('problem' in rest && (rest.problem.code === 'try-again' || rest.problem.code === 'failed'));
}

export function useAct<Asked, Body>(
  newKey: () => string,
  send: (asked: Asked & { readonly idempotencyKey: string }) => Promise<Result<Body>>,
): Act<Asked, Body> {
  const [state, setState] = useState<ActState<Body>>({ kind: 'idle' });
  // A ref, not state: the second click of two comes before the next rendering.
  const underWay = useRef(false);
  const meant = useRef<Meant>(undefined);

  async function run(asked: Asked): Promise<Result<Body> | undefined> {
    if (underWay.current) return undefined;
    underWay.current = true;
    const content = JSON.stringify(asked);
    if (meant.current?.content !== content) meant.current = { content, key: newKey() };
    setState({ kind: 'busy' });
    try {
      const result = await send({ ...asked, idempotencyKey: meant.current.key });
      if (isOver(result)) meant.current = undefined;
      setState({ kind: 'answered', result });
      return result;
    } finally {
      underWay.current = false;
    }
  }

  const refusal = state.kind === 'answered' && state.result.kind !== 'ok' ? state.result : undefined;
  return { state, isBusy: state.kind === 'busy', refusal, run, reset: () => setState({ kind: 'idle' }) };
}
