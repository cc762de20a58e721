/** A change of policy: counted without being done, approved by its numbers, sent in full, and drawn by the function. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noProgress } from '../../cli/progress.ts';
import { readPlan } from '../../cli/reclassify/plan-file.ts';
import { approve, dryRun, planFault, type ReclassifyRequest } from '../../cli/reclassify/reclassify.ts';
import { sendDue } from '../../cli/reclassify/send-due.ts';
import { fileCheckpoint } from '../../cli/segments/checkpoint.ts';
import type { AssertedFacts } from '../../events/facts.ts';
import { findInstrument } from '../../shared/policy/instruments.ts';
import { type Plan, planIdOf, rowsOf, totalOf } from '../../shared/reclassify/plan.ts';
import { parseRequest } from '../../shared/reclassify/request.ts';
import { memoryCaseStore } from '../../shared/store/memory/case-store.ts';
import { claimed, reviewContent } from '../contract/store-samples.ts';
import { caseWorld, clear, page, SHARDS, updateOf } from './case-world.ts';

const next = findInstrument('opla-2022-04-03');
if (next === undefined) throw new Error('no second instrument');
const instrument = next;
const AS_OF = '2022-05-02';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'own-motion-reclassify-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const OPEN: AssertedFacts = { ...clear, backgroundCheckedOn: '2021-08-01', firstPresence: '2010' };
const RELIEF = { relief: { r1: { kind: 'i-130', status: 'approved', visaAvailable: true } } } as const;

async function filled() {
  const world = caseWorld(memoryCaseStore({ shards: SHARDS }));
  await world.add(updateOf('plain', 1, OPEN));
  await world.add(updateOf('relief', 1, { ...OPEN, ...RELIEF }));
  await world.add(updateOf('elsewhere', 1, { ...OPEN, ...RELIEF, office: 'NYC' }));
  await world.add(updateOf('nowhere', 1, { ...OPEN, office: null }));
  await world.add(updateOf('ended', 1, { ...OPEN, stage: 'ended' }));
  await world.add(updateOf('protected', 1, { ...OPEN, ...RELIEF, office: 'SEC', protected1367: true }));
  return world;
}

type World = Awaited<ReturnType<typeof filled>>;
type Given = Partial<Omit<ReclassifyRequest, 'out' | 'err'>>;

function request(world: World, name: string, given: Given = {}) {
  const [out, err] = [page({ columns: 120 }), page()];
  return {
    scan: world.cases,
    tableName: 'cases',
    instrument,
    shards: SHARDS,
    asOf: AS_OF,
    segments: 2,
    checkpoint: fileCheckpoint(folder, 'reclassify', [name]),
    now: () => `${AS_OF}T09:00:00.000Z`,
    progress: noProgress,
    signal: new AbortController().signal,
    out,
    err,
    ...given,
  };
}

async function weigh(world: World, { showRestricted = false, ...given }: Given & { showRestricted?: boolean } = {}) {
  const asked = request(world, 'dry', given);
  const outcome = await dryRun({ ...asked, folder, showRestricted, asJson: false });
  const text = asked.out.text();
  const id = /--approve (\w+)\n$/.exec(text)?.[1];
  const read = id === undefined ? undefined : await readPlan(folder, id);
  return { outcome: outcome.kind, text, err: asked.err.text(), plan: read?.kind === 'read' ? read.plan : undefined };
}

function planOf(plan: Plan | undefined): Plan {
  if (plan === undefined) throw new Error('no plan');
  return plan;
}

async function carryOut(world: World, plan: Plan, given: Given = {}) {
  const sent: string[] = [];
  const asked = request(world, 'approved', given);
  const outcome = await approve({
    ...asked,
    plan,
    sleep: async () => {},
    async sendBatch(bodies) {
      for (const body of bodies) {
        const wanted = parseRequest(body);
        expect(wanted?.policyHash).toBe(instrument.contentHash);
        sent.push(...(wanted?.caseKeys ?? []));
      }
      return [];
    },
  });
  return { outcome, sent, text: asked.out.text() };
}

describe('a dry run', () => {
  test('writes nothing to the table and counts each flag once, by office, and by the rules that find otherwise', async () => {
    const world = await filled();
    const before = await world.cases.scanHeads({ segment: 0, of: 1 });
    const { outcome, text, plan } = await weigh(world);
    expect(outcome).toBe('done');
    expect(await world.cases.scanHeads({ segment: 0, of: 1 })).toEqual(before);
    const { counts } = planOf(plan);
    const all = totalOf(counts, 'all');
    expect(Object.values(all).reduce((sum, count) => sum + count, 0)).toBe(5);
    const offices = rowsOf(counts, 'office').map(({ key }) => key);
    expect(offices).toEqual(expect.arrayContaining(['LOS', 'NYC', 'UNASSIGNED']));
    for (const { key } of rowsOf(counts, 'rule')) expect(text).toContain(key);
    expect(text).toMatch(/^Flags, if every case were classified by opla-2022-04-03 as of 2022-05-02:\n/);
  });

  test('tells of restricted cases that they are there, and what becomes of them only when asked', async () => {
    const world = await filled();
    const { text, plan } = await weigh(world);
    expect(text).toContain('Restricted cases: 1, in none of these numbers');
    expect(text).not.toContain('SEC');
    expect(rowsOf(planOf(plan).counts, 'office').map(({ key }) => key)).not.toContain('SEC');
    const shown = await weigh(world, { showRestricted: true });
    expect(shown.text).toContain('Restricted cases: 1, in none of these numbers\n');
    expect(shown.text).not.toContain('SEC');
    expect(shown.plan?.id).toBe(plan?.id);
  });

  test('names the same plan for the same numbers, and another for other ones, another policy or another day', async () => {
    const world = await filled();
    const { plan } = await weigh(world);
    expect((await weigh(world, { segments: 5 })).plan).toEqual(plan);
    expect((await weigh(world, { asOf: '2022-05-03' })).plan?.id).not.toBe(plan?.id);
    await world.add(updateOf('another', 1, OPEN));
    expect((await weigh(world)).plan?.id).not.toBe(plan?.id);
  });

  test('tells of a flag that stays only because a person has it', async () => {
    const world = caseWorld(memoryCaseStore({ shards: SHARDS }));
    const facts: AssertedFacts = {
      ...OPEN,
      birthDate: '2004-01-01',
      otherPriorityApproval: { by: 'field-office-director', on: '2021-06-01' },
    };
    for (const subject of ['free', 'held']) await world.add(updateOf(subject, 1, facts));
    const head = await world.cases.readHead(world.names.caseKey('held'));
    if (head === undefined) throw new Error('no head');
    const review = claimed(undefined, `${AS_OF}T10:00:00.000Z`);
    await world.cases.writeReview(head.caseKey, reviewContent(head, review, SHARDS), head.version);
    // The instrument stays, and both have come of age.
    const { plan } = await weigh(world, { instrument: world.instrument });
    expect(totalOf(planOf(plan).counts, 'all')).toMatchObject({ vanishes: 1, kept: 1 });
    expect(rowsOf(planOf(plan).counts, 'rule')).toEqual(
      expect.arrayContaining([{ key: 'humanitarian', effects: expect.objectContaining({ vanishes: 1, kept: 1 }) }]),
    );
  });

  test('has nothing to offer where nothing would change', async () => {
    const world = await filled();
    const { text, plan } = await weigh(world, { instrument: world.instrument, asOf: '2021-08-02' });
    expect(plan).toBeUndefined();
    expect(text).toMatch(/There is nothing to reclassify\.\n$/);
  });

  test('names a head that cannot be read by its key, and goes on', async () => {
    const world = await filled();
    const scan: ReclassifyRequest['scan'] = {
      async scanHeads(read) {
        const found = await world.cases.scanHeads(read);
        return read.segment === 0 ? { ...found, unreadable: ['K'] } : found;
      },
    };
    const { outcome, err, plan } = await weigh(world, { scan });
    expect([outcome, err]).toEqual(['incomplete', '{"case":"K","damage":"head-unreadable"}\n']);
    expect(plan).toBeDefined();
  });
});

describe('an approved plan', () => {
  test('sends every case that is to be drawn again, once', async () => {
    const world = await filled();
    const { plan } = await weigh(world);
    const { outcome, sent, text } = await carryOut(world, planOf(plan));
    expect(outcome.kind).toBe('done');
    const { heads } = await world.cases.scanHeads({ segment: 0, of: 1 });
    expect(sent.toSorted()).toEqual(heads.map(({ caseKey }) => caseKey).sort());
    expect(text).toBe('sent 6 cases of 6 to be drawn again by opla-2022-04-03\n');
  });

  test('interrupted, goes on and sends the rest', async () => {
    const world = await filled();
    const plan = planOf((await weigh(world)).plan);
    const stop = new AbortController();
    let pages = 0;
    const scan: ReclassifyRequest['scan'] = {
      async scanHeads(read) {
        pages += 1;
        if (pages === 2) stop.abort();
        return world.cases.scanHeads({ ...read, limit: 1 });
      },
    };
    const first = await carryOut(world, plan, { scan, segments: 1, signal: stop.signal });
    expect([first.outcome.kind, first.sent.length]).toEqual(['interrupted', 2]);
    const second = await carryOut(world, plan, { scan });
    expect(second.outcome.kind).toBe('done');
    expect(new Set([...first.sent, ...second.sent]).size).toBe(6);
    expect(second.text).toContain('sent 6 cases of 6');
    expect((await readdir(folder)).filter((name) => name.startsWith('reclassify'))).toEqual([]);
  });

  test('is refused when it is not the plan, the policy, the table or the time it was', async () => {
    const world = await filled();
    const made = planOf((await weigh(world)).plan);
    const here = { instrument, tableName: 'cases', asOf: AS_OF };
    expect(planFault(made, here)).toBeUndefined();
    expect(planFault(made, { ...here, asOf: '2022-05-09' })).toBeUndefined();
    expect(planFault(made, { ...here, asOf: '2022-05-10' })).toContain('more than 7 days');
    expect(planFault(made, { ...here, asOf: '2022-05-01' })).toContain('more than 7 days');
    expect(planFault(made, { ...here, tableName: 'others' })).toContain('another table');
    expect(planFault(made, { ...here, instrument: world.instrument })).toContain('this is opla-2021-05-27');
    const revised = { ...instrument, contentHash: '0'.repeat(64) };
    expect(planFault(made, { ...here, instrument: revised })).toContain('its rules have changed since');
    expect((await carryOut(world, made, { tableName: 'others' })).sent).toEqual([]);
  });

  test('is refused when its numbers were edited, or when there is none of that name', async () => {
    const world = await filled();
    const made = planOf((await weigh(world)).plan);
    const file = join(folder, `plan-${made.id}.json`);
    const kept = await readFile(file, 'utf8');
    const edited: Plan = { ...made, counts: { ...made.counts, 'all||vanishes': 0 } };
    await writeFile(file, JSON.stringify(edited));
    expect(await readPlan(folder, made.id)).toMatchObject({
      message: expect.stringContaining('not as a dry run wrote'),
    });
    await writeFile(file, JSON.stringify({ ...edited, id: planIdOf(edited) }));
    expect((await readPlan(folder, made.id)).kind).toBe('refused');
    await writeFile(file, kept);
    expect((await readPlan(folder, made.id)).kind).toBe('read');
    expect(await readPlan(folder, '../secret')).toMatchObject({ message: expect.stringContaining('no plan') });
  });
});

test('what the calendar alone has changed is sent at once, under no policy of its own', async () => {
  const world = await filled();
  const due: string[] = [];
  for await (const caseKey of world.cases.listDue(AS_OF)) due.push(caseKey);
  expect(due.length).toBeGreaterThan(0);
  const sent: string[] = [];
  const out = page();
  const outcome = await sendDue({
    cases: world.cases,
    asOf: AS_OF,
    sleep: async () => {},
    async sendBatch(bodies) {
      for (const body of bodies) sent.push(...(parseRequest(body)?.caseKeys ?? []));
      return [];
    },
    progress: noProgress,
    signal: new AbortController().signal,
    out,
  });
  expect([outcome.kind, sent]).toEqual(['done', due]);
  expect(out.text()).toBe(`sent ${due.length} cases due by ${AS_OF} to be drawn again\n`);
});
