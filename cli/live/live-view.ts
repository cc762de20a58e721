/**
 * Watches the review queue: how many flags stand where, and how the newest came about. Redraws in place on a
 * terminal; elsewhere it writes a few lines for each change.
 */
import type { QueuedFlag } from '../../shared/store/store.ts';
import type { Output } from '../io.ts';
import { cut } from '../text.ts';
import { flagEvents, lookAt, type SeenFlags } from './flag-events.ts';
import { laneTable } from './lane-table.ts';
import { type ReadStory, type Told, tell } from './telling.ts';

/** Where the messages of the feed are. */
export interface FeedCounts {
  /** Sent to the queue so far, when this run sends. */
  sent?: number;
  waiting: number;
  inFlight: number;
  /** Rejected and set aside in quarantine. */
  setAside: number;
  /** In the dead-letter queue. */
  dead: number;
}

export interface LiveViewOptions {
  readFlags(): AsyncIterable<QueuedFlag>;
  readStory: ReadStory;
  readCounts(): Promise<FeedCounts>;
  /** Lines above the table: what runs, under which instrument. */
  heading: readonly string[];
  out: Output;
  /** Ends the view. */
  signal: AbortSignal;
  /** Resolves after that time, or as soon as the signal is given. */
  sleep(millis: number): Promise<void>;
  interval_ms?: number;
}

const INTERVAL_MS = 700;
/** Changes kept to be shown; no terminal has room for more. */
const MOST_KEPT = 24;
/** Lines kept free under the table for the newest changes. */
const ROOM_FOR_STORIES = 9;

function countsText({ sent, waiting, inFlight, setAside, dead }: FeedCounts): string {
  const first = sent === undefined ? '' : `sent ${sent}, `;
  return `updates: ${first}waiting ${waiting}, in work ${inFlight}, set aside ${setAside}, dead letters ${dead}`;
}

interface Frame {
  heading: readonly string[];
  flags: SeenFlags;
  counts: FeedCounts;
  told: readonly Told[];
  columns: number;
  rows: number;
}

/** The newest changes that fit under the table, the latest last. */
function frameLines({ heading, flags, counts, told, columns, rows }: Frame): string[] {
  const most_rows = rows - heading.length - ROOM_FOR_STORIES - 6;
  const upper = [...heading, '', ...laneTable(flags.values(), most_rows), countsText(counts), ''];
  const stories: string[] = [];
  for (const { lines } of told.toReversed()) {
    if (upper.length + stories.length + lines.length >= rows) break;
    stories.unshift(...lines);
  }
  return [...upper, ...stories].slice(0, rows - 1).map((line) => cut(line, columns));
}

/** Clears the last frame by moving up over it, so that what was printed before stays. */
function redraw(lines: readonly string[], lastHeight: number): string {
  const up = lastHeight === 0 ? '' : `\u001b[${lastHeight}A\r\u001b[0J`;
  return `${up}${lines.join('\n')}\n`;
}

/** The changes with the latest ones; a case that has become restricted must not stay on screen under its id. */
function toldWith(told: readonly Told[], news: readonly Told[], seen: SeenFlags): Told[] {
  const hidden = new Set(news.filter(({ restricted }) => restricted).map(({ caseKey }) => caseKey));
  const isShown = ({ caseKey, restricted }: Told) =>
    restricted || caseKey === undefined || !(hidden.has(caseKey) || seen.get(caseKey)?.restricted === true);
  return [...told, ...news].filter(isShown).slice(-MOST_KEPT);
}

/** Runs until the signal is given, and leaves the last state on screen. */
export async function runLiveView(options: LiveViewOptions): Promise<void> {
  const { out, signal, heading, interval_ms = INTERVAL_MS } = options;
  let told: Told[] = [];
  let height = 0;
  // What an earlier run left is shown in the table and is no news.
  let flags = await lookAt(options.readFlags());
  if (!out.isTerminal) await out.write(`${heading.join('\n')}\n`);

  let isLast = false;
  while (!isLast) {
    // Asked before the look, so that one more look is taken after the signal.
    isLast = signal.aborted;
    const seen = await lookAt(options.readFlags());
    const news = await tell(flagEvents(flags, seen), options.readStory, out.columns);
    flags = seen;
    told = toldWith(told, news, seen);
    if (out.isTerminal) {
      const counts = await options.readCounts();
      const lines = frameLines({ heading, flags, counts, told, columns: out.columns, rows: out.rows });
      await out.write(redraw(lines, height));
      height = lines.length;
    } else if (news.length > 0) {
      await out.write(`${news.flatMap(({ lines }) => lines).join('\n')}\n`);
    }
    if (!isLast) await options.sleep(interval_ms);
  }
  if (!out.isTerminal) await out.write(`${laneTable(flags.values()).join('\n')}\n`);
}
