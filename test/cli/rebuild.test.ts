/** Heads recomputed from the ledger: equal where nothing was lost, repaired where something was, and live updates win. */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noProgress } from '../../cli/progress.ts';
import { type RebuildRequest, rebuild } from '../../cli/rebuild/rebuild.ts';
import { fileCheckpoint } from '../../cli/segments/checkpoint.ts';
import { encodeRecord } from '../../shared/docket/record-codec.ts';
import { findInstrument } from '../../shared/policy/instruments.ts';
import { StoreError } from '../../shared/store/errors.ts';
import { noMembers } from '../../shared/store/members.ts';
import { memoryCaseStore } from '../../shared/store/memory/case-store.ts';
import type { CaseHead, CaseStore } from '../../shared/store/store.ts';
import { claimed, reviewContent } from '../contract/store-samples.ts';
import { AS_OF, caseWorld, clear, page, SHARDS, theInstrument, updateOf } from './case-world.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'own-motion-rebuild-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const CASES = ['A', 'B', 'C', 'D', 'E'];

async function filled(cases: CaseStore = memoryCaseStore({ shards: SHARDS })) {
  const world = caseWorld(cases);
  for (const subject of CASES) {
    await world.add(updateOf(subject, 1, clear));
    await world.add(
      updateOf(subject, 2, { relief: { r1: { kind: 'i-130', status: 'approved', visaAvailable: true } } }),
    );
    await world.add(
      updateOf(subject, 3, { detained: subject === 'B', relief: { r2: { kind: 'tps', status: 'pending' } } }),
    );
  }
  return world;
}

type World = Awaited<ReturnType<typeof filled>>;

function head(world: World, subject: string): Promise<CaseHead | undefined> {
  return world.cases.readHead(world.names.caseKey(subject));
}

/** What of a head follows from its ledger. */
function said(one: CaseHead | undefined) {
  if (one === undefined) return undefined;
  const { record, members, version: _version, flag, ...rest } = one;
  return { ...rest, record: encodeRecord(record), members: Buffer.from(members).toString('hex'), lane: flag?.lane };
}

let runs = 0;

async function run(world: World, given: Partial<RebuildRequest> = {}) {
  const [out, err] = [page(), page()];
  runs += 1;
  const outcome = await rebuild({
    cases: world.cases,
    scan: world.cases,
    names: world.names,
    instrument: theInstrument(),
    shards: SHARDS,
    asOf: AS_OF,
    isDryRun: false,
    segments: 2,
    checkpoint: fileCheckpoint(folder, 'rebuild', [String(runs)]),
    now: () => '2021-08-03T09:00:00.000Z',
    progress: noProgress,
    signal: new AbortController().signal,
    out,
    err,
    ...given,
  });
  return { outcome: outcome.kind, out: out.text(), err: err.text() };
}

describe('a docket of which nothing is lost', () => {
  test('is rebuilt to the same bytes, and nothing is written', async () => {
    const world = await filled();
    const before = await Promise.all(CASES.map((subject) => head(world, subject)));
    expect(await run(world)).toEqual({
      outcome: 'done',
      out: 'looked at 5 cases: 5 as the ledger says, 0 repaired, 0 drawn anew\n',
      err: '',
    });
    expect(await Promise.all(CASES.map((subject) => head(world, subject)))).toEqual(before);
  });

  test('whose heads are all gone has them back, hash for hash', async () => {
    const world = await filled();
    const before = await Promise.all(CASES.map(async (subject) => said(await head(world, subject))));
    const bare = caseWorld(memoryCaseStore({ shards: SHARDS }));
    for (const subject of CASES) {
      const caseKey = world.names.caseKey(subject);
      for await (const entry of world.cases.listEntries(caseKey)) await bare.cases.putEntry(caseKey, entry);
    }
    const { outcome, out } = await run(bare);
    expect([outcome, out]).toEqual(['done', 'looked at 5 cases: 0 as the ledger says, 0 repaired, 5 drawn anew\n']);
    const after = await Promise.all(CASES.map(async (subject) => said(await head(bare, subject))));
    // Only the day of raising is lost with the head; it stands in the order of the queue.
    const undated = (all: typeof after) => all.map((one) => ({ ...one, queue: one?.queue?.partition }));
    expect(undated(after)).toEqual(undated(before));
    expect((await run(bare)).out).toContain('5 as the ledger says');
  });
});

describe('the version of a head', () => {
  const drawnAt = Date.parse('2021-08-03T09:00:00.000Z');

  async function lost() {
    const world = await filled();
    const bare = caseWorld(memoryCaseStore({ shards: SHARDS }));
    const caseKey = world.names.caseKey('A');
    for await (const entry of world.cases.listEntries(caseKey)) await bare.cases.putEntry(caseKey, entry);
    return bare;
  }

  test('that was lost is above any that it can have had, so that what is announced of it is the latest', async () => {
    const bare = await lost();
    await run(bare);
    expect((await head(bare, 'A'))?.version).toBe(drawnAt);
    await bare.add(updateOf('A', 9, { respondentPosition: 'consents' }));
    expect((await head(bare, 'A'))?.version).toBe(drawnAt + 1);
  });

  test('that was lost, and begun from one update before it was rebuilt, is so too', async () => {
    const bare = await lost();
    await bare.add(updateOf('A', 9, { respondentPosition: 'consents' }));
    expect((await head(bare, 'A'))?.version).toBe(1);
    expect((await run(bare)).out).toContain('1 repaired');
    expect((await head(bare, 'A'))?.version).toBe(drawnAt);
  });

  test('never falls, whatever the clock says', async () => {
    const bare = await lost();
    await run(bare);
    const one = await head(bare, 'A');
    if (one === undefined) throw new Error('no head');
    await bare.cases.writeHead(one.caseKey, { ...one, members: noMembers }, one.version);
    await run(bare, { now: () => '2021-08-01T09:00:00.000Z' });
    expect((await head(bare, 'A'))?.version).toBe(drawnAt + 2);
  });

  test('of which nothing but its answer was wrong is the next', async () => {
    const world = await filled();
    const one = await head(world, 'A');
    if (one === undefined) throw new Error('no head');
    await world.cases.writeHead(one.caseKey, { ...one, queue: undefined }, one.version);
    await run(world);
    expect((await head(world, 'A'))?.version).toBe(one.version + 2);
  });
});

describe('a head that is not what its ledger says', () => {
  async function tampered(world: World, change: (one: CaseHead) => Partial<CaseHead>) {
    const one = await head(world, 'A');
    if (one === undefined) throw new Error('no head');
    await world.cases.writeHead(one.caseKey, { ...one, ...change(one) }, one.version);
  }

  test.each<[string, (one: CaseHead) => Partial<CaseHead>]>([
    ['lacks an update', () => ({ members: noMembers })],
    ['holds another record', (one) => ({ record: { ...one.record, asserted: new Map() } })],
    [
      'holds another answer',
      (one) => ({ classification: { ...one.classification, digest: `sha256:${'0'.repeat(64)}` } }),
    ],
    ['stands elsewhere in the queue', () => ({ queue: undefined })],
    ['is due on another day', () => ({ nextChangeOn: '2099-01-01' })],
    ['names another case', () => ({ caseId: 'someone else' })],
  ])('because it %s is repaired', async (_, change) => {
    const world = await filled();
    const before = said(await head(world, 'A'));
    await tampered(world, change);
    const dry = await run(world, { isDryRun: true });
    expect(dry.out).toBe('looked at 5 cases: 4 as the ledger says, 1 would be repaired, 0 would be drawn anew\n');
    expect(said(await head(world, 'A'))).not.toEqual(before);
    expect((await run(world)).out).toContain('4 as the ledger says, 1 repaired');
    expect(said(await head(world, 'A'))).toEqual(before);
  });

  test('keeps what people did about it', async () => {
    const world = await filled();
    const one = await head(world, 'A');
    if (one === undefined) throw new Error('no head');
    const review = claimed(undefined, '2021-08-03T10:00:00.000Z');
    await world.cases.writeReview(one.caseKey, reviewContent(one, review, SHARDS), one.version);
    await tampered(world, () => ({ members: noMembers }));
    await run(world);
    expect((await head(world, 'A'))?.review).toEqual(review);
  });

  test('but was answered under another policy waits for an approval', async () => {
    const world = await filled();
    const other = findInstrument('opla-2022-04-03');
    if (other === undefined) throw new Error('no second instrument');
    const before = await head(world, 'A');
    const { outcome, out } = await run(world, { instrument: other });
    expect([outcome, out.split('\n')[1]]).toEqual([
      'done',
      '5 answered under another policy: see "own-motion reclassify"',
    ]);
    expect(await head(world, 'A')).toEqual(before);
  });
});

describe('what the ledger cannot tell', () => {
  test.each<[string, string, (world: World, caseKey: string) => Promise<Partial<CaseStore>>]>([
    [
      'entry-missing',
      'an entry is gone that the head was made of',
      async (world, caseKey) => ({
        async *listEntries(key) {
          let count = 0;
          for await (const entry of world.cases.listEntries(key)) if (key !== caseKey || count++ > 0) yield entry;
        },
      }),
    ],
    [
      'entry-missing',
      'a head of nothing has no entry either',
      async (world, caseKey) => {
        const one = await world.cases.readHead(caseKey);
        if (one !== undefined) await world.cases.writeHead(caseKey, { ...one, members: noMembers }, one.version);
        return {
          async *listEntries(key) {
            if (key !== caseKey) yield* world.cases.listEntries(key);
          },
        };
      },
    ],
    [
      'entry-not-an-update',
      'an entry holds no update',
      async (world, caseKey) => {
        await world.cases.putEntry(caseKey, { memberId: new Uint8Array(16), body: '{}', receivedAt: 'then' });
        return {};
      },
    ],
    [
      'entry-under-another-name',
      'an entry was slipped in from another case',
      async (world, caseKey) => {
        for await (const entry of world.cases.listEntries(world.names.caseKey('B'))) {
          await world.cases.putEntry(caseKey, entry);
        }
        return {};
      },
    ],
    [
      'entry-unreadable',
      'an entry does not match its hash',
      async (world, caseKey) => ({
        async *listEntries(key) {
          if (key === caseKey) throw new StoreError('corrupt-item', 'entry.sha256');
          yield* world.cases.listEntries(key);
        },
      }),
    ],
    [
      'head-unreadable',
      'the head is no head',
      async (world, caseKey) => ({
        async readHead(key) {
          if (key === caseKey) throw new StoreError('corrupt-item', 'head.flag');
          return world.cases.readHead(key);
        },
      }),
    ],
    [
      'written-again-and-again',
      'updates come faster than it can be written',
      async (world, caseKey) => {
        const one = await world.cases.readHead(caseKey);
        if (one !== undefined) await world.cases.writeHead(caseKey, { ...one, queue: undefined }, one.version);
        return { writeHead: async () => 'version-conflict' };
      },
    ],
  ])('%s: %s, is left as it is and told of by key', async (damage, _, harm) => {
    const world = await filled();
    const caseKey = world.names.caseKey('A');
    const harmed = { ...world.cases, ...(await harm(world, caseKey)) };
    const before = await head(world, 'A');
    const { outcome, out, err } = await run(world, { cases: harmed });
    expect(outcome).toBe('incomplete');
    expect(out).toContain('4 as the ledger says');
    expect(out).toContain('1 damaged and left as they are');
    expect(err).toBe(`${JSON.stringify({ case: caseKey, damage })}\n`);
    expect(await head(world, 'A')).toEqual(before);
  });

  test('a head that is gone though people did something about the case is told of', async () => {
    const world = caseWorld(memoryCaseStore({ shards: SHARDS }));
    await world.add(updateOf('A', 1, clear));
    const caseKey = world.names.caseKey('A');
    const at = '2021-08-02T13:00:00.000Z';
    await world.cases.putAct(caseKey, {
      id: 'act-1',
      kind: 'decision',
      by: 'sub-anna',
      name: 'Anna',
      at,
      requestHash: 'x',
      body: '{}',
    });
    const cases = { ...world.cases, readHead: async () => undefined, writeHead: async () => 'written' as const };
    const { outcome, err } = await run(world, { cases });
    expect([outcome, err]).toEqual(['incomplete', `${JSON.stringify({ case: caseKey, damage: 'review-lost' })}\n`]);
  });
});

describe('an update that comes in the middle', () => {
  test('stands in the head that is rebuilt', async () => {
    const world = await filled();
    const caseKey = world.names.caseKey('A');
    const one = await head(world, 'A');
    if (one !== undefined) await world.cases.writeHead(caseKey, { ...one, queue: undefined }, one.version);
    let isLate = false;
    const cases: RebuildRequest['cases'] = {
      ...world.cases,
      async writeHead(...args) {
        if (!isLate) {
          isLate = true;
          await world.add(updateOf('A', 9, { respondentPosition: 'consents' }));
        }
        return world.cases.writeHead(...args);
      },
    };
    expect((await run(world, { cases })).outcome).toBe('done');
    const after = await head(world, 'A');
    expect(after?.record.asserted.get('respondentPosition')?.value).toBe('consents');
    expect(after?.queue).toBeDefined();
    expect((await run(world)).out).toContain('5 as the ledger says');
  });
});

describe('interrupted', () => {
  test('it goes on where it was, counts every case once, and leaves no checkpoint behind', async () => {
    const world = await filled();
    const stop = new AbortController();
    const checkpoint = fileCheckpoint(folder, 'rebuild', ['interrupted']);
    const looked: string[] = [];
    const scan: RebuildRequest['scan'] = {
      async scanCaseKeys(read) {
        const found = await world.cases.scanCaseKeys({ ...read, limit: 1 });
        looked.push(...found.caseKeys);
        if (looked.length === 2) stop.abort();
        return found;
      },
    };
    const first = await run(world, { scan, checkpoint, segments: 1, signal: stop.signal });
    expect(first.outcome).toBe('interrupted');
    expect(first.out).toContain('looked at 2 cases');
    expect(first.err).toBe(`interrupted; the same command goes on from here (${checkpoint.file})\n`);
    const second = await run(world, { scan, checkpoint, segments: 7 });
    expect(second).toMatchObject({ outcome: 'done', out: expect.stringContaining('looked at 5 cases: 5 as') });
    expect(second.err).toBe('goes on with what was begun at 2021-08-03T09:00:00.000Z\n');
    expect(looked.toSorted()).toEqual(CASES.map(world.names.caseKey).sort());
    expect(await readdir(folder)).toEqual([]);
  });

  test.each([
    { name: 'a week', now: '2021-08-10T09:00:00.000Z', looks: 3, said: 'goes on with what was begun at' },
    { name: 'more than a week', now: '2021-08-10T09:00:00.001Z', looks: 5, said: 'begins anew: what was begun at' },
  ])('for $name, it looks at $looks of 5 cases and says so', async ({ now, looks, said: line }) => {
    const world = await filled();
    const stop = new AbortController();
    const checkpoint = fileCheckpoint(folder, 'rebuild', [now]);
    let looked = 0;
    const scan: RebuildRequest['scan'] = {
      async scanCaseKeys(read) {
        looked += 1;
        if (looked === 2) stop.abort();
        return world.cases.scanCaseKeys({ ...read, limit: 1 });
      },
    };
    await run(world, { scan, checkpoint, segments: 1, signal: stop.signal });
    looked = 0;
    const second = await run(world, { scan, checkpoint, segments: 1, now: () => now });
    expect([looked, second.out]).toEqual([looks, expect.stringContaining('looked at 5 cases: 5 as')]);
    expect(second.err).toContain(line);
  });

  test('a failure of the table ends it, and keeps what was done', async () => {
    const world = await filled();
    const checkpoint = fileCheckpoint(folder, 'rebuild', ['failed']);
    let pages = 0;
    const scan: RebuildRequest['scan'] = {
      async scanCaseKeys(read) {
        pages += 1;
        if (pages === 3) throw new StoreError('unavailable', 'table');
        return world.cases.scanCaseKeys({ ...read, limit: 1 });
      },
    };
    await expect(run(world, { scan, checkpoint, segments: 1 })).rejects.toThrow('unavailable: table');
    expect((await checkpoint.read())?.counts).toMatchObject({ cases: 2 });
    expect((await run(world, { scan, checkpoint })).out).toContain('looked at 5 cases');
  });
});
