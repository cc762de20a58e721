/** `own-motion verify`: recomputes cases from their ledgers and reports whatever was edited, lost or inserted. */
import type { Fault } from '../../shared/audit/fault.ts';
import { type CaseVerdict, type Verifying, verifyCase } from '../../shared/audit/verify-case.ts';
import { runLimitedUntilFailure } from '../../shared/run-limited.ts';
import type { StoredCase } from '../../shared/store/case-evidence.ts';
import type { CaseScan, Segment } from '../../shared/store/store.ts';
import { counted } from '../compare/words.ts';
import type { Outcome, TextSink } from '../io.ts';
import type { Progress } from '../progress.ts';
import type { ArchiveFolder } from './archive-folder.ts';
import type { SealedDocket } from './seal-folder.ts';

export interface VerifyRequest extends Verifying {
  readonly readCase: (caseKey: string) => Promise<StoredCase>;
  readonly scan: Pick<CaseScan, 'scanCaseKeys'>;
  /** One case by its key, or the cases of a segment. */
  readonly what: { readonly caseKey: string } | { readonly segment: Segment };
  readonly seals: SealedDocket | undefined;
  readonly archive: ArchiveFolder | undefined;
  readonly progress: Progress;
  readonly signal: AbortSignal;
  readonly out: TextSink;
  readonly err: TextSink;
}

const CASES_AT_A_TIME = 8;

/** What is said once of an item need not be said in other words. */
function withoutEchoes(unreadable: readonly Fault[], others: readonly Fault[]): Fault[] {
  const said = new Set(unreadable.map(({ item, id }) => `${item} ${id}`));
  return [...unreadable, ...others.filter(({ kind, item, id }) => kind !== 'lost' || !said.has(`${item} ${id}`))];
}

interface Verified extends CaseVerdict {
  readonly isThere: boolean;
  readonly sealed: 'same' | 'moved-on' | 'unsealed';
}

async function verifyOne(request: VerifyRequest, caseKey: string): Promise<Verified> {
  const { readCase, seals, archive } = request;
  const { unreadable, ...stored } = await readCase(caseKey);
  const archived = await archive?.read(caseKey);
  const sealed = seals?.cases.get(caseKey)?.head;
  const evidence = {
    caseKey,
    ...stored,
    ...(archived !== undefined && { archived: archived.items }),
    ...(sealed !== undefined && { sealed }),
  };
  const { faults, isClassificationChecked, ledgerDigest } = verifyCase(evidence, request);
  return {
    faults: [...withoutEchoes(unreadable, faults), ...(archived?.faults ?? [])],
    isClassificationChecked: isClassificationChecked || stored.head === undefined,
    ledgerDigest,
    isThere: stored.head !== undefined || stored.entries.length + stored.acts.length + unreadable.length > 0,
    sealed: sealed === undefined ? 'unsealed' : sealed.version === stored.head?.version ? 'same' : 'moved-on',
  };
}

interface Counts {
  cases: number;
  faulty: number;
  faults: number;
  unclassified: number;
  unsealed: number;
  movedOn: number;
}

function verifier(request: VerifyRequest) {
  const { progress, signal, err } = request;
  const counts: Counts = { cases: 0, faulty: 0, faults: 0, unclassified: 0, unsealed: 0, movedOn: 0 };
  async function one(caseKey: string): Promise<Verified> {
    const verified = await verifyOne(request, caseKey);
    const { faults, isClassificationChecked, sealed } = verified;
    counts.cases += 1;
    counts.faults += faults.length;
    if (faults.length > 0) counts.faulty += 1;
    if (!isClassificationChecked) counts.unclassified += 1;
    if (sealed === 'unsealed') counts.unsealed += 1;
    if (sealed === 'moved-on') counts.movedOn += 1;
    if (faults.length > 0) progress.clear();
    for (const fault of faults) await err.write(`${JSON.stringify({ case: caseKey, ...fault })}\n`);
    progress.update(0, counts.cases);
    return verified;
  }
  async function all(caseKeys: readonly string[]): Promise<void> {
    const tasks = caseKeys.map((caseKey) => async () => {
      if (!signal.aborted) await one(caseKey);
    });
    await runLimitedUntilFailure(tasks, CASES_AT_A_TIME);
  }
  return { counts, one, all };
}

/** Cases that a seal or the archive knows of and the table did not show: those that are gone as a whole. */
async function unseen({ seals, archive }: VerifyRequest, { segment, of }: Segment, seen: ReadonlySet<string>) {
  const known = new Set<string>();
  if (seals !== undefined && (of === 1 || of === seals.of)) {
    for (const [caseKey, sealed] of seals.cases) if (of === 1 || sealed.segment === segment) known.add(caseKey);
  }
  if (archive !== undefined && of === 1) for (const caseKey of await archive.list()) known.add(caseKey);
  return [...known].filter((caseKey) => !seen.has(caseKey));
}

async function overSegment(request: VerifyRequest, segment: Segment, all: (keys: string[]) => Promise<void>) {
  const seen = new Set<string>();
  let after: string | undefined;
  do {
    const page = await request.scan.scanCaseKeys({ ...segment, ...(after !== undefined && { after }) });
    for (const caseKey of page.caseKeys) seen.add(caseKey);
    await all([...page.caseKeys]);
    after = page.next;
  } while (after !== undefined && !request.signal.aborted);
  if (!request.signal.aborted) await all(await unseen(request, segment, seen));
}

export async function verify(request: VerifyRequest): Promise<Outcome> {
  const { what, seals, progress, signal, out, err } = request;
  for (const fault of seals?.faults ?? []) await err.write(`${JSON.stringify(fault)}\n`);
  const { counts, one, all } = verifier(request);
  let only: Verified | undefined;
  if ('caseKey' in what) only = await one(what.caseKey);
  else await overSegment(request, what.segment, all);
  progress.stop();
  if (only !== undefined && !only.isThere && only.faults.length === 0) {
    await err.write('own-motion: the table has no case of this id\n');
    return { kind: 'incomplete' };
  }
  await out.write(`${summary(request, counts, only).join('\n')}\n`);
  if (signal.aborted) return { kind: 'interrupted' };
  return counts.faults + (seals?.faults.length ?? 0) > 0 ? { kind: 'incomplete' } : { kind: 'done' };
}

function summary({ seals, archive, what }: VerifyRequest, counts: Counts, only: Verified | undefined): string[] {
  const verified = `verified ${counted(counts.cases, 'case', 'cases')}`;
  const lines = [
    counts.faults === 0
      ? `${verified}: nothing edited, lost or inserted`
      : `${verified}: ${counted(counts.faults, 'fault', 'faults')} in ${counts.faulty} of them, see the lines above`,
  ];
  if (only !== undefined) lines.push(`ledger ${only.ledgerDigest}`);
  if (seals !== undefined) lines.push(sealLine(seals, counts));
  if (seals !== undefined && seals.faults.length > 0) {
    lines.push(`seals missing or not to be trusted: ${seals.faults.length}, see the lines above`);
  }
  if (seals === undefined && archive === undefined) {
    lines.push(
      'against the ledger alone: whoever may write it can change it and its head together; --seals and --archive tell',
    );
  }
  if (counts.unclassified > 0) {
    lines.push(
      `${counts.unclassified} answered by an instrument that is not at hand: their classification was not recomputed`,
    );
  }
  if (seals !== undefined && 'segment' in what && what.segment.of !== 1 && what.segment.of !== seals.of) {
    lines.push(`cases that are gone as a whole were not looked for: the seals are of ${seals.of} segments`);
  }
  return lines;
}

function sealLine({ segments, of, from }: SealedDocket, { cases, unsealed, movedOn }: Counts): string {
  if (from === undefined) return 'against no seal: none of them is genuine';
  const whole = segments.size === of ? `${of}` : `${segments.size} of ${of}`;
  const same = cases - unsealed - movedOn;
  return `against the seals of ${whole} segments, begun ${from}: ${same} as sealed, ${movedOn} written since or not as sealed, ${unsealed} in no seal`;
}
