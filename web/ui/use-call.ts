/** Loads something from the API when a page opens and again when asked to, keeping what is shown until the answer is there. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Result } from '../api/result.ts';

export interface Loaded<Body> {
  /** Undefined until the first answer. */
  readonly result: Result<Body> | undefined;
  /** The last body that came, also while a later call fails. */
  readonly body: Body | undefined;
  readonly isLoading: boolean;
  /** Whether what is shown is then what the call answered; false where it failed, or a newer one is under way. */
  readonly reload: () => Promise<boolean>;
  /** Puts in the place of the body what another call has answered. */
  readonly replace: (body: Body) => void;
  /** Takes what another call has come to for what this one would have come to now. */
  readonly settle: (result: Result<Body>) => void;
}

/** Not there, or not for this person to see, or not before a reason is given: what was shown of it must go, and for good. */
export function isClosed(result: Result<unknown>): boolean {
  if (result.kind !== 'problem') return false;
  const { code } = result.problem;
  return code === 'not-found' || code === 'not-allowed' || code === 'access-reason-needed';
}

/** @param asked what is asked for: another text asks anew */
export function useCall<Body>(asked: string, call: () => Promise<Result<Body>>): Loaded<Body> {
  const [shown, setShown] = useState<{ asked: string; result: Result<Body>; body: Body | undefined }>();
  const [isLoading, setLoading] = useState(true);
  // Only the newest call may speak: a slow answer to an older one is dropped.
  const newest = useRef(0);

  async function load(): Promise<boolean> {
    const mine = ++newest.current;
    setLoading(true);
    const result = await call();
    if (mine !== newest.current) return false;
    settle(result);
    return result.kind === 'ok';
  }

  function settle(result: Result<Body>): void {
    newest.current += 1;
    setLoading(false);
    setShown((before) => {
      const kept = before?.asked === asked && !isClosed(result) ? before.body : undefined;
      return { asked, result, body: result.kind === 'ok' ? result.body : kept };
    });
  }

  useEffect(() => {
    void load();
    return () => {
      newest.current += 1;
    };
  }, [asked]);

  const current = shown?.asked === asked ? shown : undefined;
  return {
    result: current?.result,
    body: current?.body,
    isLoading,
    reload: load,
    replace: (body) => settle({ kind: 'ok', body }),
    settle,
  };
}
