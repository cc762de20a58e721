/** The functions that follow the table's stream, and the sweep, in their containers: the code of their handlers behind its ports. */
import { announceFlags } from '../../../functions/announce/announce-flags.ts';
import type { AnnounceReport } from '../../../functions/announce/announce-report.ts';
import { archiveItems } from '../../../functions/archive/archive-items.ts';
import type { ArchiveReport } from '../../../functions/archive/archive-report.ts';
import { consumeStream, type StreamResponse } from '../../../functions/consume-stream.ts';
import type { SweepReport } from '../../../functions/sweep/sweep-report.ts';
import { sweepSegment } from '../../../functions/sweep/sweep-segment.ts';
import type { SendPorts } from '../../../shared/announce/send-events.ts';
import { dynamoAnnouncements } from '../../../shared/store/dynamo/announcements.ts';
import { asStoreError } from '../../../shared/store/dynamo/aws-errors.ts';
import type { PutResult } from '../../../shared/store/store.ts';
import type { HeardEvent } from '../checker/told.ts';
import { sdkError } from '../table/table.ts';
import { suffer } from '../table/table-client.ts';
import { type Container, makeLife, type Outside, portsOf, SHARDS } from './containers.ts';

export interface Surroundings extends Pick<Outside, 'trouble' | 'table' | 'writingAs' | 'said'> {
  readonly hear: (event: HeardEvent) => void;
  /** Objects of the archive, by name. */
  readonly objects: Map<string, string>;
  /** Whether neither the bus nor the bucket takes anything for now. */
  readonly isOut: () => boolean;
  readonly misplaced: (bodies: readonly string[]) => void;
}

export type Follower = Container & { readonly run: (event: unknown) => Promise<StreamResponse> };

function busOf({ trouble, hear, isOut }: Surroundings, container: Container): SendPorts {
  const { chance, switches, coverage, clock, isCalm } = trouble;
  return {
    sendEvents: (events) => {
      const isPartial = !isCalm() && switches.throttled && chance.isTrue(0.3);
      const isWhole = isOut();
      const refused = new Set([...events.keys()].filter(() => isWhole || (isPartial && chance.isTrue(0.5))));
      if (refused.size > 0) coverage.count('announce: part of a request refused');
      const work = () => {
        for (const [place, event] of events.entries()) if (!refused.has(place)) hear(event);
        return [...refused].map((place) => ({ place, fault: { kind: 'throttled' as const, place: 'event bus' } }));
      };
      return suffer(trouble, container, { label: 'put events', isWrite: true, work }).catch((error: unknown) => {
        const fault = { kind: asStoreError(error).fault, place: 'event bus' };
        return events.map((_, place) => ({ place, fault }));
      });
    },
    sleep: (millis) => clock.park(container, 'sleep', millis),
    random: chance.next,
  };
}

function follower(
  name: string,
  around: Surroundings,
  makeWork: (container: Container) => Parameters<typeof consumeStream>[0],
) {
  const container = makeLife(name);
  const { clock, coverage } = around.trouble;
  const handler = consumeStream(makeWork(container), () => coverage.count('stream: fault'));
  const context = { getRemainingTimeInMillis: () => container.deadline - clock.now };
  return Object.assign(container, { run: (event: unknown) => handler(event, context) });
}

export function makeAnnouncer(around: Surroundings, name: string): Follower {
  const { trouble, said } = around;
  const report: AnnounceReport = {
    log: (code, fields = {}) => said([code, fields]),
    countEvent: (type) => said([type]),
    countBatch(counts) {
      said(counts);
      for (const [what, count] of Object.entries(counts))
        if (count > 0) trouble.coverage.count(`announce: ${what}`, count);
    },
    countFault: () => said('fault'),
  };
  return follower(name, around, (container) => {
    const notes = dynamoAnnouncements(portsOf(around, container, 'announces').client, 'cases');
    const deps = { ...busOf(around, container), notes, report };
    return (batch) => announceFlags(deps, batch);
  });
}

export function makeArchiver(around: Surroundings, name: string): Follower {
  const { trouble, said, objects, isOut } = around;
  const { chance, clock } = trouble;
  const report: ArchiveReport = {
    log: (code, fields = {}) => said([code, fields]),
    countBatch(counts) {
      said(counts);
      for (const [what, count] of Object.entries(counts))
        if (count > 0) trouble.coverage.count(`archive: ${what}`, count);
    },
    countFault: () => said('fault'),
  };
  return follower(name, around, (container) => {
    const put = (key: string, body: string | Uint8Array) => {
      const work = (): PutResult => {
        if (isOut()) throw sdkError('SlowDown', 503);
        if (objects.has(key)) return 'already-there';
        objects.set(key, String(body));
        return 'stored';
      };
      return suffer(trouble, container, { label: 'put object', isWrite: true, work }).catch((error: unknown) => {
        throw asStoreError(error);
      });
    };
    const sleep = (millis: number) => clock.park(container, 'sleep', millis);
    const deps = { bucket: { put }, report, sleep, random: chance.next };
    return (batch) => archiveItems(deps, batch);
  });
}

export function runSweep(around: Surroundings, container: Container): Promise<void> {
  const { trouble, said, misplaced } = around;
  const { clock, coverage } = trouble;
  const { client, now } = portsOf(around, container, 'announces');
  const announcements = dynamoAnnouncements(client, 'cases');
  const report: SweepReport = {
    log: (code, fields = {}) => said([code, fields]),
    countSwept({ told }) {
      if (told > 0) coverage.count('sweep: told late', told);
    },
  };
  const deps = {
    announcements,
    scan: announcements,
    bus: busOf(around, container),
    redraw: {
      sendBatch: async (bodies: readonly string[]) => {
        misplaced(bodies);
        return [];
      },
      sleep: (millis: number) => clock.park(container, 'sleep', millis),
    },
    shards: SHARDS,
    now,
    report,
  };
  return sweepSegment(deps, { segment: 0, of: 1 }, () => container.deadline - clock.now);
}
