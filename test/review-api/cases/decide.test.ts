/** Deciding: on what was seen, under one's own claim, once, whatever breaks off in between. */
import { describe, expect, test } from 'vitest';
import { DECISIONS, DECISIONS_MAX, type DecisionMention } from '../../../shared/review/review.ts';
import { reviewWorld } from '../world.ts';
import { aldo, anna, boris, casesOf, type Fault, letWritesFail, newKey, REASON, sofia } from './acting.ts';

const LATER = '2021-06-15T12:10:00.000Z';

const others = (times: number): Fault[] => Array.from({ length: times }, () => 'others-first');

async function flaggedCase(faults: Fault[] = []) {
  const world = reviewWorld();
  letWritesFail(world, faults);
  const key = await world.addCase({ subject: 'A-1' });
  return { world, key, of: casesOf(world), cases: world.cases };
}

test.each(DECISIONS)('%s is recorded with who, when and why, and the flag leaves the work', async (decision) => {
  const { world, key, of, cases } = await flaggedCase();
  const { view } = await of.claim(anna, key);
  world.setTime(LATER);
  const decided = await of.decide(anna, key, view, decision);
  expect(decided.status).toBe(200);
  expect(decided.view).toMatchObject({
    status: 'decided',
    decided: { decision, name: anna.name, mine: true, at: LATER },
    seen: { version: 3 },
  });
  expect(decided.view.claim).toBe(undefined);
  expect(decided.view.timeline[0]).toEqual({
    kind: 'act',
    act: 'decision',
    at: LATER,
    name: anna.name,
    mine: true,
    decision,
    reason: REASON,
  });
  const queue = { office: 'NYC', lane: 'own-motion', restricted: false, limit: 5 } as const;
  expect(await cases.listQueue({ ...queue, part: 'work' })).toEqual([]);
  expect(await cases.listQueue({ ...queue, part: 'decided' })).toMatchObject([{ caseKey: key }]);
});

test('a decision remembers the facts, the lane, the rules and the policy that were seen, and not the reason', async () => {
  const { key, of, cases } = await flaggedCase();
  const { view } = await of.claim(anna, key);
  await of.decide(anna, key, view, 'decline');
  const review = (await cases.readHead(key))?.review;
  expect(review?.decisions).toMatchObject([
    { by: 'anna', decision: 'decline', lane: 'own-motion', rules: ['long-term-resident'], policyId: 'opla-2021-05-27' },
  ]);
  expect(JSON.stringify(review)).not.toContain(REASON);
});

describe('who may', () => {
  test('a reviewer claims first', async () => {
    const { key, of } = await flaggedCase();
    const { status, problem } = await of.decide(anna, key, await of.show(anna, key), 'decline');
    expect([status, problem.code]).toEqual([409, 'not-claimed']);
  });

  test('another is told who has it and until when', async () => {
    const { key, of } = await flaggedCase();
    const { view } = await of.claim(anna, key);
    const { status, problem } = await of.decide(boris, key, view, 'decline');
    expect(status).toBe(409);
    expect(problem).toMatchObject({
      code: 'held-by-another',
      holder: { name: anna.name, mine: false, expiresAt: '2021-06-15T12:30:00.000Z' },
    });
  });

  test('once the lease is over, claim again', async () => {
    const { world, key, of } = await flaggedCase();
    const { view } = await of.claim(anna, key);
    world.setTime('2021-06-15T12:30:00.000Z');
    expect((await of.decide(anna, key, view, 'decline')).problem.code).toBe('not-claimed');
    const again = await of.claim(anna, key);
    expect((await of.decide(anna, key, again.view, 'decline')).status).toBe(200);
  });

  test('a supervisor decides over a claim, and what was decided anew', async () => {
    const { key, of } = await flaggedCase();
    await of.claim(anna, key);
    const over = await of.decide(sofia, key, await of.show(sofia, key), 'refer');
    expect(over.view).toMatchObject({ status: 'decided', decided: { decision: 'refer' } });
    const anew = await of.decide(sofia, key, over.view, 'move-to-close');
    expect(anew.view.decided?.decision).toBe('move-to-close');
    expect(anew.view.timeline.filter(({ kind }) => kind === 'act')).toHaveLength(2);
  });

  test('an auditor reads and decides nothing', async () => {
    const { key, of } = await flaggedCase();
    const view = await of.show(aldo, key);
    expect(view.may).toEqual({ claim: false, release: false, hold: false, decide: [], record: false });
    expect((await of.decide(aldo, key, view, 'decline')).problem.code).toBe('not-allowed');
  });
});

describe('a case that has moved', () => {
  test('is refused with what changed, in words; seen again, it can be decided', async () => {
    const { world, key, of } = await flaggedCase();
    const { view } = await of.claim(anna, key);
    world.setTime(LATER);
    await world.addUpdate({ subject: 'A-1', id: 'A-1-2', sequence: 2, facts: { detained: true, represented: true } });
    const moved = await of.decide(anna, key, view, 'move-to-dismiss');
    expect(moved.status).toBe(409);
    expect(moved.problem).toMatchObject({
      code: 'case-moved',
      changes: [
        { path: 'detained', name: 'in ICE custody', from: 'no', to: 'yes' },
        { path: 'represented', name: 'represented by counsel', from: 'not recorded', to: 'yes' },
      ],
    });
    const again = await of.show(anna, key);
    expect(again.seen).toEqual(moved.problem.seen);
    expect(again.changedSinceClaim).toEqual(moved.problem.changes);
    expect(again.timeline[0]).toMatchObject({ id: 'A-1-2', sinceClaim: true });
    expect((await of.decide(anna, key, again, 'move-to-dismiss')).status).toBe(200);
  });

  test('has moved with an update that changes nothing that stands', async () => {
    const { world, key, of } = await flaggedCase();
    const { view } = await of.claim(anna, key);
    world.setTime(LATER);
    await world.addUpdate({ subject: 'A-1', id: 'A-1-0', sequence: 0, facts: { detained: true } });
    expect((await of.decide(anna, key, view, 'decline')).problem).toMatchObject({ code: 'case-moved', changes: [] });
  });

  test('has moved when another answer is given on the same updates', async () => {
    const { key, of, cases, world } = await flaggedCase();
    const { view } = await of.claim(anna, key);
    const head = await cases.readHead(key);
    if (head === undefined) throw new Error('no head');
    const classification = { ...head.classification, digest: 'of another policy' };
    await world.cases.writeHead(key, { ...head, classification }, head.version);
    expect((await of.decide(anna, key, view, 'decline')).problem).toMatchObject({ code: 'case-moved', changes: [] });
  });

  test("has not moved for having its holder's lease renewed", async () => {
    const { key, of } = await flaggedCase();
    const { view } = await of.claim(anna, key);
    await of.claim(anna, key);
    expect((await of.decide(anna, key, view, 'decline')).status).toBe(200);
  });

  test('has moved for a supervisor without a claim once anybody has done anything', async () => {
    const { key, of } = await flaggedCase();
    const seen = await of.show(sofia, key);
    await of.claim(anna, key);
    expect((await of.decide(sofia, key, seen, 'decline')).problem).toMatchObject({ code: 'case-moved', changes: [] });
  });

  test('takes a decision back to the work when its facts change, and keeps it', async () => {
    const { world, key, of } = await flaggedCase();
    const { view } = await of.claim(anna, key);
    await of.decide(anna, key, view, 'decline');
    world.setTime(LATER);
    await world.addUpdate({ subject: 'A-1', id: 'A-1-2', sequence: 2, facts: { represented: true } });
    const shown = await of.show(boris, key);
    expect(shown).toMatchObject({ status: 'open', may: { claim: true } });
    expect(shown.decided).toBe(undefined);
    expect(shown.timeline.map((event) => (event.kind === 'act' ? event.decision : event.id))).toEqual([
      'A-1-2',
      'decline',
      'A-1-1',
    ]);
  });
});

describe('the same request again', () => {
  test('does nothing twice', async () => {
    const { world, key, of, cases } = await flaggedCase();
    const { view } = await of.claim(anna, key);
    const idempotencyKey = newKey();
    const first = await of.decide(anna, key, view, 'decline', { idempotencyKey });
    world.setTime('2021-06-17T09:00:00.000Z');
    const again = await of.decide(anna, key, view, 'decline', { idempotencyKey });
    expect(again).toEqual(first);
    expect((await cases.readHead(key))?.review?.decisions).toHaveLength(1);
  });

  test.each([
    ['with another decision', { decision: 'refer' }],
    ['with another reason', { reason: 'Another.' }],
  ])('%s is another request', async (_, more) => {
    const { key, of } = await flaggedCase();
    const { view } = await of.claim(anna, key);
    const idempotencyKey = newKey();
    await of.decide(anna, key, view, 'decline', { idempotencyKey });
    const other = await of.decide(anna, key, view, 'decline', { idempotencyKey, ...more });
    expect([other.status, other.problem.code]).toEqual([409, 'key-used-otherwise']);
  });

  test('under the key of a hold is another request; under the same key another person is nobody’s twin', async () => {
    const { key, of } = await flaggedCase();
    const { view } = await of.claim(anna, key);
    const idempotencyKey = newKey();
    await of.hold(anna, key, '2021-07-01', { idempotencyKey });
    expect((await of.decide(anna, key, view, 'decline', { idempotencyKey })).problem.code).toBe('key-used-otherwise');
    expect((await of.release(sofia, key, { idempotencyKey, reason: REASON })).status).toBe(200);
  });

  test('at the same time decides once', async () => {
    const { key, of, cases } = await flaggedCase();
    const { view } = await of.claim(anna, key);
    const idempotencyKey = newKey();
    const twins = await Promise.all([1, 2, 3].map(() => of.decide(anna, key, view, 'decline', { idempotencyKey })));
    expect(twins.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await cases.readHead(key))?.review?.decisions).toHaveLength(1);
  });

  test('of two supervisors at once one decides, and the other sees that the case has moved', async () => {
    const { key, of, cases } = await flaggedCase();
    const view = await of.show(sofia, key);
    const other = { ...sofia, id: 'selma' };
    const both = await Promise.all([sofia, other].map((each) => of.decide(each, key, view, 'decline')));
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect((await cases.readHead(key))?.review?.decisions).toHaveLength(1);
  });
});

describe('a process that breaks off', () => {
  test('between act and head: the next try decides, once, as of when it was first asked', async () => {
    const { world, key, of, cases } = await flaggedCase(['none', 'before']);
    const { view } = await of.claim(anna, key);
    const idempotencyKey = newKey();
    const broken = await of.decide(anna, key, view, 'decline', { idempotencyKey });
    expect([broken.status, broken.problem.code]).toEqual([503, 'try-again']);
    expect((await of.show(anna, key)).timeline).toHaveLength(1);
    world.setTime(LATER);
    const again = await of.decide(anna, key, view, 'decline', { idempotencyKey });
    expect(again.view).toMatchObject({ status: 'decided', decided: { at: '2021-06-15T12:00:00.000Z' } });
    expect(again.view.timeline).toHaveLength(2);
    expect((await cases.readHead(key))?.review?.decisions).toHaveLength(1);
  });

  test('between act and head, and the case moves: nothing is decided, and nothing says that it was', async () => {
    const { world, key, of, cases } = await flaggedCase(['none', 'before']);
    const { view } = await of.claim(anna, key);
    const idempotencyKey = newKey();
    await of.decide(anna, key, view, 'decline', { idempotencyKey });
    await world.addUpdate({ subject: 'A-1', id: 'A-1-2', sequence: 2, facts: { detained: true } });
    const again = await of.decide(anna, key, view, 'decline', { idempotencyKey });
    expect(again.problem.code).toBe('case-moved');
    const shown = await of.show(anna, key);
    expect(shown.timeline.map(({ kind }) => kind)).toEqual(['update', 'update']);
    expect((await cases.readHead(key))?.review?.decisions).toEqual([]);
    expect((await of.decide(anna, key, shown, 'decline')).status).toBe(200);
  });

  test('after the head: the next try finds what was done', async () => {
    const { key, of, cases } = await flaggedCase(['none', 'after']);
    const { view } = await of.claim(anna, key);
    const idempotencyKey = newKey();
    expect((await of.decide(anna, key, view, 'decline', { idempotencyKey })).status).toBe(503);
    expect((await of.decide(anna, key, view, 'decline', { idempotencyKey })).view.status).toBe('decided');
    expect((await cases.readHead(key))?.review?.decisions).toHaveLength(1);
  });

  test('others who write first make it begin anew, a few times', async () => {
    const { key, of } = await flaggedCase(['none', ...others(4)]);
    const { view } = await of.claim(anna, key);
    expect((await of.decide(anna, key, view, 'decline')).status).toBe(200);
  });

  test('and not for ever', async () => {
    const { key, of, cases } = await flaggedCase(['none', ...others(5)]);
    const { view } = await of.claim(anna, key);
    expect((await of.decide(anna, key, view, 'decline')).problem.code).toBe('try-again');
    expect((await cases.readHead(key))?.review?.decisions).toEqual([]);
  });
});

test('a case takes so many decisions and no more', async () => {
  const { key, of, cases } = await flaggedCase();
  const head = await cases.readHead(key);
  if (head === undefined) throw new Error('no head');
  const before: DecisionMention = {
    by: 'boris',
    name: 'B',
    act: 'act',
    decision: 'decline',
    at: '2021-06-01T00:00:00.000Z',
    factsDigest: 'of other facts',
    lane: 'triage',
    rules: [],
    policyId: 'opla-2021-05-27',
  };
  const decisions = Array.from({ length: DECISIONS_MAX }, (_, i) => ({ ...before, act: `act-${i}` }));
  await cases.writeReview(key, { review: { decisions }, queue: head.queue }, head.version);
  const { view } = await of.claim(anna, key);
  expect(view.may.decide).toEqual([]);
  expect((await of.decide(anna, key, view, 'decline')).problem.code).toBe('limit-reached');
});
