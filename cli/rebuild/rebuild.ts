/** `own-motion rebuild`: the heads of all cases from the ledger, by segments side by side. */
import { runLimitedUntilFailure } from '../../shared/run-limited.ts';
import type { CaseScan } from '../../shared/store/store.ts';
import { counted } from '../compare/words.ts';
import type { Outcome, TextSink } from '../io.ts';
import type { Progress } from '../progress.ts';
import type { Checkpoint, Counts } from '../segments/checkpoint.ts';
import { addCounts, runSegments } from '../segments/run-segments.ts';
import { type RebuildDeps, type Rebuilt, rebuildCase } from './rebuild-case.ts';

export interface RebuildRequest extends RebuildDeps {
  readonly scan: Pick<CaseScan, 'scanCaseKeys'>;
  readonly segments: number;
  readonly checkpoint: Checkpoint;
  readonly progress: Progress;
  readonly signal: AbortSignal;
  readonly out: TextSink;
  readonly err: TextSink;
}

const CASES_AT_A_TIME = 8;

/** Names of what is counted, as the checkpoint keeps them. */
const LOOKED_AT = 'cases';
const LOST_REVIEW = 'lost-review';

function countsOf(rebuilt: Rebuilt): Counts {
  const lost = rebuilt.kind !== 'damaged' && rebuilt.hasLostReview === true;
  return { [LOOKED_AT]: 1, [rebuilt.kind]: 1, ...(lost && { [LOST_REVIEW]: 1 }) };
}

/** For a person to look at: the case by its key, which says nothing of whose it is. */
function line(caseKey: string, rebuilt: Rebuilt): string | undefined {
  if (rebuilt.kind === 'damaged') return `${JSON.stringify({ case: caseKey, damage: rebuilt.damage })}\n`;
  if (rebuilt.hasLostReview === true) return `${JSON.stringify({ case: caseKey, damage: 'review-lost' })}\n`;
  return undefined;
}

export async function rebuild(request: RebuildRequest): Promise<Outcome> {
  const { scan, segments, checkpoint, progress, signal, now, out, err, isDryRun } = request;
  const ended = await runSegments({
    of: segments,
    checkpoint,
    readPage: (read) => scan.scanCaseKeys(read),
    async workOn({ caseKeys }) {
      let counts: Counts = {};
      const tasks = caseKeys.map((caseKey) => async () => {
        const rebuilt = await rebuildCase(request, caseKey);
        counts = addCounts(counts, countsOf(rebuilt));
        const told = line(caseKey, rebuilt);
        if (told === undefined) return;
        progress.clear();
        await err.write(told);
      });
      await runLimitedUntilFailure(tasks, CASES_AT_A_TIME);
      return counts;
    },
    now,
    shown: LOOKED_AT,
    progress,
    signal,
    err,
  });
  await out.write(`${summary(ended.counts, isDryRun).join('\n')}\n`);
  if (ended.kind === 'interrupted') return { kind: 'interrupted' };
  await checkpoint.forget();
  const { damaged = 0, [LOST_REVIEW]: lost = 0 } = ended.counts;
  return damaged + lost > 0 ? { kind: 'incomplete' } : { kind: 'done' };
}

function summary(counts: Counts, isDryRun: boolean): string[] {
  const of = (name: string) => counts[name] ?? 0;
  const would = isDryRun ? 'would be ' : '';
  const lines = [
    `looked at ${counted(of(LOOKED_AT), 'case', 'cases')}: ${of('same')} as the ledger says, ${of('repaired')} ${would}repaired, ${of('drawn-anew')} ${would}drawn anew`,
  ];
  if (of('other-policy') > 0) {
    lines.push(`${of('other-policy')} answered under another policy: see "own-motion reclassify"`);
  }
  if (of('no-updates') > 0) lines.push(`${of('no-updates')} without updates`);
  if (of('damaged') > 0) lines.push(`${of('damaged')} damaged and left as they are: see the lines above`);
  if (of(LOST_REVIEW) > 0) {
    lines.push(`${of(LOST_REVIEW)} drawn anew have acts of people that no longer count: see the lines above`);
  }
  return lines;
}
