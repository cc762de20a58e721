/** The life of a case in people's hands on a table, where every write is conditional: what memory allows, the table does. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dynamoCaseStore } from '../../../shared/store/dynamo/case-store.ts';
import { startDynalite } from '../../contract/store-dynalite.ts';
import { body, names, OWN_MOTION_FACTS, SHARDS } from '../../contract/store-samples.ts';
import { createTables, emulatorClient } from '../../contract/store-tables.ts';
import { makeConsumer } from '../../simulation/consumer.ts';
import { reviewWorld } from '../world.ts';
import { anna, boris, casesOf, newKey, REASON, sofia } from './acting.ts';

let emulator: Awaited<ReturnType<typeof startDynalite>>;
let client: ReturnType<typeof emulatorClient>;
beforeAll(async () => {
  emulator = await startDynalite();
  client = emulatorClient(emulator.port);
});
afterAll(async () => {
  client.destroy();
  await emulator.stop();
});

test('claimed, given back, rested, found, decided, come back', async () => {
  const { caseTableName: tableName } = await createTables(client);
  const cases = dynamoCaseStore(client, { tableName, shards: SHARDS });
  const world = reviewWorld({ cases, queue: cases });
  const { consume } = makeConsumer({ ledger: cases, quarantine: { put: async () => 'stored' } as never });
  const deliver = async (message: string) => expect(await consume([{ id: 'm', body: message }])).toEqual([]);
  await deliver(body({ subject: 'A-1', facts: OWN_MOTION_FACTS }));
  const key = names.caseKey('A-1');
  const of = casesOf(world);

  const [one, other] = await Promise.all([of.claim(anna, key), of.claim(boris, key)]);
  expect([one.status, other.status].toSorted((a, b) => a - b)).toEqual([200, 409]);
  const holder = one.status === 200 ? anna : boris;
  expect((await world.ask(holder, '/v1/me/claims')).json.flags).toMatchObject([{ key, status: 'claimed' }]);
  expect((await of.release(holder, key)).view.status).toBe('open');
  await of.claim(anna, key);
  expect((await of.hold(anna, key, '2021-07-01')).view.status).toBe('on-hold');
  expect((await of.release(sofia, key, { reason: REASON })).view.status).toBe('open');
  expect((await world.ask(anna, '/v1/me/claims')).json.flags).toEqual([]);

  const { view } = await of.claim(anna, key);
  await of.find(anna, key, view, 'aggravating.fraud', false);
  for (const update of world.sent.splice(0)) await deliver(JSON.stringify(update));
  expect((await of.decide(anna, key, view, 'decline')).problem.changes).toMatchObject([{ path: 'aggravating.fraud' }]);
  const idempotencyKey = newKey();
  const again = await of.show(anna, key);
  const twins = await Promise.all([1, 2].map(() => of.decide(anna, key, again, 'refer', { idempotencyKey })));
  expect(twins.map(({ status }) => status)).toEqual([200, 200]);
  const queue = (status: string) => world.ask(sofia, { path: '/v1/offices/NYC/queue', query: { status } });
  expect((await queue('decided')).json.flags).toMatchObject([{ key, decided: { decision: 'refer' } }]);

  await deliver(body({ subject: 'A-1', id: 'u9', sequence: 9, facts: { represented: true } }));
  expect((await queue('open')).json.flags).toMatchObject([{ key, status: 'open' }]);
  const acts = (await of.show(boris, key)).timeline.flatMap((event) => (event.kind === 'act' ? event.act : []));
  expect(acts.toSorted()).toEqual(['decision', 'hold', 'release', 'release']);
});
