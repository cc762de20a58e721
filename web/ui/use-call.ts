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
    setLoading(false);
    setShown((before) => ({
      asked,
      result,
      body: result.kind === 'ok' ? result.body : before?.asked === asked ? before.body : undefined,
    }));
    return result.kind === 'ok';
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
    replace(body) {
      newest.current += 1;
      setLoading(false);
      setShown({ asked, result: { kind: 'ok', body }, body });
    },
  };
}
