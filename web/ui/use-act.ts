/** A meant act with what came of it, for a form that shows that it is busy and what was refused. */
import { useRef, useState } from 'preact/hooks';
import type { Result } from '../api/result.ts';
import { meantAct, type Send } from './meant-act.ts';

type ActState<Body> =
  | { readonly kind: 'idle' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'answered'; readonly result: Result<Body> };

export interface Act<Asked, Body> {
  readonly state: ActState<Body>;
  readonly isBusy: boolean;
  /** The last answer, where it is not `ok`. */
  readonly refusal: Exclude<Result<Body>, { kind: 'ok' }> | undefined;
  /** Undefined when one is already under way: the second press of a double click. */
  readonly run: (asked: Asked) => Promise<Result<Body> | undefined>;
  /** Forgets the answer, to start afresh. */
  readonly reset: () => void;
}

export function useAct<Asked, Body>(newKey: () => string, send: Send<Asked, Body>): Act<Asked, Body> {
  const [state, setState] = useState<ActState<Body>>({ kind: 'idle' });
  // A ref, not state: the second click of two comes before the next rendering.
  const act = useRef(meantAct(newKey));

  async function run(asked: Asked): Promise<Result<Body> | undefined> {
    const sent = act.current.send(asked, send);
    if (sent === undefined) return undefined;
    setState({ kind: 'busy' });
    const result = await sent;
    setState({ kind: 'answered', result });
    return result;
  }

  const refusal = state.kind === 'answered' && state.result.kind !== 'ok' ? state.result : undefined;
  return { state, isBusy: state.kind === 'busy', refusal, run, reset: () => setState({ kind: 'idle' }) };
}
