/** Offices and lanes as tabs, with how many flags wait behind each. */
import { useEffect, useState } from 'preact/hooks';
import { LANE_WORDS, LANES } from '../app/lanes.ts';
import { addressOf } from '../app/place.ts';
import type { PagePorts } from '../app/ports.ts';
import { Select } from '../ui/field.tsx';
import { LinkTabs } from '../ui/link-tabs.tsx';
import { type Count, countText, countWaiting, sumOf } from './load.ts';
import { type QueueView, searchOf } from './view.ts';

/** With more, counting all of them would read every queue of the agency again and again. */
const COUNTED_OFFICES = 4;
/** With more, tabs would be a page of their own. */
const TABBED_OFFICES = 8;
const COUNT_S = 60;

type Counts = ReadonlyMap<string, Count>;
const nameOf = (office: string, lane: string) => `${office} ${lane}`;

/** Counts of every lane of the offices that are counted; those of the queue on show come from the list itself. */
function useCounts(ports: Pick<PagePorts, 'api' | 'every'>, offices: readonly string[]): Counts {
  const [counts, setCounts] = useState<Counts>(new Map());
  useEffect(() => {
    let isWanted = true;
    async function count(): Promise<void> {
      for (const office of offices) {
        const read = await Promise.all(LANES.map((lane) => countWaiting(ports.api, office, lane)));
        if (!isWanted) return;
        setCounts((before) => {
          const after = new Map(before);
          // What could not be read now stays as it was read before.
          for (const [i, lane] of LANES.entries()) {
            const known = read[i];
            if (known !== undefined) after.set(nameOf(office, lane), known);
          }
          return after;
        });
      }
    }
    void count();
    const stop = ports.every(COUNT_S, () => void count());
    return () => {
      isWanted = false;
      stop();
    };
  }, [offices.join(' ')]);
  return counts;
}

export interface QueueTabsProps {
  readonly ports: PagePorts;
  readonly view: QueueView;
  /** Count of the queue on show, from its list. */
  readonly here: string | undefined;
}

export function QueueTabs({ ports, view, here }: QueueTabsProps) {
  const { offices } = ports.me;
  const counts = useCounts(ports, offices.length <= COUNTED_OFFICES ? offices : [view.office]);
  const to = (next: Partial<QueueView>) => addressOf({ page: 'queue', search: searchOf({ ...view, ...next }) });
  const waiting = (count: Count | undefined) => (count === undefined ? undefined : `${countText(count)} waiting`);
  return (
    <>
      {offices.length > 1 && offices.length <= TABBED_OFFICES && (
        <LinkTabs
          label="Offices"
          tabs={offices.map((office) => ({
            address: to({ office }),
            text: office,
            count: waiting(sumOf(LANES.map((lane) => counts.get(nameOf(office, lane))))),
            isCurrent: office === view.office,
          }))}
        />
      )}
      {offices.length > TABBED_OFFICES && (
        <div class="queue-office">
          <Select
            label="Office"
            value={view.office}
            options={offices.map((office) => ({ value: office, says: office }))}
            onChoose={(office) => ports.go(to({ office }))}
          />
        </div>
      )}
      <LinkTabs
        label="Lanes"
        tabs={LANES.map((lane) => ({
          address: to({ lane }),
          text: LANE_WORDS[lane].name,
          count:
            lane === view.lane && here !== undefined
              ? `${here} waiting`
              : waiting(counts.get(nameOf(view.office, lane))),
          isCurrent: lane === view.lane,
        }))}
      />
    </>
  );
}
