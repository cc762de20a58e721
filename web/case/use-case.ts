/** The case as the page shows it, what changed of it while it was shown, and whether there is something newer to see. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { CaseView } from '../../shared/review/api/answers.ts';
import type { Result } from '../api/result.ts';
import type { PagePorts } from '../app/ports.ts';
import { isClosed } from '../ui/use-call.ts';
import { type Change, changesBetween, followedBy, hasMoved } from './changes.ts';

/** How often it is looked for something newer; a page that is read takes minutes. */
const LOOK_EVERY_SECONDS = 45;
/** A finding is folded in within a second or two, as a rule. */
const AWAIT_EVERY_SECONDS = 2;
/** After so many looks the page stops and says so. */
const AWAIT_LOOKS = 45;

type Ports = Pick<PagePorts, 'api' | 'every' | 'say'> & {
  /** The case is there no longer for this person, or asks for a reason again: what is shown of it must go. */
  readonly onClosed: (result: Result<CaseView>) => void;
};
type Awaiting = 'no' | 'waiting' | 'over';

export interface ShownCase {
  /** What changed since the page opened, beside what the server tells since the claim. */
  readonly changes: readonly Change[];
  /** The case as it is now, where that is not what is shown. */
  readonly newer: CaseView | undefined;
  /** A finding that is on its way; `over` once the page no longer waits for it. */
  readonly awaited: Awaiting;
  /** Shows another view of the case and keeps count of what changed. One that is older than what was shown is left out. */
  readonly show: (view: CaseView) => void;
  /** Shows the case anew as soon as an update is in it. */
  readonly await: (updateId: string) => void;
}

export function isArrived({ timeline }: CaseView, updateId: string): boolean {
  return timeline.some((event) => event.kind === 'update' && event.id === updateId);
}

function isOlder(one: CaseView, other: CaseView): boolean {
  return one.seen.version < other.seen.version;
}

interface Looking {
  readonly seconds: number;
  readonly view: CaseView;
  /** The update that is looked for, if it is one. */
  readonly updateId?: string | undefined;
}

/** Asks for the case every so often while what is looked for stands, and hands on what comes. */
function useLooks(
  looking: Looking | undefined,
  { api, every, onClosed }: Ports,
  onLook: (now: CaseView | undefined) => void,
): void {
  // What is made of a look depends on what is awaited by then, not when the looks began.
  const latest = useRef(onLook);
  latest.current = onLook;
  useEffect(() => {
    if (looking === undefined) return undefined;
    const { seconds, view } = looking;
    let isOver = false;
    async function look(): Promise<void> {
      const result = await api.showCase(view.key);
      if (isOver) return;
      if (isClosed(result)) onClosed(result);
      else latest.current(result.kind === 'ok' ? result.body : undefined);
    }
    const stop = every(seconds, () => void look());
    return () => {
      isOver = true;
      stop();
    };
  }, [looking?.seconds, looking?.view, looking?.updateId]);
}

export function useShownCase(view: CaseView, replace: (view: CaseView) => void, ports: Ports): ShownCase {
  const [changes, setChanges] = useState<readonly Change[]>([]);
  const [newer, setNewer] = useState<CaseView>();
  const [updateId, setUpdateId] = useState<string>();
  const [looks, setLooks] = useState(0);
  const awaited: Awaiting = updateId === undefined ? 'no' : looks < AWAIT_LOOKS ? 'waiting' : 'over';

  // Answers may come in another order than they were given: a slow one must not take the case back to what it was.
  const newest = useRef(view);
  if (!isOlder(view, newest.current)) newest.current = view;

  function show(next: CaseView): void {
    const before = newest.current;
    if (isOlder(next, before)) return;
    newest.current = next;
    setChanges((so) => followedBy(so, changesBetween(before, next)));
    setNewer(undefined);
    notice(next);
    replace(next);
  }

  /** Whether what is awaited is in; then it is awaited no longer, nor said to be still on its way. */
  function notice(now: CaseView): boolean {
    if (updateId === undefined || !isArrived(now, updateId)) return false;
    setUpdateId(undefined);
    return true;
  }

  useLooks({ seconds: LOOK_EVERY_SECONDS, view }, ports, (now) => {
    if (now === undefined || isOlder(now, view)) return;
    if (awaited !== 'waiting') notice(now);
    setNewer(hasMoved(view, now) ? now : undefined);
  });
  const looking = awaited === 'waiting' ? { seconds: AWAIT_EVERY_SECONDS, view, updateId } : undefined;
  useLooks(looking, ports, (now) => {
    setLooks((so) => so + 1);
    if (now === undefined || !notice(now)) return;
    show(now);
    ports.say('The finding is in the case, and the case has been read anew.');
  });

  return {
    changes,
    newer,
    awaited,
    show,
    await(sent) {
      setUpdateId(sent);
      setLooks(0);
    },
  };
}
