/** Claim, release, hold: leases that end, races that one wins, holds that return by themselves. */
import { describe, expect, test } from 'vitest';
import { reviewWorld } from '../world.ts';
import { aldo, anna, boris, casesOf, type Fault, letWritesFail, newKey, REASON, sofia } from './acting.ts';

async function flaggedCase(faults: Fault[] = []) {
  const world = reviewWorld();
  letWritesFail(world, faults);
  const key = await world.addCase({ subject: 'A-1' });
  return { world, key, of: casesOf(world), cases: world.cases };
}

describe('a claim', () => {
  test('is a lease: it names its holder to others, and ends by itself', async () => {
    const { world, key, of } = await flaggedCase();
    const claimed = await of.claim(anna, key);
    expect(claimed.view).toMatchObject({
      status: 'claimed',
      claim: { name: anna.name, mine: true, expiresAt: '2021-06-15T12:30:00.000Z' },
      may: { claim: true, release: true, hold: true, record: true },
    });
    expect(await of.show(boris, key)).toMatchObject({ claim: { name: anna.name, mine: false }, may: { claim: false } });
    expect((await of.claim(boris, key)).problem).toMatchObject({
      code: 'held-by-another',
      holder: { name: anna.name, mine: false, expiresAt: '2021-06-15T12:30:00.000Z' },
    });
    world.setTime('2021-06-15T12:30:00.000Z');
    expect(await of.show(boris, key)).toMatchObject({ status: 'open', may: { claim: true } });
    expect((await of.claim(boris, key)).view.claim).toMatchObject({ name: boris.name, mine: true });
  });

  test('is renewed by claiming again', async () => {
    const { world, key, of } = await flaggedCase();
    await of.claim(anna, key);
    world.setTime('2021-06-15T12:29:00.000Z');
    const { view } = await of.claim(anna, key);
    expect(view.claim).toMatchObject({ at: '2021-06-15T12:00:00.000Z', expiresAt: '2021-06-15T12:59:00.000Z' });
  });

  test('of many at once one wins, and the others are told who', async () => {
    const { key, of } = await flaggedCase();
    const people = Array.from({ length: 6 }, (_, i) => ({ ...anna, id: `person-${i}`, name: `Person ${i}` }));
    const replies = await Promise.all(people.map((person) => of.claim(person, key)));
    const winners = replies.flatMap(({ status }, i) => (status === 200 ? people[i]!.name : []));
    expect(winners).toHaveLength(1);
    for (const { status, problem } of replies.filter((reply) => reply.status !== 200)) {
      expect(status).toBe(409);
      expect(problem.holder).toMatchObject({ name: winners[0], mine: false });
    }
  });

  test('whose answer was lost is there all the same, and claimed again it is renewed', async () => {
    const { key, of } = await flaggedCase(['after']);
    expect((await of.claim(anna, key)).problem.code).toBe('try-again');
    expect((await of.claim(anna, key)).view.claim?.mine).toBe(true);
  });

  test('leaves no act', async () => {
    const { key, of } = await flaggedCase();
    expect((await of.claim(anna, key)).view.timeline.map(({ kind }) => kind)).toEqual(['update']);
  });

  test('keeps what the queue folds in meanwhile', async () => {
    const { world, key, of } = await flaggedCase();
    await of.claim(anna, key);
    await world.addUpdate({ subject: 'A-1', id: 'A-1-2', sequence: 2, facts: { respondentPosition: 'opposes' } });
    expect(await of.show(anna, key)).toMatchObject({
      claim: { mine: true },
      lane: 'own-motion',
      fellAway: true,
      explanation: { classification: { lane: 'none' } },
    });
  });
});

describe('release', () => {
  test('gives back what one has, without a word, and says so in the timeline', async () => {
    const { key, of } = await flaggedCase();
    await of.claim(anna, key);
    const { status, view } = await of.release(anna, key);
    expect([status, view.status]).toEqual([200, 'open']);
    expect(view.timeline[0]).toEqual({
      kind: 'act',
      act: 'release',
      at: '2021-06-15T12:00:00.000Z',
      name: anna.name,
      mine: true,
    });
  });

  test('the same again does not end a claim made since', async () => {
    const { key, of } = await flaggedCase();
    const idempotencyKey = newKey();
    await of.claim(anna, key);
    await of.release(anna, key, { idempotencyKey });
    await of.claim(anna, key);
    expect((await of.release(anna, key, { idempotencyKey })).view.claim?.mine).toBe(true);
  });

  test("ends another's claim for a supervisor with a reason", async () => {
    const { key, of } = await flaggedCase();
    await of.claim(anna, key);
    expect((await of.release(boris, key, { reason: REASON })).problem.code).toBe('held-by-another');
    expect((await of.release(sofia, key)).problem).toMatchObject({ code: 'bad-request', paths: ['reason'] });
    const { view } = await of.release(sofia, key, { reason: REASON });
    expect(view.timeline[0]).toMatchObject({ act: 'release', name: sofia.name, reason: REASON });
    expect((await of.claim(boris, key)).status).toBe(200);
  });

  test('of nothing is refused', async () => {
    const { key, of } = await flaggedCase();
    expect((await of.release(anna, key)).problem.code).toBe('not-claimed');
    expect((await of.release(aldo, key)).problem.code).toBe('not-allowed');
  });

  test('broken off before it was written counts for nothing, and the same again completes it', async () => {
    const { key, of } = await flaggedCase(['none', 'before']);
    const idempotencyKey = newKey();
    await of.claim(anna, key);
    expect((await of.release(anna, key, { idempotencyKey })).status).toBe(503);
    const shown = await of.show(anna, key);
    expect(shown.claim?.mine).toBe(true);
    expect(shown.timeline).toHaveLength(1);
    expect((await of.release(anna, key, { idempotencyKey })).view.status).toBe('open');
  });
});

describe('hold', () => {
  test('lets a flag rest until its day, and it returns by itself', async () => {
    const { world, key, of } = await flaggedCase();
    await of.claim(anna, key);
    const { view } = await of.hold(anna, key, '2021-07-01');
    expect(view).toMatchObject({ status: 'on-hold', hold: { name: anna.name, mine: true, until: '2021-07-01' } });
    expect(view.claim).toBe(undefined);
    expect(view.timeline[0]).toMatchObject({ act: 'hold', until: '2021-07-01', reason: REASON });
    expect((await of.claim(boris, key)).problem).toMatchObject({
      code: 'held-by-another',
      hold: { name: anna.name, mine: false, until: '2021-07-01' },
    });
    world.setTime('2021-07-01T00:00:00.000Z');
    expect(await of.show(boris, key)).toMatchObject({ status: 'open', may: { claim: true } });
    const after = await of.claim(boris, key);
    expect(after.view.timeline.find((event) => event.kind === 'act')).toMatchObject({ act: 'hold', name: anna.name });
  });

  test('is ended early by whoever made it and by a supervisor, for a reason', async () => {
    const { key, of } = await flaggedCase();
    await of.claim(anna, key);
    await of.hold(anna, key, '2021-07-01');
    expect((await of.release(boris, key, { reason: REASON })).problem.code).toBe('held-by-another');
    expect((await of.release(anna, key)).problem.paths).toEqual(['reason']);
    expect((await of.release(anna, key, { reason: REASON })).view.status).toBe('open');
    await of.hold(sofia, key, '2021-08-01');
    expect((await of.release(sofia, key, { reason: REASON })).view.status).toBe('open');
  });

  test.each(['2021-06-15', '2020-01-01', '2022-06-16'])('until %s is no day of the year to come', async (until) => {
    const { key, of } = await flaggedCase();
    await of.claim(anna, key);
    expect((await of.hold(anna, key, until)).problem).toMatchObject({ code: 'bad-request', paths: ['until'] });
  });

  test('needs a claim, or a supervisor', async () => {
    const { key, of } = await flaggedCase();
    expect((await of.hold(anna, key, '2021-07-01')).problem.code).toBe('not-claimed');
    await of.claim(anna, key);
    expect((await of.hold(boris, key, '2021-07-01')).problem.code).toBe('held-by-another');
    expect((await of.hold(sofia, key, '2021-07-01')).view.hold).toMatchObject({ name: sofia.name });
  });
});
