/** The summary of an office: counted for those who answer for it, with nothing of cases that are not there for them. */
import { beforeAll, describe, expect, test } from 'vitest';
import { claim, decide, hold, LANE_FACTS, open, PROTECTED } from './made-cases.ts';
import { reviewWorld, viewer } from './world.ts';

const ann = viewer('ann');
const sue = viewer('sue', { role: 'supervisor' });
const eve = viewer('eve', { role: 'supervisor', protectedAccess: true });
const aud = viewer('aud', { role: 'auditor', offices: ['*'] });

const world = reviewWorld();
const summary = async (as = sue, office = 'NYC'): Promise<any> =>
  (await world.ask(as, `/v1/offices/${office}/summary`)).json;

/** Mondays of the twelve weeks up to the one that the tests end in. */
const MONDAYS = [
  '2021-04-05',
  '2021-04-12',
  '2021-04-19',
  '2021-04-26',
  '2021-05-03',
  '2021-05-10',
  '2021-05-17',
  '2021-05-24',
  '2021-05-31',
  '2021-06-07',
  '2021-06-14',
  '2021-06-21',
];

beforeAll(async () => {
  const add = (subject: string, at: string, facts = {}) => {
    world.setTime(at);
    return world.addCase({ subject, facts });
  };
  await add('A-OLD', '2021-03-01T09:00:00.000Z', { hearing: { on: '2021-06-30', kind: 'master' } });
  const claimed = await add('A-CLAIMED', '2021-06-20T23:59:59.000Z', { hearing: { on: '2021-06-30', kind: 'master' } });
  const held = await add('A-HELD', '2021-06-21T00:00:00.000Z', { hearing: { on: '2021-08-01', kind: 'master' } });
  const moved = await add('A-MOVED', '2021-06-01T00:00:00.000Z');
  const declined = await add('A-DECLINED', '2021-06-01T00:00:00.000Z');
  const referred = await add('A-REFERRED', '2021-06-01T00:00:00.000Z', LANE_FACTS['needs-facts']);
  const gone = await add('A-GONE', '2021-06-02T00:00:00.000Z');
  await add('A-TRIAGE', '2021-06-02T00:00:00.000Z', LANE_FACTS.triage);
  await add('A-NONE', '2021-06-02T00:00:00.000Z', LANE_FACTS.none);
  await add('A-LOS', '2021-06-02T00:00:00.000Z', { office: 'LOS' });
  const hidden = await add('A-HIDDEN', '2021-06-02T00:00:00.000Z', PROTECTED);

  world.setTime('2021-06-10T12:00:00.000Z');
  await decide(world, ann, moved, 'move-to-dismiss');
  await decide(world, ann, gone, 'move-to-close');
  await open(world, eve, hidden);
  await decide(world, eve, hidden, 'decline');
  world.setTime('2021-06-21T12:00:00.000Z');
  await decide(world, ann, declined, 'decline');
  await decide(world, ann, referred, 'refer');
  await claim(world, ann, held);
  await hold(world, ann, held, '2021-07-01');
  await claim(world, ann, claimed);
  // What was decided well ends: its flag is gone, and what was decided of it is not.
  await world.addUpdate({ subject: 'A-GONE', id: 'end', sequence: 9, facts: { stage: 'ended' } });
});

describe('what an office has', () => {
  test('flags by lane and status', async () => {
    const { office, lanes, isPartial } = await summary();
    expect(office).toBe('NYC');
    expect(isPartial).toBe(false);
    expect(lanes).toEqual([
      { lane: 'own-motion', open: 1, claimed: 1, onHold: 1, decided: 2 },
      { lane: 'supervisor', open: 0, claimed: 0, onHold: 0, decided: 0 },
      { lane: 'needs-facts', open: 0, claimed: 0, onHold: 0, decided: 1 },
      { lane: 'triage', open: 1, claimed: 0, onHold: 0, decided: 0 },
    ]);
  });

  test('the age of every undecided flag, and their days of hearing', async () => {
    const { ages, hearings } = await summary();
    const days = new Map(ages.map(({ lane, days: of }: any) => [lane, of.sort((a: number, b: number) => b - a)]));
    expect(days.get('own-motion')).toEqual([112, 0, 0]);
    expect(days.get('triage')).toEqual([19]);
    expect(days.get('needs-facts')).toEqual([]);
    expect(hearings).toEqual([
      { on: '2021-06-30', flags: 2 },
      { on: '2021-08-01', flags: 1 },
    ]);
  });

  test('twelve weeks from Monday to Sunday: what was raised and still stands, and what was decided', async () => {
    const { weeks } = await summary();
    expect(weeks.map(({ from }: any) => from)).toEqual(MONDAYS);
    const filled = weeks.filter(({ raised, decided }: any) => raised + decided > 0);
    expect(filled).toEqual([
      { from: '2021-05-31', raised: 4, decided: 0 },
      { from: '2021-06-07', raised: 0, decided: 2 },
      { from: '2021-06-14', raised: 1, decided: 0 },
      { from: '2021-06-21', raised: 1, decided: 2 },
    ]);
  });

  test('what people decided where a rule was found true, also of flags that are no more', async () => {
    const { agreement } = await summary();
    expect(agreement).toEqual([
      { rule: 'long-term-resident', title: expect.any(String), moved: 2, declined: 1, referred: 0 },
    ]);
  });

  test('decisions under another instrument measure other rules and are left out', async () => {
    const other = reviewWorld({ ...world.deps, instrument: { ...world.deps.instrument, id: 'another' } });
    const { json } = await other.ask(sue, '/v1/offices/NYC/summary');
    expect(json.agreement).toEqual([]);
  });
});

describe('who sees it', () => {
  test('protected cases are counted for those with access and for nobody else', async () => {
    const [, ownMotion] = [await summary(), (await summary(eve)).lanes[0]];
    expect(ownMotion).toEqual({ lane: 'own-motion', open: 1, claimed: 1, onHold: 1, decided: 3 });
    const counted = (await summary(eve)).agreement[0];
    expect(counted).toMatchObject({ moved: 2, declined: 2 });
  });

  test('supervisors and auditors of the office; reviewers do not, and other offices are not there', async () => {
    expect((await summary(aud)).lanes).toEqual((await summary()).lanes);
    expect(await summary(ann)).toMatchObject({ status: 403, code: 'not-allowed' });
    expect(await summary(ann, 'LOS')).toMatchObject({ code: 'not-found' });
    expect(await summary(sue, 'LOS')).toMatchObject({ code: 'not-found' });
    expect((await summary(aud, 'LOS')).lanes[0]).toMatchObject({ open: 1 });
  });
});

test('an office with more flags than are counted says so', async () => {
  const [flag] = await world.cases.listQueue({
    part: 'work',
    office: 'NYC',
    lane: 'own-motion',
    restricted: false,
    limit: 1,
  });
  if (flag === undefined) throw new Error('no flag to multiply');
  const listQueue: typeof world.cases.listQueue = async ({ part, lane, limit, after = '0' }) => {
    if (part !== 'work' || lane !== 'own-motion') return [];
    const from = Number(after);
    return Array.from({ length: limit }, (_, i) => ({ ...flag, order: String(from + i + 1).padStart(9, '0') }));
  };
  const large = reviewWorld({ ...world.deps, queue: { ...world.cases, listQueue } });
  const { json } = await large.ask(sue, '/v1/offices/NYC/summary');
  expect(json.isPartial).toBe(true);
  expect(json.lanes[0].open + json.lanes[0].claimed + json.lanes[0].onHold).toBe(20_000);
});
