/** Looks through a docket after a change of policy in mid-stream for anything that was lost; by case, in plain words. */
import { contentHash } from '../../shared/docket/content-hash.ts';
import { addUpdate, emptyRecord } from '../../shared/docket/fold.ts';
import { encodeRecord } from '../../shared/docket/record-codec.ts';
import { standingFacts } from '../../shared/docket/standing.ts';
import { queueOfPartition } from '../../shared/flag/queue-place.ts';
import { classify } from '../../shared/policy/classify.ts';
import { factsDigest } from '../../shared/review/review.ts';
import { hasMember, memberCount } from '../../shared/store/members.ts';
import type { CaseHead } from '../../shared/store/store.ts';
import { names } from '../contract/store-samples.ts';
import type { MidStream } from './mid-stream.ts';

/** What is wrong with one case; nothing, where all is well. */
function faultsOf(run: MidStream, subject: string, head: CaseHead, entries: number): string[] {
  const updates = run.updates.get(subject) ?? [];
  const faults: string[] = [];
  const check = (isSo: boolean, fault: string) => {
    if (!isSo) faults.push(fault);
  };
  let record = emptyRecord;
  const members = updates.map((update) => {
    const hash = contentHash(update);
    record = addUpdate(record, update, hash);
    return names.memberId(update, hash);
  });
  check(entries === updates.length, 'the ledger has not every update once');
  check(
    memberCount(head.members) === members.length && members.every((member) => hasMember(head.members, member)),
    'an update is not in the head',
  );
  check(encodeRecord(head.record) === encodeRecord(record), 'the record is not that of the updates');
  const standing = standingFacts(record);
  const answer = classify(run.instrument, subject, standing, run.asOf);
  check(head.policyHash === run.instrument.contentHash, 'it stands under the old policy');
  check(head.classification.digest === answer.digest, 'its answer is not that of the new policy');
  const act = run.decisions.get(head.caseKey);
  const last = head.review?.decisions.at(-1);
  check(act === last?.act, 'its decision is lost, or is another');
  const part = head.queue && queueOfPartition(head.queue.partition)?.part;
  const stands = last !== undefined && last.factsDigest === factsDigest(standing);
  check((part === 'decided') === (stands && head.flag?.state === 'raised'), 'it is not where its decision puts it');
  check(stands || (head.flag?.state === 'raised') === (answer.lane !== 'none'), 'its flag is not that of its lane');
  return faults;
}

/** Every fault with how often it was found; empty, where nothing was lost. */
export async function lookThrough(run: MidStream): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const subject of run.updates.keys()) {
    const caseKey = names.caseKey(subject);
    const head = await run.store.readHead(caseKey);
    let entries = 0;
    for await (const _ of run.store.listEntries(caseKey)) entries += 1;
    const faults = head === undefined ? ['it has no head'] : faultsOf(run, subject, head, entries);
    for (const fault of faults) found[fault] = (found[fault] ?? 0) + 1;
  }
  return found;
}
