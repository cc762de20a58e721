/** Protected cases: absent for those without access, open for a reason to those with it, and quiet about their past. */
import { describe, expect, test } from 'vitest';
import type { AssertedFacts } from '../../../events/facts.ts';
import { names } from '../../contract/store-samples.ts';
import { reviewWorld, viewer } from '../world.ts';
import { aldo, anna, boris, casesOf, newKey, petra, REASON, simon, sofia } from './acting.ts';

const PROTECTED: AssertedFacts = { protected1367: true, relief: { r1: { kind: 'u', status: 'pending' } } };

async function protectedCase(facts: AssertedFacts = PROTECTED) {
  const world = reviewWorld();
  const key = await world.addCase({ subject: 'A-1', facts });
  return { world, key, of: casesOf(world) };
}

describe('a protected case', () => {
  test('is not there for those without access: the bytes are those of a case that is not', async () => {
    const { world, key } = await protectedCase();
    const absent = names.caseKey('nobody');
    for (const person of [anna, sofia, aldo, viewer('lola', { offices: ['LOS'], protectedAccess: true })]) {
      const [hidden, missing] = [
        await world.ask(person, `/v1/cases/${key}`),
        await world.ask(person, `/v1/cases/${absent}`),
      ];
      expect(hidden).toEqual(missing);
      expect(hidden.statusCode).toBe(404);
    }
  });

  test('asks those with access for a reason, which is kept, and opens for as long as a claim lasts', async () => {
    const { world, key, of } = await protectedCase();
    const shut = await world.ask(petra, `/v1/cases/${key}`);
    expect([shut.statusCode, shut.json.code]).toEqual([403, 'access-reason-needed']);
    expect((await of.claim(petra, key)).problem.code).toBe('access-reason-needed');
    const opened = await of.access(petra, key);
    expect(opened.view).toMatchObject({ restricted: true, caseId: 'A-1' });
    expect(opened.view.timeline[0]).toMatchObject({ act: 'access', name: petra.name, mine: true, reason: REASON });
    expect((await of.claim(petra, key)).status).toBe(200);
    world.setTime('2021-06-15T12:30:00.000Z');
    expect((await of.show(petra, key)).restricted).toBe(true);
    world.setTime('2021-06-15T12:30:00.001Z');
    expect((await world.ask(petra, `/v1/cases/${key}`)).json.code).toBe('access-reason-needed');
  });

  test('whose access ends within a request says what the request did', async () => {
    const { world, key, of } = await protectedCase();
    await of.access(petra, key);
    const { view } = await of.claim(petra, key);
    // The write is done, its answer is lost, and what repeats it hears that the head has moved.
    const write = world.cases.writeReview.bind(world.cases);
    world.cases.writeReview = async (...args) => {
      await write(...args);
      world.setTime('2021-06-15T12:30:00.001Z');
      return 'version-conflict';
    };
    expect(await of.decide(petra, key, view, 'decline')).toMatchObject({ status: 200, view: { status: 'decided' } });
    expect((await world.ask(petra, `/v1/cases/${key}`)).json.code).toBe('access-reason-needed');
  });

  test("does not open by another's reason, nor by one's own sent again later", async () => {
    const { world, key, of } = await protectedCase();
    const idempotencyKey = newKey();
    expect((await of.access(petra, key, { idempotencyKey })).status).toBe(200);
    expect((await of.access(petra, key, { idempotencyKey })).view.timeline).toHaveLength(2);
    expect((await world.ask(simon, `/v1/cases/${key}`)).json.code).toBe('access-reason-needed');
    expect((await of.access(petra, key, { idempotencyKey, reason: 'Other.' })).problem.code).toBe('key-used-otherwise');
    world.setTime('2021-06-15T13:00:00.000Z');
    expect((await of.access(petra, key, { idempotencyKey })).problem.code).toBe('access-reason-needed');
    expect((await of.access(petra, key)).status).toBe(200);
  });

  test('tells the same words under the key of an access from another act', async () => {
    const { key, of } = await protectedCase();
    const idempotencyKey = newKey();
    await of.access(petra, key, { idempotencyKey });
    await of.claim(petra, key);
    expect((await of.release(petra, key, { idempotencyKey, reason: REASON })).problem.code).toBe('key-used-otherwise');
  });

  test('opens for an auditor with access, who reads only', async () => {
    const { key, of } = await protectedCase();
    const auditor = { ...aldo, protectedAccess: true };
    expect((await of.access(auditor, key)).view.may.claim).toBe(false);
  });

  test('and one that is not protected opens without keeping a reason', async () => {
    const { key, of } = await protectedCase({});
    expect((await of.access(anna, key)).view.timeline).toHaveLength(1);
  });
});

describe('a case whose mark is cleared', () => {
  async function cleared() {
    const { world, key, of } = await protectedCase({ protected1367: true });
    world.setTime('2021-06-15T12:01:00.000Z');
    const canary = { code: 'canary-code', text: 'canary text' };
    await world.addUpdate({
      subject: 'A-1',
      id: 'A-1-2',
      sequence: 2,
      entry: canary,
      facts: { humanitarian: { victimOfSeriousCrime: true }, represented: true },
    });
    world.setTime('2021-06-15T12:02:00.000Z');
    await world.addUpdate({
      subject: 'A-1',
      id: 'A-1-3',
      source: 'urn:docket:opla',
      sequence: 3,
      facts: { humanitarian: { victimOfSeriousCrime: false } },
    });
    await of.access(simon, key, { reason: 'Canary reason.' });
    const view = await of.show(simon, key);
    expect(view.findable.at(-1)).toMatchObject({ path: 'protected1367', options: [{ value: false }] });
    const found = await of.find(simon, key, view, 'protected1367', false, { reason: 'Canary clearance.' });
    expect(found.status).toBe(200);
    await world.deliverSent();
    return { world, key, of };
  }

  test('is there for its office again, and says nothing of what made it protected', async () => {
    const { key, of } = await cleared();
    const view = await of.show(anna, key);
    expect(view).toMatchObject({ restricted: false, explanation: { restricted: false } });
    expect(JSON.stringify(view)).not.toMatch(/canary/i);
    expect(JSON.stringify(view)).not.toMatch(/protected1367/);
    expect(view.timeline.map((event) => (event.kind === 'update' ? event.id : event.act))).toEqual([
      'A-1-3',
      'A-1-2',
      'A-1-1',
    ]);
    // What the same update said that still stands is told.
    expect(view.timeline.at(1)).toMatchObject({ facts: [{ path: 'represented', told: 'yes' }] });
    expect(view.explanation.disagreements).toEqual([]);
  });

  test('keeps its whole past for those with access', async () => {
    const { key, of } = await cleared();
    const view = await of.show(simon, key);
    expect(view.explanation.disagreements.map(({ path }) => path)).toEqual([
      'humanitarian.victimOfSeriousCrime',
      'protected1367',
    ]);
    expect(view.timeline).toContainEqual(
      expect.objectContaining({ person: { name: simon.name, reason: 'Canary clearance.' } }),
    );
    expect(view.timeline).toContainEqual(expect.objectContaining({ act: 'access', reason: 'Canary reason.' }));
  });

  test('does not tell it as what has changed, however few updates a request says were seen', async () => {
    const { key, of } = await cleared();
    const { view } = await of.claim(anna, key);
    const seen = { ...view.seen, updates: 2 };
    const { problem } = await of.decide(anna, key, { seen }, 'decline');
    expect(problem.code).toBe('case-moved');
    expect(JSON.stringify(problem)).not.toMatch(/canary|protected|"from":"yes"/i);
  });

  test('counts for its office only the updates that are shown to it, and is decided on that count', async () => {
    const { key, of } = await cleared();
    const { view } = await of.claim(anna, key);
    expect(view.seen.updates).toBe(view.timeline.filter(({ kind }) => kind === 'update').length);
    expect((await of.show(simon, key)).seen.updates).toBeGreaterThan(view.seen.updates);
    expect((await of.decide(anna, key, view, 'decline')).status).toBe(200);
  });

  test('keeps the reasons of acts that were done while it was protected, and does not say that it was', async () => {
    const { key, of, world } = await protectedCase({ protected1367: true });
    await of.access(simon, key);
    await of.claim(simon, key);
    await of.release(simon, key, { reason: 'Canary reason.' });
    await of.find(simon, key, await of.show(simon, key), 'protected1367', false);
    await world.deliverSent();
    const [event] = (await of.show(boris, key)).timeline;
    expect(event).toMatchObject({ act: 'release', name: simon.name });
    expect(JSON.stringify(event)).not.toMatch(/canary|protected|restricted|access/i);
  });
});

test('only a supervisor with access clears the mark', async () => {
  const { key, of } = await protectedCase({ protected1367: true });
  await of.access(petra, key);
  const { view } = await of.claim(petra, key);
  expect(view.findable.map(({ path }) => path)).not.toContain('protected1367');
  expect((await of.find(petra, key, view, 'protected1367', false)).problem.paths).toEqual(['path']);
});
