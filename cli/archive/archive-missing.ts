/**
 * `own-motion archive`: puts into the archive what the stream did not bring there. What is there already stays as it is, and
 * the bucket dates what is put late; an entry that is not what its name says is not put at all.
 */
import { type ArchiveObject, actObject, entryObject } from '../../shared/archive/archived-object.ts';
import type { Fault } from '../../shared/audit/fault.ts';
import { readEntries } from '../../shared/audit/verify-entries.ts';
import { runLimitedUntilFailure } from '../../shared/run-limited.ts';
import type { ArchiveBucket } from '../../shared/store/archive-bucket.ts';
import type { StoredCase } from '../../shared/store/case-evidence.ts';
import type { KeyedNames } from '../../shared/store/keys.ts';
import type { CaseScan } from '../../shared/store/store.ts';
import { counted } from '../compare/words.ts';
import type { Outcome, TextSink } from '../io.ts';
import type { Progress } from '../progress.ts';
import type { Checkpoint, Counts } from '../segments/checkpoint.ts';
import { addCounts, runSegments } from '../segments/run-segments.ts';

export interface ArchiveRequest {
  readonly readCase: (caseKey: string) => Promise<StoredCase>;
  readonly scan: Pick<CaseScan, 'scanCaseKeys'>;
  /** Undefined in a dry run. */
  readonly bucket: ArchiveBucket | undefined;
  readonly names: Pick<KeyedNames, 'caseKey' | 'memberId'>;
  /** What was written from this instant on, ISO 8601 in UTC. */
  readonly since: string;
  /** What was written before this instant; undefined for all up to when the work began. */
  readonly until: string | undefined;
  readonly segments: number;
  readonly checkpoint: Checkpoint;
  /** Instant, ISO 8601 in UTC. */
  readonly now: () => string;
  readonly progress: Progress;
  readonly signal: AbortSignal;
  readonly out: TextSink;
  readonly err: TextSink;
}

const CASES_AT_A_TIME = 8;

interface Found {
  readonly objects: readonly ArchiveObject[];
  readonly faults: readonly Fault[];
}

/** What a whole run is about, however often it is interrupted. */
interface Span {
  readonly since: string;
  readonly until: string;
}

async function findObjects(
  { readCase, names }: ArchiveRequest,
  { since, until }: Span,
  caseKey: string,
): Promise<Found> {
  const { entries, acts, unreadable } = await readCase(caseKey);
  const isWanted = (at: string) => at >= since && at < until;
  const read = readEntries(
    caseKey,
    entries.filter(({ receivedAt }) => isWanted(receivedAt)),
    { names },
  );
  return {
    objects: [
      ...read.sound.map(({ entry }) => entryObject(caseKey, entry)),
      ...acts.filter(({ at }) => isWanted(at)).map((act) => actObject(caseKey, act)),
    ],
    faults: [...unreadable, ...read.faults],
  };
}

async function archiveCase(request: ArchiveRequest, span: Span, caseKey: string): Promise<Counts> {
  const { bucket, progress, err } = request;
  const { objects, faults } = await findObjects(request, span, caseKey);
  for (const fault of faults) {
    progress.clear();
    await err.write(`${JSON.stringify({ case: caseKey, ...fault })}\n`);
  }
  let archived = 0;
  for (const { key, body } of bucket === undefined ? [] : objects) {
    if ((await bucket?.put(key, body, 'application/json')) === 'stored') archived += 1;
  }
  return { cases: 1, items: objects.length, archived, faults: faults.length };
}

export async function archiveMissing(request: ArchiveRequest): Promise<Outcome> {
  const { scan, since, until, segments, checkpoint, progress, signal, now, out, err, bucket } = request;
  const ended = await runSegments({
    of: segments,
    checkpoint,
    readPage: (read) => scan.scanCaseKeys(read),
    async workOn({ caseKeys }, startedAt) {
      let counts: Counts = {};
      const span = { since, until: until ?? startedAt };
      const tasks = caseKeys.map((caseKey) => async () => {
        const done = await archiveCase(request, span, caseKey);
        counts = addCounts(counts, done);
      });
      await runLimitedUntilFailure(tasks, CASES_AT_A_TIME);
      return counts;
    },
    now,
    shown: 'cases',
    progress,
    signal,
    err,
  });
  const { cases = 0, items = 0, archived = 0, faults = 0 } = ended.counts;
  const of = `${counted(items, 'entry or act', 'entries and acts')} of ${counted(cases, 'case', 'cases')}`;
  await out.write(
    bucket === undefined
      ? `${of} would be looked for in the archive\n`
      : `${of}: ${archived} archived now, ${items - archived} were there already\n`,
  );
  if (ended.kind === 'interrupted') return { kind: 'interrupted' };
  await checkpoint.forget();
  return faults > 0 ? { kind: 'incomplete' } : { kind: 'done' };
}
