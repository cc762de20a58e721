/** An office at work, by the program's own consumer and API: its cases as they lie in the table, archived and sealed. */
import { readSample } from '../../cli/sample/read-sample.ts';
import type { ArchivedItems } from '../../shared/audit/archived.ts';
import { actDigest, entryDigest, entryId } from '../../shared/audit/digests.ts';
import { type SealedHead, sealedHeadOf } from '../../shared/audit/seal.ts';
import type { CaseEvidence, Verifying } from '../../shared/audit/verify-case.ts';
import type { Act } from '../../shared/review/act.ts';
import { memoryQuarantineStore } from '../../shared/store/memory/quarantine-store.ts';
import type { CaseHead, LedgerEntry } from '../../shared/store/store.ts';
import { names, SHARDS, theInstrument } from '../contract/store-samples.ts';
import { casesOf, REASON, simon } from '../review-api/cases/acting.ts';
import { reviewWorld } from '../review-api/world.ts';
import { makeConsumer } from '../simulation/consumer.ts';

export interface KeptCase {
  readonly caseKey: string;
  readonly head: CaseHead;
  readonly entries: readonly LedgerEntry[];
  readonly acts: readonly Act[];
}

export interface Office {
  readonly cases: readonly KeptCase[];
  /** Every head there ever was, by case. */
  readonly history: ReadonlyMap<string, readonly CaseHead[]>;
}

export const verifying: Verifying = {
  names,
  instrumentOf: (id, hash) =>
    theInstrument().id === id && theInstrument().contentHash === hash ? theInstrument() : undefined,
  shards: SHARDS,
  settledBefore: '2021-06-16T00:00:00.000Z',
};

export function archivedOf({ entries, acts }: Pick<KeptCase, 'entries' | 'acts'>): ArchivedItems {
  return {
    entries: new Map(entries.map((entry) => [entryId(entry), entryDigest(entry)])),
    acts: new Map(acts.map((act) => [act.id, actDigest(act)])),
  };
}

export function evidenceOf(kept: KeptCase): CaseEvidence & { readonly sealed: SealedHead } {
  return { ...kept, archived: archivedOf(kept), sealed: sealedHeadOf(kept.head) };
}

export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

/** Supervisors with access, who may do everything. */
const sam = { ...simon, offices: ['*'] };
const vera = { ...sam, id: 'vera', name: 'vera of the tests' };

/** @param size most cases of the sample docket that are taken in */
export async function officeAtWork(size: number): Promise<Office> {
  const { lines, offices } = await readSample();
  const world = reviewWorld({ offices });
  const of = casesOf(world);
  const history = new Map<string, CaseHead[]>();
  let seconds = 0;
  const tick = () => world.setTime(new Date(Date.UTC(2021, 5, 15, 12, 0, ++seconds)).toISOString());
  const consumer = makeConsumer(
    { ledger: world.cases, quarantine: memoryQuarantineStore() },
    { now: () => new Date(Date.UTC(2021, 5, 15, 9, 0, ++seconds)).toISOString() },
  );
  const keys = new Set<string>();
  const remember = async () => {
    for (const key of keys) {
      const head = await world.cases.readHead(key);
      const known = history.get(key) ?? [];
      if (head !== undefined && known.at(-1)?.version !== head.version) history.set(key, [...known, head]);
    }
  };

  const subjects = [...new Set(lines.flatMap((line) => /"subject":"([^"]+)"/.exec(line)?.[1] ?? []))].slice(0, size);
  const bodies = lines.filter((line) => subjects.some((subject) => line.includes(`"subject":"${subject}"`)));
  for (const subject of subjects) keys.add(names.caseKey(subject));
  for (const [i, body] of bodies.entries()) {
    await consumer.consume([{ id: `line-${i}`, body }]);
    if (i % 40 === 0) await remember();
  }
  await remember();

  seconds = 0;
  for (const [i, key] of [...keys].entries()) {
    tick();
    await of.access(sam, key);
    if ((await of.claim(sam, key)).status !== 200) continue;
    const seen = await of.show(sam, key);
    tick();
    const finding = seen.findable[0];
    if (i % 4 === 0 && finding?.input === 'choice') {
      await of.find(sam, key, seen, finding.path, finding.options[0]?.value);
    } else if (i % 4 === 1) await of.hold(sam, key, '2021-07-01');
    else if (i % 4 === 2) {
      await of.decide(sam, key, seen, i % 8 === 2 ? 'decline' : 'move-to-dismiss');
      if (i % 12 === 2) await of.decide(sam, key, await of.show(sam, key), 'other-discretion');
    } else if (i % 8 === 3) await of.release(vera, key, { reason: REASON });
  }
  await world.deliverSent();
  await remember();

  const cases: KeptCase[] = [];
  for (const caseKey of keys) {
    const head = await world.cases.readHead(caseKey);
    if (head === undefined) continue;
    const entries = await collect(world.cases.listEntries(caseKey));
    cases.push({ caseKey, head, entries, acts: await collect(world.cases.listActs(caseKey)) });
  }
  return { cases, history };
}
