/** Live flags counted by office and lane. Restricted cases and decided flags are counted apart, by neither. */
import type { LiveLane } from '../../shared/flag/flag.ts';
import type { QueuedFlag } from '../../shared/store/store.ts';
import type { TextSink } from '../io.ts';
import { printable, tableOf } from '../text.ts';

export const LANES = ['own-motion', 'supervisor', 'needs-facts', 'triage'] as const satisfies readonly LiveLane[];

export type CountedFlag = Pick<QueuedFlag, 'part' | 'office' | 'lane' | 'restricted'>;

export interface LaneCounts {
  /** By office, in order of its code; within it by lane. */
  offices: [office: string, counts: Map<LiveLane, number>][];
  restricted: number;
  /** Of those that are not restricted. */
  decided: number;
}

export function countLanes(flags: Iterable<CountedFlag>): LaneCounts {
  const offices = new Map<string, Map<LiveLane, number>>();
  let restricted = 0;
  let decided = 0;
  for (const flag of flags) {
    if (flag.restricted) {
      restricted += 1;
      continue;
    }
    if (flag.part !== 'work') {
      decided += 1;
      continue;
    }
    const counts = offices.get(flag.office) ?? new Map<LiveLane, number>();
    counts.set(flag.lane, (counts.get(flag.lane) ?? 0) + 1);
    offices.set(flag.office, counts);
  }
  return { offices: [...offices].sort(([one], [other]) => (one < other ? -1 : 1)), restricted, decided };
}

function rowOf(name: string, counts: readonly number[]): string[] {
  const all = counts.reduce((sum, count) => sum + count, 0);
  return [name, ...counts.map((count) => (count === 0 ? '.' : String(count))), String(all)];
}

type OfficeCounts = LaneCounts['offices'];

function sumsOf(offices: OfficeCounts): number[] {
  return LANES.map((lane) => offices.reduce((sum, [, counts]) => sum + (counts.get(lane) ?? 0), 0));
}

/**
 * The table as lines, at most 80 columns wide.
 *
 * @param most_rows rows for offices; when there are more, the last one sums up those that have no row of their own
 */
export function laneTable(flags: Iterable<CountedFlag>, most_rows = Number.POSITIVE_INFINITY): string[] {
  const { offices, restricted, decided } = countLanes(flags);
  const own = offices.length <= most_rows ? offices : offices.slice(0, Math.max(0, most_rows - 1));
  const others = offices.slice(own.length);
  const rows = own.map((office) => rowOf(printable(office[0]), sumsOf([office])));
  if (others.length > 0) rows.push(rowOf(`${others.length} more`, sumsOf(others)));
  const titles = [...LANES, 'all'].map((title) => ({ title, align: 'right' as const }));
  return [
    ...tableOf([{ title: 'office' }, ...titles], [...rows, rowOf('all', sumsOf(offices))]),
    `restricted cases, in queues of their own: ${restricted}`,
    ...(decided === 0 ? [] : [`flags that a person has decided: ${decided}`]),
  ];
}

/** Prints the table once; the same flags, the same text. */
export async function printLaneTable(flags: AsyncIterable<CountedFlag>, out: TextSink): Promise<void> {
  const all: CountedFlag[] = [];
  for await (const flag of flags) all.push(flag);
  await out.write(`${laneTable(all).join('\n')}\n`);
}
