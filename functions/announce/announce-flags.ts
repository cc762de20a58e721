/**
 * Tells what changes of heads say of their flags. The changes of one case are told in their order, cases side by side; a
 * record is proved when its event is taken by the bus and the head notes it. docs/decisions/announcing-flags.md
 */
import type { FlagEvent } from '../../events/flag-events.ts';
import {
  type Announced,
  announcedAt,
  eventOf,
  isCaughtUp,
  removed,
  toldFrom,
} from '../../shared/announce/flag-event.ts';
import { type SendPorts, sendAll } from '../../shared/announce/send-events.ts';
import { announceableOf, headImage } from '../../shared/announce/told.ts';
import { runLimited } from '../../shared/run-limited.ts';
import type { Announcements } from '../../shared/store/announcements.ts';
import { HEAD, parseItem } from '../../shared/store/dynamo/items.ts';
import { byCase, type StreamBatch, type StreamRecord } from '../consume-stream.ts';
import { faultOf, mayPass } from '../fault.ts';
import { inTime, RESERVE_MILLIS } from '../in-time.ts';
import type { AnnounceReport } from './announce-report.ts';

export interface AnnounceDeps extends SendPorts {
  readonly notes: Pick<Announcements, 'noteAnnounced'>;
  readonly report: AnnounceReport;
}

const NOTES_AT_A_TIME = 10;

/** One change of a head. */
interface Step {
  readonly record: StreamRecord;
  /** Undefined where there is nothing to tell. */
  readonly event: FlagEvent | undefined;
  /** What the head is to note once it is told; undefined where what there is to tell has not changed. */
  readonly note: Announced | undefined;
}

interface CaseSteps {
  readonly caseKey: string;
  readonly steps: readonly Step[];
  /** How many of them are told, from the first. */
  told: number;
}

type Outcome = 'retried' | 'failed';

function stepOf(caseKey: string, record: StreamRecord): Step {
  const read = (image: unknown) => announceableOf(parseItem('head', headImage, image));
  const old = record.before();
  const was = old && read(old);
  if (record.change === 'REMOVE' && was !== undefined) {
    const event = eventOf({ caseKey, before: was, after: removed(was), at: record.at });
    return { record, event, note: undefined };
  }
  const after = read(record.after());
  const before = toldFrom(was, after);
  const isTold = isCaughtUp(before && announcedAt(before), after);
  return {
    record,
    event: eventOf({ caseKey, before, after, at: record.at }),
    note: isTold ? undefined : announcedAt(after),
  };
}

export async function announceFlags(deps: AnnounceDeps, batch: StreamBatch): Promise<void> {
  const { report } = deps;
  const counts = { sent: 0, silent: 0, retried: 0, failed: 0 };
  const { cases, unreadable } = sort(report, batch);
  counts.failed += unreadable;
  const isLate = () => batch.timeLeftMillis() < RESERVE_MILLIS;

  const stop = (record: StreamRecord, outcome: Outcome, fault: ReturnType<typeof faultOf>) => {
    counts[outcome] += 1;
    report.log(outcome === 'retried' ? 'EVENT_RETRIED' : 'EVENT_FAILED', { messageId: record.sequence, ...fault });
  };

  let open = cases;
  while (open.length > 0) {
    const next = open.flatMap((one) => {
      const step = skipSilent(one, counts);
      return step?.event === undefined ? [] : [{ one, record: step.record, event: step.event }];
    });
    const ended = await sendAll(deps, next, isLate);
    open = [];
    for (const { sent, outcome } of ended) {
      if (outcome.kind === 'sent') {
        counts.sent += 1;
        report.countEvent(sent.event.type);
        sent.one.told += 1;
        open.push(sent.one);
      } else {
        stop(sent.record, outcome.kind, outcome.fault);
      }
    }
  }

  const noteInTime = inTime(batch.timeLeftMillis, 'note', deps.notes.noteAnnounced);
  const notes = cases.map((one) => async () => {
    const told = one.steps.slice(0, one.told);
    const last = told.findLast(({ note }) => note !== undefined);
    try {
      if (last?.note !== undefined) await noteInTime(one.caseKey, last.note);
      for (const { record } of told) batch.prove(record);
    } catch (error) {
      if (last !== undefined) stop(last.record, mayPass(error) ? 'retried' : 'failed', faultOf(error));
    }
  });
  await runLimited(notes, NOTES_AT_A_TIME);
  report.log('ANNOUNCE_DONE', { outcomes: counts });
  report.countBatch(counts);
}

/** The next step of a case that has something to tell; those before it are told by saying nothing. */
function skipSilent(one: CaseSteps, counts: { silent: number }): Step | undefined {
  for (let step = one.steps[one.told]; step !== undefined; step = one.steps[one.told]) {
    if (step.event !== undefined) return step;
    one.told += 1;
    counts.silent += 1;
  }
  return undefined;
}

/** Changes of heads, case by case, up to the first that cannot be read; all else that is written is nobody's to hear. */
function sort(report: AnnounceReport, { records, prove }: StreamBatch) {
  const heads = records.filter((record) => {
    if (record.caseKey !== undefined && record.name === HEAD) return true;
    prove(record);
    return false;
  });
  for (const { change, sequence } of heads) {
    if (change === 'REMOVE') report.log('HEAD_REMOVED', { messageId: sequence });
  }
  let unreadable = 0;
  const cases: CaseSteps[] = [...byCase(heads)].map(([caseKey, changes]) => {
    const steps: Step[] = [];
    for (const record of changes) {
      try {
        steps.push(stepOf(caseKey, record));
      } catch (error) {
        unreadable += 1;
        report.log('IMAGE_REFUSED', { messageId: record.sequence, ...faultOf(error) });
        break;
      }
    }
    return { caseKey, steps, told: 0 };
  });
  return { cases, unreadable };
}
