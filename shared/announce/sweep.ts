/**
 * Finds heads of which something was not told or that stand where they should not in the queues, and mends both: what was
 * missed is announced, and the others are sent to be drawn again. What goes on meanwhile may be told twice, which is harmless.
 */
import { standingFacts } from '../docket/standing.ts';
import { placeOf } from '../flag/head.ts';
import { type SendPorts as SendCasePorts, sendCases } from '../reclassify/send-cases.ts';
import { runLimitedUntilFailure } from '../run-limited.ts';
import type { AnnouncedHead, AnnouncedPage, Announcements } from '../store/announcements.ts';
import type { CaseHead } from '../store/store.ts';
import { type Announced, announcedAt, catchUp, isCaughtUp } from './flag-event.ts';
import { type SendPorts, sendAll } from './send-events.ts';
import { type Announceable, announceableOf } from './told.ts';

export interface SweepDeps {
  readonly announcements: Pick<Announcements, 'noteAnnounced' | 'readAnnounced'>;
  /** Undefined where nothing is announced, or nothing is to be. */
  readonly bus: SendPorts | undefined;
  /** Undefined where nothing is to be drawn again. */
  readonly redraw: SendCasePorts | undefined;
  readonly shards: number;
  /** Instant, ISO 8601 in UTC. */
  readonly now: () => string;
}

export interface Swept {
  readonly cases: number;
  /** Of which those who listen do not know all. */
  readonly untold: number;
  /** Of these, those brought up to date. */
  readonly told: number;
  /** Not where they should be in the queues. */
  readonly misplaced: number;
  readonly unreadable: number;
}

export const NOTHING_SWEPT: Swept = { cases: 0, untold: 0, told: 0, misplaced: 0, unreadable: 0 };

const READS_AT_A_TIME = 10;

export function announceableHead({ version, classification, flag, review, queue }: CaseHead): Announceable {
  return announceableOf({ version, classification, flag, review, queue: queue?.partition });
}

function isUntold({ head, announced }: AnnouncedHead): boolean {
  return !isCaughtUp(announced, announceableHead(head));
}

function isMisplaced(head: CaseHead, shards: number): boolean {
  const { caseKey, record, review, queue } = head;
  const place = placeOf({ caseKey, standing: standingFacts(record), content: head, review, shards });
  return place?.partition !== queue?.partition || place?.order !== queue?.order;
}

interface Behind {
  readonly caseKey: string;
  readonly last: Announced | undefined;
  readonly now: Announceable;
}

/** What was read of a segment lags and grows old: each is looked at once more before anything is told of it. */
async function readAgain({ announcements }: SweepDeps, untold: readonly AnnouncedHead[]): Promise<Behind[]> {
  const behind: Behind[] = [];
  const tasks = untold.map(({ head: { caseKey } }) => async () => {
    const fresh = await announcements.readAnnounced(caseKey);
    if (fresh === undefined || !isUntold(fresh)) return;
    behind.push({ caseKey, last: fresh.announced, now: announceableHead(fresh.head) });
  });
  await runLimitedUntilFailure(tasks, READS_AT_A_TIME);
  return behind;
}

async function tell(deps: SweepDeps, bus: SendPorts, behind: readonly Behind[]): Promise<number> {
  const withEvent = behind.flatMap((one) => {
    const event = catchUp(one.caseKey, one.last, one.now, deps.now());
    return event === undefined ? [] : [{ one, event }];
  });
  const ended = await sendAll(bus, withEvent, () => false);
  const missed = new Set(ended.filter(({ outcome }) => outcome.kind !== 'sent').map(({ sent }) => sent.one));
  const told = behind.filter((one) => !missed.has(one));
  for (const { caseKey, now } of told) await deps.announcements.noteAnnounced(caseKey, announcedAt(now));
  return told.length;
}

export async function sweepPage(deps: SweepDeps, { heads, unreadable }: AnnouncedPage): Promise<Swept> {
  const { bus, redraw, shards } = deps;
  const untold = await readAgain(deps, heads.filter(isUntold));
  const misplaced = heads.filter(({ head }) => isMisplaced(head, shards)).map(({ head }) => head.caseKey);
  const told = bus === undefined ? 0 : await tell(deps, bus, untold);
  if (redraw !== undefined) await sendCases(redraw, misplaced);
  return {
    cases: heads.length + unreadable.length,
    untold: untold.length,
    told,
    misplaced: misplaced.length,
    unreadable: unreadable.length,
  };
}

export function addSwept(one: Swept, other: Swept): Swept {
  return {
    cases: one.cases + other.cases,
    untold: one.untold + other.untold,
    told: one.told + other.told,
    misplaced: one.misplaced + other.misplaced,
    unreadable: one.unreadable + other.unreadable,
  };
}
