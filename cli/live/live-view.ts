/**
 * Watches the review queue: how many flags stand where, and how the newest came about. Redraws in place on a
 * terminal; elsewhere it writes a few lines for each change.
 */
import type { QueuedFlag } from '../../shared/store/store.ts';
import type { Output } from '../io.ts';
import { cut, printable, wrapped } from '../text.ts';
import { type FlagEvent, flagEvents, lookAt, type SeenFlags } from './flag-events.ts';
import { laneTable } from './lane-table.ts';
import type { CaseStory, Reason } from './reasons.ts';

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
  readStory(caseKey: string): Promise<CaseStory | undefined>;
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
/** Changes told of one look; a backlog can bring hundreds at once. */
const MOST_TOLD = 12;
const MOST_FACT_LINES = 3;
const MOST_LAW_LINES = 4;
/** Lines kept free under the table for the newest changes. */
const ROOM_FOR_STORIES = 9;

function placeText(place: FlagEvent['to']): string {
  return place === undefined ? '' : `${printable(place.office)} ${place.lane}`;
}

function conclusion({ kind, from, to }: FlagEvent): string {
  switch (kind) {
    case 'raised':
      return `flag raised: ${placeText(to)}`;
    case 'moved':
      return `flag moved: ${placeText(from)} to ${placeText(to)}`;
    case 'withdrawn':
      return `flag withdrawn: ${placeText(from)}`;
  }
}

/** The sentence of law, shortened where the terminal is narrow, and always where it stands. */
function lawLines({ law }: Reason, columns: number): string[] {
  if (law === undefined) return [];
  // Half a line is lost to words that do not break.
  const room = (MOST_LAW_LINES - 0.5) * (columns - 2) - law.cite.length;
  return wrapped(`${cut(law.text, Math.max(0, Math.floor(room)))} [${law.cite}]`, columns, '  ');
}

/** Facts first, then the law, then what follows. */
function tellEvent(event: FlagEvent, story: CaseStory | undefined, columns: number): Told {
  const { caseKey } = event;
  if (event.restricted || story === undefined || story.kind === 'restricted') {
    return { caseKey, restricted: true, lines: [cut(`restricted case: ${conclusion(event)}`, columns)] };
  }
  const { caseId, reason } = story;
  const facts = wrapped(reason.facts, columns, `${printable(caseId)}: `).slice(0, MOST_FACT_LINES);
  const lines = [...facts, ...lawLines(reason, columns), `  ${conclusion(event)}`];
  return { caseKey, restricted: false, lines: lines.map((line) => cut(line, columns)) };
}

function countsText({ sent, waiting, inFlight, setAside, dead }: FeedCounts): string {
  const first = sent === undefined ? '' : `sent ${sent}, `;
  return `updates: ${first}waiting ${waiting}, in work ${inFlight}, set aside ${setAside}, dead letters ${dead}`;
}

/** A change as it is shown; the case is undefined for a line about none. */
interface Told {
  caseKey: string | undefined;
  /** Told without a word that points to the case. */
  restricted: boolean;
  lines: readonly string[];
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

async function tell(options: LiveViewOptions, events: readonly FlagEvent[]): Promise<Told[]> {
  const newest = events.slice(-MOST_TOLD);
  const told: Told[] = [];
  for (const event of newest) {
    const story = event.restricted ? undefined : await options.readStory(event.caseKey);
    told.push(tellEvent(event, story, options.out.columns));
  }
  const left = events.length - newest.length;
  if (left === 0) return told;
  return [{ caseKey: undefined, restricted: false, lines: [`${left} other changes at the same time`] }, ...told];
}

/** The changes with the latest ones; a case that has become restricted must not stay on screen under its id. */
function toldWith(told: readonly Told[], news: readonly Told[], seen: SeenFlags): Told[] {
  const hidden = new Set(news.filter(({ restricted }) => restricted).map(({ caseKey }) => caseKey));
  const isShown = ({ caseKey, restricted }: Told) =>
    restricted || caseKey === undefined || !(hidden.has(caseKey) || seen.get(caseKey)?.restricted === true);
  return [...told, ...news].filter(isShown).slice(-2 * MOST_TOLD);
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
    const news = await tell(options, flagEvents(flags, seen));
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
