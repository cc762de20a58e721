/** The case as the page shows it, what changed of it while it was shown, and whether there is something newer to see. */
import { useEffect, useState } from 'preact/hooks';
import type { CaseView } from '../../shared/review/api/answers.ts';
import type { PagePorts } from '../app/ports.ts';
import { type Change, changesBetween, hasMoved, mergedChanges } from './changes.ts';

/** How often it is looked for something newer; a page that is read takes minutes. */
const LOOK_EVERY_SECONDS = 45;
/** A finding is folded in within a second or two, as a rule. */
const AWAIT_EVERY_SECONDS = 2;
/** After so many looks the page stops and says so. */
const AWAIT_LOOKS = 45;

interface Awaited {
  readonly updateId: string;
  readonly looks: number;
}

export interface ShownCase {
  /** What changed since the page opened, beside what the server tells since the claim. */
  readonly changes: readonly Change[];
  /** The case as it is now, where that is not what is shown. */
  readonly newer: CaseView | undefined;
  /** A finding that is on its way; `over` once the page no longer waits for it. */
  readonly awaited: 'no' | 'waiting' | 'over';
  /** Shows another view of the case and keeps count of what changed. */
  readonly show: (view: CaseView) => void;
  readonly await: (updateId: string) => void;
}

export function isArrived({ timeline }: CaseView, updateId: string): boolean {
  return timeline.some((event) => event.kind === 'update' && event.id === updateId);
}

export function useShownCase(
  view: CaseView,
  replace: (view: CaseView) => void,
  { api, every, say }: Pick<PagePorts, 'api' | 'every' | 'say'>,
): ShownCase {
  const [changes, setChanges] = useState<readonly Change[]>([]);
  const [newer, setNewer] = useState<CaseView>();
  const [awaited, setAwaited] = useState<Awaited>();

  function show(next: CaseView): void {
    setChanges(mergedChanges(changes, changesBetween(view, next)));
    setNewer(undefined);
    replace(next);
  }

  async function look(): Promise<CaseView | undefined> {
    const result = await api.showCase(view.key);
    return result.kind === 'ok' ? result.body : undefined;
  }

  useEffect(() => {
    let isOver = false;
    const stop = every(LOOK_EVERY_SECONDS, () => {
      void look().then((now) => {
        if (!isOver && now !== undefined) setNewer(hasMoved(view, now) ? now : undefined);
      });
    });
    return () => {
      isOver = true;
      stop();
    };
  }, [view]);

  const isWaiting = awaited !== undefined && awaited.looks < AWAIT_LOOKS;
  useEffect(() => {
    if (!isWaiting) return undefined;
    let isOver = false;
    const stop = every(AWAIT_EVERY_SECONDS, () => {
      void look().then((now) => {
        if (isOver) return;
        if (now === undefined || !isArrived(now, awaited.updateId)) {
          setAwaited({ ...awaited, looks: awaited.looks + 1 });
          return;
        }
        setAwaited(undefined);
        show(now);
        say('The finding is in the case, and the case has been read anew.');
      });
    });
    return () => {
      isOver = true;
      stop();
    };
  }, [awaited, view]);

  return {
    changes,
    newer,
    awaited: awaited === undefined ? 'no' : isWaiting ? 'waiting' : 'over',
    show,
    await: (updateId) => setAwaited({ updateId, looks: 0 }),
  };
}
