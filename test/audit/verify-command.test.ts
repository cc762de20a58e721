/** The command `verify` against a table, with the seals and the archive that the functions made of it: nothing, and each kind of harm. */
import { createSign, generateKeyPairSync } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DeleteItemCommand, PutItemCommand, ScanCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type ArchiveRequest, archiveMissing } from '../../cli/archive/archive-missing.ts';
import { run } from '../../cli/program.ts';
import { noProgress } from '../../cli/progress.ts';
import { fileCheckpoint } from '../../cli/segments/checkpoint.ts';
import type { World } from '../../cli/world.ts';
import { sealSegment } from '../../functions/seal/seal-segment.ts';
import { actObject, entryObject } from '../../shared/archive/archived-object.ts';
import { writeBody } from '../../shared/review/act-body.ts';
import { dynamoEvidence } from '../../shared/store/dynamo/case-evidence.ts';
import { documentClient, dynamoCaseStore } from '../../shared/store/dynamo/case-store.ts';
import type { CaseStore } from '../../shared/store/store.ts';
import { AS_OF, caseWorld, clear, page, SECRET, SHARDS, updateOf } from '../cli/case-world.ts';
import { startDynalite } from '../contract/store-dynalite.ts';
import { createTables, emulatorClient } from '../contract/store-tables.ts';
import { startService } from '../streams/service.ts';
import { collect } from './office.ts';

const CANARY = 'CANARY';
const NOW = '2021-08-03T12:00:00.000Z';
const CASES = ['A', 'B', 'C', 'D', 'E', 'F'].map((name) => `${CANARY}-${name}`);
const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-384' });
const signer = { sign: async (bytes: Uint8Array) => createSign('sha384').update(bytes).sign(privateKey) };
const stranger = generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey;

let server: Awaited<ReturnType<typeof startDynalite>>;
let secrets: Awaited<ReturnType<typeof startService>>;
let client: ReturnType<typeof emulatorClient>;
let folder = '';
let tableName = '';
let store: CaseStore;
let docket: ReturnType<typeof caseWorld>;

beforeAll(async () => {
  server = await startDynalite();
  client = emulatorClient(server.port);
  secrets = await startService(() => ({
    headers: { 'content-type': 'application/x-amz-json-1.1' },
    body: JSON.stringify({ Name: 'case-keys', SecretString: SECRET }),
  }));
  folder = await mkdtemp(join(tmpdir(), 'own-motion-verify-'));
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'test');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'test');
  vi.stubEnv('AWS_ENDPOINT_URL_DYNAMODB', `http://127.0.0.1:${server.port}`);
  vi.stubEnv('AWS_ENDPOINT_URL_SECRETS_MANAGER', secrets.endpoint);
});

afterAll(async () => {
  vi.unstubAllEnvs();
  client.destroy();
  await Promise.all([server.stop(), secrets.stop(), rm(folder, { recursive: true, force: true })]);
});

const keyOf = (subject: string) => docket.names.caseKey(subject);
const A = () => keyOf(CASES[0] ?? '');

/** As an object lands in a folder by downloading the bucket. */
async function download(key: string, body: string | Uint8Array): Promise<'stored'> {
  const file = join(folder, tableName, key);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, body);
  return 'stored';
}

/** As the bucket does: what is there stays. */
async function putOnce(key: string, body: string | Uint8Array) {
  return existsSync(join(folder, tableName, key)) ? 'already-there' : download(key, body);
}

async function seal(at: string, of = 2, with_ = signer): Promise<void> {
  const report = { log: () => {}, countSeal: () => {} };
  for (let segment = 0; segment < of; segment++) {
    const deps = { scan: store, bucket: { put: putOnce }, signer: with_, report, now: () => at };
    await sealSegment(deps, { segment, of }, () => 600_000);
  }
}

beforeEach(async () => {
  tableName = (await createTables(client)).caseTableName;
  store = dynamoCaseStore(client, { tableName, shards: SHARDS });
  docket = caseWorld(store);
  for (const subject of CASES) {
    await docket.add(updateOf(subject, 1, clear));
    await docket.add(
      updateOf(subject, 2, { relief: { r1: { kind: 'i-130', status: 'approved', visaAvailable: true } } }),
    );
  }
  const body = writeBody('access', { reason: CANARY, restricted: false });
  const at = '2021-08-02T13:00:00.000Z';
  await store.putAct(A(), { id: 'act-1', kind: 'access', by: 'anna', name: 'Anna', at, requestHash: 'x', body });
  const read = dynamoEvidence(documentClient(client), tableName);
  for (const subject of CASES) {
    const caseKey = keyOf(subject);
    const { entries, acts } = await read(caseKey);
    for (const entry of entries) await download(...objectOf(entryObject(caseKey, entry)));
    for (const act of acts) await download(...objectOf(actObject(caseKey, act)));
  }
  await seal('2021-08-03T09:00:00.000Z');
  await writeFile(join(folder, 'seals.pem'), publicKey.export({ type: 'spki', format: 'pem' }));
});

const objectOf = ({ key, body }: { key: string; body: string }) => [key, body] as const;

const everything = () => [
  '--seals',
  join(folder, tableName, 'seals'),
  '--seal-key',
  join(folder, 'seals.pem'),
  '--archive',
  join(folder, tableName),
];

async function verify(...args: string[]) {
  const [out, err] = [page(), page()];
  const world: World = {
    input: (async function* () {})(),
    inputIsTerminal: false,
    inputBytes: () => undefined,
    out,
    err,
    today: () => AS_OF,
    now: () => NOW,
    running: async () => ({ kind: 'refused', message: 'nothing runs' }),
    progress: async () => noProgress,
    interrupted: () => new AbortController().signal,
  };
  const stack = [
    '--table',
    tableName,
    '--policy',
    'opla-2021-05-27',
    '--shards',
    String(SHARDS),
    '--region',
    'us-east-1',
    '--key-secret',
    'case-keys',
  ];
  const code = await run(['verify', ...args, ...stack], world);
  const faults = err
    .text()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line));
  return { code, out: out.text(), err: err.text(), faults };
}

/** What is wrong with a case, in short. */
const short = (faults: { kind: string; item: string; by: string; field?: string }[]) =>
  [
    ...new Set(
      faults.map(({ kind, item, by, field }) => `${kind} ${item}${field === undefined ? '' : `.${field}`} by ${by}`),
    ),
  ].toSorted();

async function itemsOf(caseKey: string, prefix = '') {
  const { Items = [] } = await client.send(new ScanCommand({ TableName: tableName }));
  return Items.filter((item) => item.pk?.S === `CASE#${caseKey}` && item.sk?.S?.startsWith(prefix));
}

async function remove(caseKey: string, prefix = '') {
  for (const { pk, sk } of await itemsOf(caseKey, prefix)) {
    if (pk && sk) await client.send(new DeleteItemCommand({ TableName: tableName, Key: { pk, sk } }));
  }
}

async function set(
  caseKey: string,
  prefix: string,
  expression: string,
  value: object,
  names: Record<string, string> = {},
) {
  const [item] = await itemsOf(caseKey, prefix);
  if (item?.pk === undefined || item.sk === undefined) throw new Error('nothing to change');
  await client.send(
    new UpdateItemCommand({
      TableName: tableName,
      Key: { pk: item.pk, sk: item.sk },
      UpdateExpression: expression,
      ExpressionAttributeValues: { ':value': value as never },
      ...(Object.keys(names).length > 0 && { ExpressionAttributeNames: names }),
    }),
  );
}

describe('a docket that nobody has harmed', () => {
  test('holds as a whole, against its ledger, its archive and its seals', async () => {
    const { code, out, err } = await verify('--segment', '1/1', ...everything());
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('verified 6 cases: nothing edited, lost or inserted\n');
    expect(out).toContain(
      'against the seals of 2 segments, begun 2021-08-03T09:00:00.000Z: 6 as sealed, 0 written since',
    );
  });

  test('holds segment by segment, each case in one of them', async () => {
    const found = await Promise.all(['1/3', '2/3', '3/3'].map((segment) => verify('--segment', segment)));
    expect(found.map(({ code }) => code)).toEqual([0, 0, 0]);
    const counts = found.map(({ out }) => Number(/verified (\d+)/.exec(out)?.[1]));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(6);
    expect(found[0]?.out).toContain('against the ledger alone');
  });

  test('holds after what was done since the seals, and says so', async () => {
    await docket.add(updateOf(CASES[0] ?? '', 3, { detained: true }));
    const { code, out, faults } = await verify('--segment', '1/1', ...everything().slice(0, 4));
    expect([code, faults]).toEqual([0, []]);
    expect(out).toContain('5 as sealed, 1 written since');
  });

  test('holds for one case, with a digest to compare it by', async () => {
    const one = await verify('--case', CASES[0] ?? '', ...everything());
    const again = await verify('--case', CASES[0] ?? '');
    expect([one.code, one.err]).toEqual([0, '']);
    const digest = /ledger ([0-9a-f]{64})\n/.exec(one.out)?.[1];
    expect(digest).toBeDefined();
    expect(again.out).toContain(`ledger ${digest}`);
    expect(one.out + one.err).not.toContain(CANARY);
  });

  test('has no case of another id', async () => {
    const { code, err } = await verify('--case', 'nobody', ...everything());
    expect([code, err]).toEqual([1, 'own-motion: the table has no case of this id\n']);
  });
});

describe('harm', () => {
  const lane = { '#lane': 'lane' };
  test.each<{ name: string; do: () => Promise<unknown>; found: string[] }>([
    {
      name: 'another lane',
      do: () => set(A(), 'HEAD', 'SET classification.#lane = :value', { S: 'none' }, lane),
      found: ['edited head by seal', 'edited head.classification.lane by ledger'],
    },
    {
      name: 'a head that went back',
      do: () => set(A(), 'HEAD', 'SET #version = :value', { N: '1' }, { '#version': 'version' }),
      found: ['edited head.version by seal'],
    },
    {
      name: 'a head that is none',
      do: () => set(A(), 'HEAD', 'SET #record = :value', { B: Buffer.from(CANARY) }, { '#record': 'record' }),
      found: ['edited head.record by ledger'],
    },
    { name: 'no head', do: () => remove(A(), 'HEAD'), found: ['lost head by ledger', 'lost head by seal'] },
    { name: 'no entries', do: () => remove(A(), 'UPDATE#'), found: ['lost entry by archive', 'lost entry by ledger'] },
    {
      name: 'an entry with another text',
      do: () => set(A(), 'UPDATE#', 'SET body = :value', { B: Buffer.from(CANARY) }),
      found: ['edited entry.body by ledger'],
    },
    {
      name: 'an entry that came on another day',
      do: () => set(A(), 'UPDATE#', 'SET receivedAt = :value', { S: '2020-01-01T00:00:00.000Z' }),
      found: ['edited entry by archive'],
    },
    { name: 'no act', do: () => remove(A(), 'ACT#'), found: ['lost act by archive'] },
    {
      name: 'an act of somebody else',
      do: () => set(A(), 'ACT#', 'SET #by = :value', { S: CANARY }, { '#by': 'by' }),
      found: ['edited act by archive'],
    },
    {
      name: 'something that nobody knows',
      do: () =>
        client.send(
          new PutItemCommand({ TableName: tableName, Item: { pk: { S: `CASE#${A()}` }, sk: { S: CANARY } } }),
        ),
      found: ['inserted entry by ledger'],
    },
    {
      // With the secret, and with this very program: only what cannot be rewritten tells.
      name: 'an entry of long ago with its head',
      do: () => docket.add(updateOf(CASES[0] ?? '', 3, { detained: true })),
      found: ['inserted entry by archive'],
    },
    {
      name: 'no case at all',
      do: () => remove(A()),
      found: ['lost act by archive', 'lost entry by archive', 'lost head by seal'],
    },
  ])('by $name is found, in the whole and in the case', async ({ do: harm, found }) => {
    await harm();
    const whole = await verify('--segment', '1/1', ...everything());
    expect(whole.code).toBe(1);
    expect(short(whole.faults)).toEqual(found);
    for (const fault of whole.faults) expect(fault.case).toBe(A());
    expect(whole.out).toMatch(/\d+ faults? in 1 of them/);
    const one = await verify('--case', CASES[0] ?? '', ...everything());
    expect([one.code, short(one.faults)]).toEqual([1, found]);
    expect(whole.err + whole.out + one.err + one.out).not.toContain(CANARY);
  });

  test('of a case that is gone is found in the segment that its seal is of', async () => {
    await remove(A());
    const both = await Promise.all(
      ['1/2', '2/2'].map((segment) => verify('--segment', segment, ...everything().slice(0, 4))),
    );
    expect(both.flatMap(({ faults }) => short(faults))).toEqual(['lost head by seal']);
  });
});

describe('a seal', () => {
  const files = async (begin: string, suffix: string) => {
    const all = await readdir(join(folder, tableName, 'seals'), { recursive: true });
    return all
      .filter((name) => name.includes(`/${begin}.`) && name.endsWith(suffix))
      .map((name) => join(folder, tableName, 'seals', name))
      .toSorted();
  };

  test.each([
    {
      name: 'that was changed',
      do: async (sealFile: string) => {
        const text = await readFile(sealFile, 'utf8');
        await writeFile(
          sealFile,
          text.replace(/"count":(\d+)/, (_, count) => `"count":${Number(count) + 1}`),
        );
      },
      problem: 'not-signed',
    },
    {
      name: 'whose list was changed',
      do: async (_: string, heads: string, other: string) => writeFile(heads, await readFile(other)),
      problem: 'wrong-heads',
    },
    { name: 'whose list is gone', do: (_: string, heads: string) => rm(heads), problem: 'heads-missing' },
    { name: 'that is none', do: (sealFile: string) => writeFile(sealFile, CANARY), problem: 'unreadable' },
  ])('$name is told of, and the one before it is taken', async ({ do: harm, problem }) => {
    await seal('2021-08-03T10:00:00.000Z');
    const [newest, list, other] = [
      (await files('100000Z.0-of-2', '.seal.json'))[0],
      (await files('100000Z.0-of-2', '.heads.ndjson.gz'))[0],
      (await files('100000Z.1-of-2', '.heads.ndjson.gz'))[0],
    ];
    await harm(newest ?? '', list ?? '', other ?? '');
    const { code, faults, out } = await verify('--segment', '1/1', ...everything());
    expect([code, faults.map((fault) => fault.problem)]).toEqual([1, [problem]]);
    expect(out).toContain('verified 6 cases: nothing edited, lost or inserted');
    expect(out).toContain('against the seals of 2 segments, begun 2021-08-03T09:00:00.000Z');
  });

  test('that a segment has not is told of: what lies there is held to none', async () => {
    for (const file of await files('090000Z.1-of-2', '')) await rm(file);
    const { code, faults, out } = await verify('--segment', '1/1', ...everything());
    expect([code, faults]).toEqual([1, [{ seal: '.', problem: 'segments-missing' }]]);
    expect(out).toContain('against the seals of 1 of 2 segments');
  });

  test('made twice in one second, with an update in between, has its own list each time', async () => {
    await seal('2021-08-03T10:00:00.000Z', 1);
    await docket.add(updateOf(CASES[0] ?? '', 3, { detained: true }));
    await seal('2021-08-03T10:00:00.900Z', 1);
    expect(await files('100000Z.0-of-1', '.seal.json')).toHaveLength(2);
    const { code, faults, out } = await verify('--segment', '1/1', ...everything().slice(0, 4));
    expect([code, faults]).toEqual([0, []]);
    expect(out).toContain('6 as sealed');
  });

  test('of somebody else is none', async () => {
    const sign = async (bytes: Uint8Array) => createSign('sha384').update(bytes).sign(stranger);
    await seal('2021-08-03T11:00:00.000Z', 1, { sign });
    const { code, faults } = await verify('--segment', '1/1', ...everything());
    expect([code, faults.map((fault) => fault.problem)]).toEqual([1, ['not-signed']]);
  });

  test.each([
    { args: ['--segment', '1/1', '--seals', '.'], said: /--seal-key/ },
    { args: ['--segment', '4/3'], said: /such as 3\/8/ },
    { args: [], said: /one of --case and --segment/ },
    {
      args: ['--segment', '1/1', '--seals', '/nowhere', '--seal-key', '/nowhere/key'],
      said: /could not be read: ENOENT/,
    },
  ])('asked for as $args is refused in one line', async ({ args, said }) => {
    const { code, err } = await verify(...args);
    expect(code).toBe(2);
    expect(err).toMatch(said);
    expect(err.trimEnd()).not.toContain('\n');
  });
});

test('a case is read whole, whatever of it cannot be read', async () => {
  await set(A(), 'UPDATE#', 'SET body = :value', { S: CANARY });
  const stored = await dynamoEvidence(documentClient(client), tableName)(A());
  expect(stored.head?.caseKey).toBe(A());
  expect([stored.entries.length, stored.acts.length, stored.unreadable.length]).toEqual([1, 1, 1]);
  expect(await collect(store.listActs(A()))).toEqual(stored.acts);
});

describe('what the archive has missed', () => {
  const archive = (given: Partial<ArchiveRequest> = {}) => {
    const [out, err] = [page(), page()];
    const request: ArchiveRequest = {
      readCase: dynamoEvidence(documentClient(client), tableName),
      scan: store,
      bucket: { put: putOnce },
      names: docket.names,
      since: '2021-08-01T00:00:00.000Z',
      until: NOW,
      segments: 2,
      checkpoint: fileCheckpoint(join(folder, 'state'), 'archive', [tableName]),
      now: () => NOW,
      progress: noProgress,
      signal: new AbortController().signal,
      out,
      err,
      ...given,
    };
    return archiveMissing(request).then(({ kind }) => ({ kind, out: out.text(), err: err.text() }));
  };

  test('is archived afterwards, and nothing twice', async () => {
    await rm(join(folder, tableName, 'cases', A()), { recursive: true });
    const before = await verify('--segment', '1/1', ...everything());
    expect(short(before.faults)).toEqual(['inserted act by archive', 'inserted entry by archive']);
    const dry = await archive({ bucket: undefined });
    expect(dry.out).toBe('13 entries and acts of 6 cases would be looked for in the archive\n');
    const { kind, out, err } = await archive();
    expect([kind, err]).toEqual(['done', '']);
    expect(out).toBe('13 entries and acts of 6 cases: 3 archived now, 10 were there already\n');
    expect(await verify('--segment', '1/1', ...everything())).toMatchObject({ code: 0, faults: [] });
  });

  test('of other days is left out', async () => {
    expect((await archive({ since: '2021-08-02T12:30:00.000Z' })).out).toContain('1 entry or act of 6 cases');
    expect((await archive({ until: '2021-08-02T12:00:00.000Z' })).out).toContain('0 entries and acts of 6 cases');
  });

  test('and is not what its name says stays out, and is told of', async () => {
    await set(A(), 'UPDATE#', 'SET body = :value', { B: Buffer.from(CANARY) });
    const { kind, out, err } = await archive();
    expect(kind).toBe('incomplete');
    expect(out).toContain('12 entries and acts of 6 cases: 0 archived now');
    expect(JSON.parse(err)).toMatchObject({ case: A(), kind: 'edited', item: 'entry' });
    expect(err).not.toContain(CANARY);
  });
});
