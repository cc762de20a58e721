/** Draft motions: for those who may decide, and the same whatever moved the case. */
import { expect, test } from 'vitest';
import type { AssertedFacts } from '../../../events/facts.ts';
import type { Viewer } from '../../../shared/review/viewer.ts';
import { reviewWorld } from '../world.ts';
import { aldo, anna, boris, casesOf, simon, sofia } from './acting.ts';

async function draftOf(facts: AssertedFacts, as: Viewer = simon, kind: string | undefined = 'move-to-dismiss') {
  const world = reviewWorld();
  const key = await world.addCase({ subject: 'A-1', facts });
  const of = casesOf(world);
  await of.access(as, key);
  const draft = (viewer: Viewer, wanted = kind) =>
    world.ask(viewer, { path: `/v1/cases/${key}/draft`, query: wanted === undefined ? {} : { kind: wanted } });
  return { world, key, of, draft, reply: await draft(as) };
}

test('every ground of discretion has the same draft, to the byte', async () => {
  const grounds: AssertedFacts[] = [
    {},
    { protected1367: true },
    { relief: { r1: { kind: 'u', status: 'approved' } } },
    { relief: { r1: { kind: 'tps', status: 'approved' } } },
    { humanitarian: { victimOfSeriousCrime: true } },
    { humanitarian: { pregnantAsOf: '2021-05-01' } },
    { humanitarian: { seriousHealthCondition: true } },
    { cooperation: { assisting: true } },
    { militaryService: { m1: { who: 'self', service: 'current' } } },
    { birthDate: '2010-01-01', nationality: 'HN', hearing: { on: '2021-09-01', kind: 'individual' } },
  ];
  const bodies = await Promise.all(grounds.map(async (facts) => (await draftOf(facts)).reply.body));
  expect(new Set(bodies).size).toBe(1);
  expect(bodies[0]).toContain('239.2(a)(7)');
});

test('the regulation’s own grounds name their paragraph', async () => {
  expect((await draftOf({ removable: false })).reply.body).toContain('239.2(a)(2)');
});

test('who may decide gets one, and so does who has just decided to make the motion', async () => {
  const { key, of, draft } = await draftOf({});
  expect((await draft(anna)).json.code).toBe('not-claimed');
  expect((await draft(aldo)).json.code).toBe('not-allowed');
  expect((await draft(sofia)).statusCode).toBe(200);
  const { view } = await of.claim(anna, key);
  expect((await draft(anna)).json.kind).toBe('move-to-dismiss');
  expect((await draft(boris)).json).toMatchObject({ code: 'held-by-another', holder: { name: anna.name } });
  await of.decide(anna, key, view, 'move-to-dismiss');
  expect((await draft(anna)).statusCode).toBe(200);
  expect((await draft(anna, 'move-to-close')).json.code).toBe('not-claimed');
  expect((await draft(boris)).json.code).toBe('not-allowed');
});

test.each(['decline', ''])('there is none of the kind "%s"', async (kind) => {
  expect((await draftOf({}, simon, kind)).reply.json).toMatchObject({ code: 'bad-request', paths: ['kind'] });
});
