/**
 * `node test/contract/weigh-case-table.ts`: what the sample docket weighs and costs on Amazon's DynamoDB Local, with what is
 * announced of it, and what people's acts cost on it. The figures stand in `docs/access-patterns.md`. It needs Java.
 */
import { readSample } from '../../cli/sample/read-sample.ts';
import { decodeDocketUpdate } from '../../events/decode.ts';
import { announcedAt, eventOf, isCaughtUp } from '../../shared/announce/flag-event.ts';
import { announceableHead } from '../../shared/announce/sweep.ts';
import { actAttributes } from '../../shared/store/dynamo/act-items.ts';
import { dynamoAnnouncements } from '../../shared/store/dynamo/announcements.ts';
import { documentClient, dynamoCaseStore } from '../../shared/store/dynamo/case-store.ts';
import { entryAttributes, entryName, HEAD, headAttributes, partitionOf } from '../../shared/store/dynamo/items.ts';
import { dynamoSampleStore } from '../../shared/store/dynamo/sample-store.ts';
import { hasMember } from '../../shared/store/members.ts';
import type { CaseHead, CaseStore } from '../../shared/store/store.ts';
import { type Cost, meterCapacity } from './store-capacity.ts';
import { startDynamoDbLocal } from './store-dynamodb-local.ts';
import {
  ANNA,
  claimed,
  decided,
  headOf,
  memberOf,
  names,
  OWN_MOTION_FACTS,
  rested,
  reviewContent,
  update,
} from './store-samples.ts';
import { attributeBytes, itemBytes } from './store-sizes.ts';
import { createTables, emulatorClient } from './store-tables.ts';

const SHARDS = 4;
const AT = '2021-06-15T12:00:00.000Z';
const sample = await readSample();

const server = await startDynamoDbLocal();
const client = emulatorClient(server.port);
const { caseTableName: tableName } = await createTables(client);
const store = dynamoCaseStore(client, { tableName, shards: SHARDS });
const meter = meterCapacity(client);
const notes = dynamoAnnouncements(documentClient(client), tableName);

const units = { updates: 0, kept: 0, read: 0, entry: 0, head: 0, queue: 0, due: 0, events: 0, notes: 0 };
const sizes: Record<string, number[]> = { 'ledger entry': [], head: [], 'compact classification': [] };

async function fold(line: string): Promise<void> {
  const decoded = decodeDocketUpdate(line);
  if (decoded.kind === 'rejected') return;
  const one = decoded.update;
  const caseKey = names.caseKey(one.subject);
  let previous: CaseHead | undefined;
  const read = await meter(async () => {
    previous = await store.readHead(caseKey);
  });
  units.updates += 1;
  // As the function does: what is in already costs its read and no more.
  if (previous !== undefined && hasMember(previous.members, memberOf(one))) return;
  units.kept += 1;
  units.read += read.table;
  const entry = { memberId: memberOf(one), body: line, receivedAt: AT };
  const put = await meter(() => store.putEntry(caseKey, entry));
  const content = headOf([one], { ...(previous && { previous }), asOf: sample.asOf, shards: SHARDS });
  const write = await meter(() => store.writeHead(caseKey, content, previous?.version));
  units.entry += put.table;
  units.head += write.table;
  units.queue += write.indexes.queue ?? 0;
  units.due += write.indexes.due ?? 0;
  await announce(caseKey, previous);
  const pk = partitionOf(caseKey);
  const head = headAttributes(caseKey, content, (previous?.version ?? 0) + 1);
  sizes['ledger entry']?.push(itemBytes({ pk, sk: entryName(entry.memberId), ...entryAttributes(entry) }));
  sizes.head?.push(itemBytes({ pk, sk: HEAD, ...head }));
  sizes['compact classification']?.push(attributeBytes(head.classification));
}

/** As the function does that follows the stream: one note an event. */
async function announce(caseKey: string, previous: CaseHead | undefined): Promise<void> {
  const head = await store.readHead(caseKey);
  if (head === undefined) throw new Error('no head');
  const [before, after] = [previous && announceableHead(previous), announceableHead(head)];
  if (isCaughtUp(before && announcedAt(before), after)) return;
  const noted = await meter(() => notes.noteAnnounced(caseKey, announcedAt(after)));
  if (eventOf({ caseKey, before, after, at: AT }) !== undefined) units.events += 1;
  units.notes += noted.table + noted.index;
}

/** List prices on demand, us-east-1, of a million units and of a million events on the bus. */
const DOLLARS = { write: 0.625, read: 0.125, event: 1 };

function printWeights(): void {
  const perUpdate = (sum: number) => (sum / units.kept).toFixed(2);
  const writes = units.entry + units.head + units.queue + units.due;
  console.log(`${units.kept} updates, and ${units.updates - units.kept} duplicates, of which each costs a read`);
  console.log(`update in all: ${perUpdate(writes)} write, ${perUpdate(units.read)} read`);
  console.log(
    `entry ${perUpdate(units.entry)}, head ${perUpdate(units.head)}, queue index ${perUpdate(units.queue)}, due index ${perUpdate(units.due)} write`,
  );
  console.log(`announced: ${perUpdate(units.events)} events, ${perUpdate(units.notes)} write`);
  console.log(
    `a million updates: $${perUpdate(writes * DOLLARS.write + units.read * DOLLARS.read)}; announced: $${perUpdate(units.notes * DOLLARS.write)} and $${perUpdate(units.events * DOLLARS.event)} for the bus`,
  );
  for (const [what, bytes] of Object.entries(sizes)) {
    const sorted = [...bytes].sort((a, b) => a - b);
    const kb = (size = 0) => `${(size / 1024).toFixed(2)} KB`;
    const mean = sorted.reduce((sum, size) => sum + size, 0) / sorted.length;
    console.log(
      `${what}: mean ${kb(mean)}, 95% ${kb(sorted[Math.floor(sorted.length * 0.95)])}, most ${kb(sorted.at(-1))}`,
    );
  }
}

function print(what: string, { table, indexes }: Cost): void {
  const parts = Object.entries(indexes).map(([name, count]) => `, ${name} ${count}`);
  console.log(`${what}: table ${table}${parts.join('')}`);
}

async function printPeople(cases: CaseStore): Promise<void> {
  const caseKey = names.caseKey('A-CASE-1');
  await cases.writeHead(caseKey, headOf([update({ facts: OWN_MOTION_FACTS })], { shards: SHARDS }), undefined);
  const head = async () => {
    const found = await cases.readHead(caseKey);
    if (found === undefined) throw new Error('no head');
    return found;
  };
  const write = async (what: string, make: (head: CaseHead) => CaseHead['review']) => {
    const before = await head();
    const content = reviewContent(before, make(before) ?? { decisions: [] }, SHARDS);
    print(what, await meter(() => cases.writeReview(caseKey, content, before.version)));
  };
  await write('claim', () => claimed());
  await write('renew the claim', () => claimed(ANNA, '2021-06-15T15:00:00.000Z'));
  await write('hold, ending the claim', () => rested());
  await write('claim again', () => claimed());
  await write('decide, ending the claim', decided);
  const body = JSON.stringify({ reason: 'A reason of two sentences, as people write them. '.repeat(4) });
  const act = {
    id: names.actId(ANNA.by, 'k'),
    kind: 'decision' as const,
    ...ANNA,
    at: AT,
    requestHash: 'a'.repeat(64),
    body,
  };
  print('put an act', await meter(() => cases.putAct(caseKey, act)));
  console.log(
    `act of ${body.length} characters: ${itemBytes({ pk: partitionOf(caseKey), sk: `ACT#${act.id}`, ...actAttributes(act) })} B`,
  );
  const reading = async (of: AsyncIterable<unknown>) => {
    for await (const _ of of);
  };
  print('list acts of a case', await meter(() => reading(cases.listActs(caseKey))));
  print('list claims', await meter(() => cases.listClaims(ANNA.by, AT)));
  const queue = { part: 'work', office: 'LOS', lane: 'triage', restricted: false } as const;
  print(
    `page of ${(await cases.listQueue({ ...queue, limit: 50 })).length} flags`,
    await meter(() => cases.listQueue({ ...queue, limit: 50 })),
  );
  const office = { office: 'LOS', restricted: false };
  print(
    `list ${(await cases.listUnflagged(office, '', 50)).length} unflagged`,
    await meter(() => cases.listUnflagged(office, '', 50)),
  );
  const samples = dynamoSampleStore(client, tableName);
  const drawn = {
    id: act.id,
    office: 'LOS',
    seed: 's',
    ...ANNA,
    at: AT,
    requestHash: act.requestHash,
    caseKeys: Array.from({ length: 50 }, (_, i) => names.caseKey(`${i}`)),
  };
  print('put a sample of 50', await meter(() => samples.putSample(drawn)));
  print(
    'answer for one',
    await meter(() =>
      samples.putBlindReview('LOS', { sample: drawn.id, caseKey, answer: 'would-flag', by: ANNA.by, at: AT }),
    ),
  );
  print('list samples', await meter(() => samples.listSamples('LOS')));
}

try {
  for (const line of sample.lines) await fold(line);
  printWeights();
  await printPeople(store);
} finally {
  client.destroy();
  await server.stop();
}
