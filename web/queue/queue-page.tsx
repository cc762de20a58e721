/** The queue of an office: a lane's flags in the order of work, and the next case to take. */
import { useEffect, useRef } from 'preact/hooks';
import { LANE_WORDS } from '../app/lanes.ts';
import { addressOf } from '../app/place.ts';
import type { PageProps } from '../app/ports.ts';
import { Button } from '../ui/button.tsx';
import { PageHeading } from '../ui/page-heading.tsx';
import { Refusal } from '../ui/refusal.tsx';
import { matches } from './filter.ts';
import { Filters } from './filters.tsx';
import { FlagTable } from './flag-table.tsx';
import { countText } from './load.ts';
import { NextCase } from './next-case.tsx';
import { QueueTabs } from './queue-tabs.tsx';
import { type Queue, useQueue } from './use-queue.ts';
import { hasFilters, type QueueView, searchOf, viewOf } from './view.ts';
import { emptyText, standingOf } from './words.ts';
import './queue.css';

export function QueuePage({ ports, params }: PageProps<'queue'>) {
  const view = viewOf(params.search, ports.me.offices);
  if (view.office !== '') return <OfficeQueue ports={ports} view={view} search={params.search} />;
  return (
    <>
      <PageHeading ports={ports} title="Queue" />
      <p>No office is named in your sign-in, so there is no queue to show. Whoever runs this service can add one.</p>
    </>
  );
}

interface OfficeQueueProps {
  readonly ports: PageProps<'queue'>['ports'];
  readonly view: QueueView;
  readonly search: string;
}

function OfficeQueue({ ports, view, search }: OfficeQueueProps) {
  const queue = useQueue(ports, view);
  const go = (next: QueueView) => ports.go(addressOf({ page: 'queue', search: searchOf(next) }), 'replace');
  // An address that names everything, so that a bookmark of it means the same tomorrow.
  useEffect(() => {
    if (searchOf(view) !== search) go(view);
  }, [search]);

  const lane = LANE_WORDS[view.lane];
  return (
    <div class="queue">
      <PageHeading ports={ports} title={`Queue of ${view.office}: ${lane.name.toLowerCase()}`} />
      <QueueTabs ports={ports} view={view} here={hereCount(queue, view)} />
      <p class="queue-says">{lane.says}</p>
      <NextCase ports={ports} view={view} onNothingFree={() => void queue.reload()} />
      <Filters view={view} onChange={go} />
      <Flags ports={ports} view={view} queue={queue} />
    </div>
  );
}

/** The tab of the lane that is shown counts what is loaded of it. */
function hereCount({ rows, fresh, hasMore }: Queue, { status }: QueueView): string | undefined {
  if (rows === undefined || status === 'decided') return undefined;
  return countText({ atLeast: fresh.length, isExact: !hasMore });
}

interface FlagsProps {
  readonly ports: PageProps<'queue'>['ports'];
  readonly view: QueueView;
  readonly queue: Queue;
}

function Flags({ ports, view, queue }: FlagsProps) {
  const { rows, news, refusal } = queue;
  const list = useRef<HTMLDivElement>(null);
  const { asOf } = ports.me;
  const shown = rows?.filter(({ asShown }) => matches(view, asShown, asOf)) ?? [];
  return (
    <>
      {rows === undefined && refusal !== undefined && refusal.kind !== 'signed-out' && (
        <Refusal result={refusal} heading="The list could not be read" />
      )}
      {/* Always of one height, so that news never moves the list. */}
      <p class="queue-news">
        <span role="status">{rows !== undefined && newsLine(news, refusal !== undefined)}</span>
        {news !== undefined && (
          <Button
            look="plain"
            onPress={() => {
              queue.showNews();
              // The button goes away with the news: the focus goes to the list it has changed.
              list.current?.focus();
            }}
          >
            Show the list as it is now
          </Button>
        )}
      </p>
      {rows === undefined && refusal === undefined && <p role="status">Reading the queue of {view.office} …</p>}
      {rows !== undefined && (
        <section ref={list} tabIndex={-1} aria-label="Flags" class="queue-list">
          {shown.length > 0 && <FlagTable rows={shown} asOf={asOf} now={ports.now()} view={view} />}
          {shown.length === 0 && <Empty view={view} queue={queue} />}
        </section>
      )}
      {rows !== undefined && <Foot view={view} queue={queue} shown={shown.length} />}
    </>
  );
}

function newsLine(news: string | undefined, hasFailed: boolean): string {
  if (hasFailed) return 'The list could not be renewed.';
  return `${news ?? 'The list is up to date'}.`;
}

function Empty({ view, queue }: Omit<FlagsProps, 'ports'>) {
  const loaded = queue.rows?.length ?? 0;
  if (view.status === 'decided' && loaded === 0)
    return <p class="queue-empty">Nothing has been decided in this lane.</p>;
  if (loaded > 0 && hasFilters(view)) {
    const isAllInHand = view.status === 'open' && !queue.hasMore ? emptyText(standingOf(queue.fresh)) : undefined;
    return (
      <p class="queue-empty">
        {isAllInHand ?? `None of the ${loaded} flags read so far matches these filters.`}{' '}
        <a
          href={addressOf({
            page: 'queue',
            search: searchOf({ ...view, status: 'waiting', custody: 'any', hearing: 'any' }),
          })}
        >
          Show all that wait
        </a>
      </p>
    );
  }
  return <p class="queue-empty">{emptyText(standingOf(queue.fresh))}</p>;
}

/** How much of the queue is shown, why nothing can be taken from it, and more of it. */
function Foot({ view, queue, shown }: { readonly view: QueueView; readonly queue: Queue; readonly shown: number }) {
  const loaded = queue.rows?.length ?? 0;
  const all = queue.hasMore ? `the first ${loaded} read so far` : `all ${loaded}`;
  const inHand =
    view.status === 'waiting' && !queue.hasMore && loaded > 0 ? emptyText(standingOf(queue.fresh)) : undefined;
  return (
    <div class="queue-foot">
      {inHand !== undefined && shown > 0 && <p>{inHand}</p>}
      {shown > 0 && (
        <p>{shown === loaded && !queue.hasMore ? `${loaded} shown: that is all.` : `${shown} shown of ${all}.`}</p>
      )}
      {queue.hasMore && (
        <Button isBusy={queue.isLoadingMore} busyText="Reading more" onPress={() => void queue.loadMore()}>
          Read more
        </Button>
      )}
    </div>
  );
}
