/** Each kind of tampering with one case, and the place where it is found; and what a ledger without a seal cannot tell. */
import { describe, expect, test } from 'vitest';
import { entryId } from '../../shared/audit/digests.ts';
import type { Fault } from '../../shared/audit/fault.ts';
import { type CaseEvidence, verifyCase } from '../../shared/audit/verify-case.ts';
import { writeBody } from '../../shared/review/act-body.ts';
import { withMember } from '../../shared/store/members.ts';
import type { CaseHead } from '../../shared/store/store.ts';
import { OWN_MOTION_FACTS } from '../contract/store-samples.ts';
import { casesOf, REASON, simon } from '../review-api/cases/acting.ts';
import { reviewWorld } from '../review-api/world.ts';
import { archivedOf, collect, evidenceOf, type KeptCase, verifying } from './office.ts';

/** A case that two people had in hand: a decision, then a finding that opened it anew, then a hold. */
async function workedCase(): Promise<KeptCase> {
  const world = reviewWorld();
  const caseKey = await world.addCase({
    subject: 'A-1',
    facts: {
      convictions: { c1: { offense: 'burglary', disposition: 'final' } },
      threatFinding: { poses: false, on: '2021-06-01' },
    },
  });
  await world.addUpdate({
    subject: 'A-1',
    id: 'u2',
    sequence: 2,
    facts: { hearing: { on: '2021-09-01', kind: 'master' }, birthDate: '1990-01-01' },
  });
  const of = casesOf(world);
  const decided = await of.decide(simon, caseKey, await of.show(simon, caseKey), 'decline');
  const path = 'convictions.c1.aggravatedFelony';
  const found = await of.find(simon, caseKey, await of.show(simon, caseKey), path, false);
  await world.deliverSent();
  const held = await of.hold(simon, caseKey, '2021-07-01');
  if ([decided, found, held].some(({ status }) => status !== 200)) throw new Error('the case was not worked on');
  const head = await world.cases.readHead(caseKey);
  if (head === undefined) throw new Error('no head');
  const kept = {
    caseKey,
    head,
    entries: await collect(world.cases.listEntries(caseKey)),
    acts: await collect(world.cases.listActs(caseKey)),
  };
  if (kept.entries.length !== 3 || kept.acts.length !== 3) throw new Error('the case is not what the tests are about');
  return kept;
}

const kept = await workedCase();
const { head, entries, acts } = kept;
const actOf = (kind: string) => acts.find((act) => act.kind === kind)?.id ?? '';
const { review, flag, queue } = head;
if (review === undefined || flag === undefined || queue === undefined)
  throw new Error('the case is not what the tests are about');
const [decision] = review.decisions;

function verified(more: Partial<CaseEvidence>): readonly Fault[] {
  return verifyCase({ ...kept, ...more }, verifying).faults;
}

const withHead = (more: Partial<CaseHead>) => verified({ head: { ...head, ...more } });
const inHead = (field: string): Fault => ({ kind: 'edited', item: 'head', field, by: 'ledger' });
const inAct = (kind: Fault['kind'], id: string, field?: string): Fault => ({
  kind,
  item: 'act',
  id,
  ...(field !== undefined && { field }),
  by: 'ledger',
});
const firstEntry = entries.find(({ body }) => body.includes('NYC')) ?? {
  memberId: new Uint8Array(16),
  body: '',
  receivedAt: '',
};
const otherEntries = entries.filter((entry) => entry !== firstEntry);
const ofEntry = (kind: Fault['kind'], id = entryId(firstEntry)): Fault => ({ kind, item: 'entry', id, by: 'ledger' });

test('a case as it was left is found untouched', () => {
  expect(verified({})).toEqual([]);
  expect(verifyCase(evidenceOf(kept), verifying).faults).toEqual([]);
});

describe('a part of the head that is not what its ledger gives', () => {
  const { classification } = head;
  test.each<[string, Partial<CaseHead>, Fault[]]>([
    ['another case id', { caseId: 'A-2' }, [inHead('caseId'), inHead('classification.digest')]],
    ['another lane', { classification: { ...classification, lane: 'triage' } }, [inHead('classification.lane')]],
    ['a ground taken away', { classification: { ...classification, grounds: {} } }, [inHead('classification.grounds')]],
    [
      'a need put in',
      { classification: { ...classification, needs: ['birthDate'] } },
      [inHead('classification.needs')],
    ],
    [
      'a restriction put on',
      { classification: { ...classification, notices: [...classification.notices, 'restricted'] } },
      [inHead('classification.notices')],
    ],
    ['a flag taken away', { flag: undefined }, [inHead('flag'), inHead('queue')]],
    ['a flag withdrawn', { flag: { ...flag, state: 'withdrawn' } }, [inHead('flag.state'), inHead('queue')]],
    ['a flag in another lane', { flag: { ...flag, lane: 'triage' } }, [inHead('flag.lane'), inHead('queue')]],
    ['a flag that fell away', { flag: { ...flag, fellAway: true } }, [inHead('flag.fellAway')]],
    ['a flag that is older', { flag: { ...flag, raisedAt: '2021-06-01T00:00:00.000Z' } }, [inHead('queue')]],
    ['another queue', { queue: { ...queue, partition: queue.partition.replace('NYC', 'LOS') } }, [inHead('queue')]],
    [
      'a shard that no list reaches',
      { queue: { ...queue, partition: queue.partition.replace(/\d+$/, '77') } },
      [inHead('queue')],
    ],
    ['no place in the queue', { queue: undefined }, [inHead('queue')]],
    ['another hearing', { hearingOn: '2021-09-02' }, [inHead('hearingOn')]],
    ['custody', { detained: true }, [inHead('detained')]],
    ['a later look', { nextChangeOn: '2050-01-01' }, [inHead('nextChangeOn')]],
    ['no later look', { nextChangeOn: undefined }, [inHead('nextChangeOn')]],
  ])('%s', (_what, more, faults) => {
    expect(withHead(more)).toEqual(faults);
  });

  test('another record', () => {
    const asserted = new Map([...head.record.asserted].filter(([path]) => path !== 'birthDate'));
    expect(withHead({ record: { ...head.record, asserted } })).toEqual([inHead('record')]);
  });

  test('members out of order', () => {
    const members = Buffer.concat([head.members.subarray(16), head.members.subarray(0, 16)]);
    expect(withHead({ members })).toContainEqual(inHead('members'));
  });

  test('is not told where the instrument is not at hand, and that is said', () => {
    const elsewhere = { ...verifying, instrumentOf: () => undefined };
    const edited = { ...head, classification: { ...classification, needs: ['birthDate'] } };
    expect(verifyCase({ ...kept, head: edited }, elsewhere)).toMatchObject({
      faults: [],
      isClassificationChecked: false,
    });
  });
});

describe('an entry', () => {
  test('edited', () => {
    const edited = { ...firstEntry, body: firstEntry.body.replace('NYC', 'LOS') };
    expect(edited.body).not.toBe(firstEntry.body);
    expect(verified({ entries: [edited, ...otherEntries] })).toContainEqual(ofEntry('edited'));
  });

  test('that is no update any more', () => {
    expect(verified({ entries: [{ ...firstEntry, body: '{}' }, ...otherEntries] })).toEqual([ofEntry('edited')]);
  });

  test('lost', () => {
    expect(verified({ entries: otherEntries })).toContainEqual(ofEntry('lost'));
  });

  test('that the head does not have', () => {
    const members = head.members.subarray(16);
    const outside = Buffer.from(head.members.subarray(0, 16)).toString('base64url');
    expect(withHead({ members })).toContainEqual(ofEntry('inserted', outside));
  });

  test('that the head does not have yet', () => {
    const late = { ...verifying, settledBefore: '2021-06-15T00:00:00.000Z' };
    const before = { ...kept, head: undefined };
    expect(verifyCase(before, late).faults).toEqual([]);
    expect(verifyCase(before, verifying).faults).toEqual([{ kind: 'lost', item: 'head', by: 'ledger' }]);
  });

  test('of another case', async () => {
    const world = reviewWorld();
    const other = await world.addCase({ subject: 'A-2', facts: OWN_MOTION_FACTS });
    const [theirs] = await collect(world.cases.listEntries(other));
    if (theirs === undefined) throw new Error('no entry');
    expect(verified({ entries: [...entries, theirs] })).toEqual([ofEntry('inserted', entryId(theirs))]);
    // Neither does it belong here when the head says that it does.
    const members = withMember(head.members, theirs.memberId);
    const found = verified({ head: { ...head, members }, entries: [...entries, theirs] });
    expect(found).toEqual([ofEntry('inserted', entryId(theirs))]);
  });

  test('whose time of receipt is another, which only the archive tells', () => {
    const edited = [{ ...firstEntry, receivedAt: '2021-06-14T00:00:00.000Z' }, ...otherEntries];
    expect(verified({ entries: edited })).toEqual([]);
    expect(verified({ entries: edited, archived: archivedOf(kept) })).toEqual([
      { ...ofEntry('edited'), by: 'archive' },
    ]);
  });
});

describe("people's half", () => {
  const decided = (more: object) => withHead({ review: { ...review, decisions: [{ ...decision, ...more } as never] } });
  const made = actOf('decision');
  test.each<[string, readonly Fault[], Fault[]]>([
    ['another decision', decided({ decision: 'move-to-dismiss' }), [inAct('edited', made, 'decision')]],
    ['by another person', decided({ by: 'boris' }), [inAct('edited', made, 'by')]],
    ['at another time', decided({ at: '2021-06-15T13:00:00.000Z' }), [inAct('edited', made, 'at')]],
    ['of an act that is not there', decided({ act: 'none' }), [inAct('lost', 'none')]],
    ['of an act of another kind', decided({ act: actOf('hold') }), [inAct('edited', actOf('hold'), 'kind')]],
    ['twice', withHead({ review: { ...review, decisions: [decision, decision] as never } }), [inAct('inserted', made)]],
    [
      'a hold until another day',
      withHead({ review: { ...review, hold: { ...review.hold, until: '2021-08-01' } as never } }),
      [inAct('edited', actOf('hold'), 'until')],
    ],
    [
      'a hold that is not among its acts',
      withHead({ review: { ...review, acts: [] } }),
      [inAct('inserted', actOf('hold'))],
    ],
    [
      'an act put in',
      withHead({ review: { ...review, acts: [...(review.acts ?? []), 'none'] } }),
      [inAct('lost', 'none')],
    ],
  ])('%s', (_what, found, faults) => {
    expect(found).toEqual(faults);
  });

  const without = (kind: string) => acts.filter((act) => act.kind !== kind);
  test.each(['decision', 'hold', 'finding'])('without the act of its %s', (kind) => {
    expect(verified({ acts: without(kind) })).toContainEqual(inAct('lost', actOf(kind)));
  });

  test('with an act that cannot be read', () => {
    const edited = acts.map((act) => (act.kind === 'decision' ? { ...act, body: '{' } : act));
    expect(verified({ acts: edited })).toEqual([inAct('edited', made, 'body')]);
  });

  test('with a finding other than the one in the ledger', () => {
    const edited = acts.map((act) =>
      act.kind === 'finding'
        ? { ...act, body: act.body.replace('aggravatedFelony\\":false', 'aggravatedFelony\\":true') }
        : act,
    );
    expect(edited).not.toEqual(acts);
    expect(verified({ acts: edited })).toEqual([inAct('edited', actOf('finding'), 'update')]);
  });

  test('with another reason, which only the archive tells', () => {
    const edited = acts.map((act) =>
      act.kind === 'decision' ? { ...act, body: act.body.replace(REASON, 'Another.') } : act,
    );
    expect(verified({ acts: edited })).toEqual([]);
    expect(verified({ acts: edited, archived: archivedOf(kept) })).toEqual([
      { ...inAct('edited', made), by: 'archive' },
    ]);
  });

  test('with an act nobody did, which only the archive tells', () => {
    const body = writeBody('access', { reason: REASON, restricted: true });
    const forged = {
      id: 'forged',
      kind: 'access',
      by: 'boris',
      name: 'boris',
      at: '2021-06-15T12:30:00.000Z',
      requestHash: '',
      body,
    } as const;
    expect(verified({ acts: [...acts, forged] })).toEqual([]);
    expect(verified({ acts: [...acts, forged], archived: archivedOf(kept) })).toEqual([
      { ...inAct('inserted', 'forged'), by: 'archive' },
    ]);
  });
});

describe('under the same version, what the ledger cannot tell', () => {
  const { sealed } = evidenceOf(kept);
  test.each<[string, Partial<CaseHead>]>([
    ['how often a flag changed', { flag: { ...flag, revision: 9 } }],
    ['when a flag last changed', { flag: { ...flag, changedAt: '2021-06-15T13:00:00.000Z' } }],
    [
      'what a reviewer saw when deciding',
      { review: { ...review, decisions: [{ ...decision, lane: 'triage' } as never] } },
    ],
    ['a claim', { review: { ...review, claim: { by: 'boris', name: 'boris', at: '2021', expiresAt: '2022' } } }],
  ])('%s, the seal does', (_what, more) => {
    expect(withHead(more)).toEqual([]);
    const found = verified({ head: { ...head, ...more }, sealed });
    expect(found).toEqual([{ kind: 'edited', item: 'head', by: 'seal' }]);
    // Under a new version it would pass for something that people did: docs/decisions/audit.md
    expect(verified({ head: { ...head, ...more, version: head.version + 1 }, sealed })).toEqual([]);
  });
});
