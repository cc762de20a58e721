/** The command `sweep` on a table: what is behind is counted, told and sent once, and a broken-off sweep goes on. */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { noProgress } from '../../cli/progress.ts';
import { fileCheckpoint } from '../../cli/segments/checkpoint.ts';
import { type SweepRequest, sweep } from '../../cli/sweep/sweep.ts';
import type { FlagEvent } from '../../events/flag-events.ts';
import type { Announcements } from '../../shared/store/announcements.ts';
import { dynamoAnnouncements } from '../../shared/store/dynamo/announcements.ts';
import { documentClient, dynamoCaseStore } from '../../shared/store/dynamo/case-store.ts';
import { startDynalite } from '../contract/store-dynalite.ts';
import { headOf, names, OWN_MOTION_FACTS, SHARDS, update } from '../contract/store-samples.ts';
import { createTables, emulatorClient } from '../contract/store-tables.ts';
import { page } from './case-world.ts';

const FLAGGED = ['A', 'B', 'C', 'D'];

let server: Awaited<ReturnType<typeof startDynalite>>;
let client: ReturnType<typeof emulatorClient>;
let folder = '';
let tableName = '';
let announcements: Announcements;

beforeAll(async () => {
  server = await startDynalite();
  client = emulatorClient(server.port);
  folder = await mkdtemp(join(tmpdir(), 'own-motion-sweep-'));
});
afterAll(async () => {
  client.destroy();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  tableName = (await createTables(client)).caseTableName;
  announcements = dynamoAnnouncements(documentClient(client), tableName);
  const store = dynamoCaseStore(client, { tableName, shards: SHARDS });
  for (const subject of FLAGGED) {
    const content = headOf([update({ subject, facts: OWN_MOTION_FACTS })]);
    await store.writeHead(names.caseKey(subject), content, undefined);
  }
  const restricted = update({ subject: 'R', facts: { ...OWN_MOTION_FACTS, protected1367: true } });
  await store.writeHead(names.caseKey('R'), headOf([restricted]), undefined);
});

async function run(given: Partial<SweepRequest> = {}) {
  const [out, err] = [page(), page()];
  const heard: FlagEvent[] = [];
  const sent: string[] = [];
  const outcome = await sweep({
    announcements,
    scan: announcements,
    bus: {
      sendEvents: async (events) => {
        heard.push(...events);
        return [];
      },
      sleep: async () => {},
      random: () => 0.5,
    },
    redraw: {
      sendBatch: async (bodies) => {
        sent.push(...bodies.flatMap((body) => JSON.parse(body).caseKeys));
        return [];
      },
      sleep: async () => {},
    },
    isDryRun: false,
    shards: SHARDS,
    segments: 2,
    checkpoint: fileCheckpoint(folder, 'sweep', [tableName]),
    now: () => '2021-08-03T09:00:00.000Z',
    progress: noProgress,
    signal: new AbortController().signal,
    out,
    err,
    ...given,
  });
  return { outcome: outcome.kind, out: out.text(), err: err.text(), heard: heard.map(({ subject }) => subject), sent };
}

const keys = () => FLAGGED.map((subject) => names.caseKey(subject)).toSorted();

describe('a docket of which nothing was told', () => {
  test('is told of once, restricted cases left out, and then nothing is behind', async () => {
    const first = await run();
    expect(first).toMatchObject({ outcome: 'done', sent: [] });
    expect(first.heard.toSorted()).toEqual(keys());
    expect(first.out).toBe(
      'swept 5 cases\nnot told of all that stands: 4, 4 told now\nin a wrong place of the queues: 0, sent to be drawn again\n',
    );
    expect(await run()).toMatchObject({ outcome: 'done', heard: [], sent: [] });
  });

  test('is only counted in a dry run', async () => {
    const dry = await run({ isDryRun: true, bus: undefined, redraw: undefined });
    expect(dry).toMatchObject({ outcome: 'done', heard: [], sent: [] });
    expect(dry.out).toContain('not told of all that stands: 4\n');
    expect((await run()).heard).toHaveLength(4);
  });

  test('is not called told when the bus does not take it', async () => {
    const refused = await run({
      bus: {
        sendEvents: async (events) =>
          events.map((_, place) => ({ place, fault: { kind: 'refused', place: 'event bus' } })),
        sleep: async () => {},
        random: () => 0.5,
      },
    });
    expect(refused.outcome).toBe('incomplete');
    expect(refused.out).toContain('not told of all that stands: 4, 0 told now');
    expect((await run()).heard.toSorted()).toEqual(keys());
  });
});

test('heads drawn for fewer shards are sent to be drawn again', async () => {
  const more = await run({ shards: SHARDS * 8 });
  expect(more.sent.length).toBeGreaterThan(0);
  expect(new Set(more.sent).size).toBe(more.sent.length);
});

test('what is told meanwhile is not told again', async () => {
  const scan: SweepRequest['scan'] = {
    async scanAnnounced(read) {
      const found = await announcements.scanAnnounced(read);
      for (const { head } of found.heads) {
        const told = { kind: 'open', office: 'NYC', lane: 'own-motion' } as const;
        if (head.flag !== undefined) await announcements.noteAnnounced(head.caseKey, { sequence: 1, told });
      }
      return found;
    },
  };
  expect((await run({ scan })).heard).toEqual([]);
});

test('broken off, it goes on where it was', async () => {
  let pages = 0;
  const scan: SweepRequest['scan'] = {
    async scanAnnounced(read) {
      pages += 1;
      if (pages === 3) throw new Error('killed');
      return announcements.scanAnnounced({ ...read, limit: 1 });
    },
  };
  await expect(run({ scan })).rejects.toThrow('killed');
  expect(await readdir(folder)).toHaveLength(1);
  const rest = await run();
  expect(rest.outcome).toBe('done');
  expect(rest.out).toContain('swept 5 cases\nnot told of all that stands: 4, 4 told now');
  expect(await readdir(folder)).toEqual([]);
});
