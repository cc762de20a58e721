/** The list that is shown of a queue: loaded when the view opens, refreshed while it is looked at, changed only on asking. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { FlagRow } from '../../shared/review/api/answers.ts';
import type { Result } from '../api/result.ts';
import type { PagePorts } from '../app/ports.ts';
import { matches } from './filter.ts';
import { type LoadedQueue, loadQueue } from './load.ts';
import { merge, newsText, type ShownRow, shownAfresh } from './merge.ts';
import type { QueueView } from './view.ts';

const REFRESH_S = 20;

interface State {
  /** The queue that this is of. */
  readonly place: string;
  readonly rows: readonly ShownRow[];
  /** The newest list, in its own order; shown when asked for. */
  readonly fresh: LoadedQueue;
  readonly news: string | undefined;
}

export interface Queue {
  /** Undefined until the first answer. */
  readonly rows: readonly ShownRow[] | undefined;
  readonly fresh: readonly FlagRow[];
  readonly hasMore: boolean;
  /** What a refresh has brought that is not shown yet. */
  readonly news: string | undefined;
  /** Why the last call failed. */
  readonly refusal: Exclude<Result<unknown>, { kind: 'ok' }> | undefined;
  readonly isLoadingMore: boolean;
  readonly showNews: () => void;
  readonly loadMore: () => Promise<void>;
  readonly reload: () => Promise<void>;
}

export function useQueue(ports: Pick<PagePorts, 'api' | 'every' | 'say' | 'me'>, view: QueueView): Queue {
  const [state, setState] = useState<State>();
  const [failed, setFailed] = useState<{ place: string; refusal: Queue['refusal'] }>();
  const [loadingMore, setLoadingMore] = useState<string>();
  // What the timer reads must be what is shown and filtered by now, not when the timer began.
  const shown = useRef<State>(undefined);
  const generation = useRef(0);
  const latest = useRef(view);
  latest.current = view;
  const isWanted = (row: FlagRow) => matches(latest.current, row, ports.me.asOf);
  // What is known of another queue is not shown for this one, not even until this one's own answer is there.
  const place = `${view.office} ${view.lane} ${view.status === 'decided' ? 'decided' : 'work'}`;
  const isLoadingMore = loadingMore === place;

  function show(next: State | undefined): void {
    shown.current = next;
    setState(next);
  }

  async function load(pages: number): Promise<LoadedQueue | undefined> {
    const mine = generation.current;
    const result = await loadQueue(ports.api, view, pages);
    if (mine !== generation.current) return undefined;
    setFailed(result.kind === 'ok' ? undefined : { place, refusal: result });
    return result.kind === 'ok' ? result.body : undefined;
  }

  async function reload(): Promise<void> {
    const fresh = await load(shown.current?.fresh.pages ?? 1);
    if (fresh !== undefined) show({ place, rows: shownAfresh(fresh.rows), fresh, news: undefined });
  }

  async function refresh(): Promise<void> {
    const before = shown.current;
    if (before === undefined) return reload();
    const fresh = await load(before.fresh.pages);
    // What was shown or read meanwhile is newer than this answer, and may go further: the next refresh will do.
    if (fresh === undefined || shown.current !== before) return;
    // Where nothing is shown there is nothing to move.
    if (before.rows.length === 0 && fresh.rows.length > 0) {
      ports.say(fresh.rows.length === 1 ? '1 flag has come.' : `${fresh.rows.length} flags have come.`);
      show({ place, rows: shownAfresh(fresh.rows), fresh, news: undefined });
      return;
    }
    const merged = merge(before.rows, fresh.rows, isWanted);
    const news = newsText(merged.news);
    show({ place, rows: merged.rows, fresh, news });
  }

  async function loadMore(): Promise<void> {
    const before = shown.current;
    if (before === undefined || isLoadingMore) return;
    setLoadingMore(place);
    const fresh = await load(before.fresh.pages + 1);
    setLoadingMore((of) => (of === place ? undefined : of));
    const now = shown.current;
    if (fresh === undefined || now === undefined) return;
    // What is shown stays where it is; what is beyond it is added below.
    const merged = merge(now.rows, fresh.rows, isWanted);
    const known = new Set(now.rows.map(({ row }) => row.key));
    const added = fresh.rows.filter(({ key }) => !known.has(key));
    const rows = [...merged.rows, ...shownAfresh(added)];
    show({ place, rows, fresh, news: newsText({ ...merged.news, arrived: 0 }) });
    ports.say(added.length === 1 ? '1 more flag.' : `${added.length} more flags.`);
  }

  function showNews(): void {
    const now = shown.current;
    if (now !== undefined) show({ ...now, rows: shownAfresh(now.fresh.rows), news: undefined });
  }

  useEffect(() => {
    show(undefined);
    void reload();
    const stop = ports.every(REFRESH_S, () => void refresh());
    return () => {
      stop();
      generation.current += 1;
    };
  }, [place]);

  const current = state?.place === place ? state : undefined;
  return {
    rows: current?.rows,
    fresh: current?.fresh.rows ?? [],
    hasMore: current?.fresh.hasMore ?? false,
    news: current?.news,
    refusal: failed?.place === place ? failed.refusal : undefined,
    isLoadingMore,
    showNews,
    loadMore,
    reload,
  };
}
