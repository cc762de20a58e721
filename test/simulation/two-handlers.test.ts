/**
 * Two handlers work on one table at once, over a queue that redelivers, while calls fail before or after they are done
 * and handlers die. Whatever the interleaving: nothing that was deleted from the queue is lost, and a head is what its
 * entries add up to by a reading of the contract that shares no code with the product.
 */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DocketUpdate } from '../../events/docket-update.ts';
import { memoryCaseStore } from '../../shared/store/memory/case-store.ts';
import { memoryQuarantineStore } from '../../shared/store/memory/quarantine-store.ts';
import type { CaseHead, CaseStore, QuarantineStore } from '../../shared/store/store.ts';
import { body, names, SHARDS } from '../contract/store-samples.ts';
import { makeConsumer, type Sent } from './consumer.ts';
import { type FaultyStores, faulty, type StoreMishap } from './faulty.ts';

const POISON = '{"poison":';

/** Updates over few ids, sequences and facts, so that identities, ranks and facts meet. */
const draft = fc.record({
  subject: fc.constantFrom('A', 'B'),
  id: fc.constantFrom('u1', 'u2', 'u3'),
  source: fc.constantFrom('urn:x', 'urn:y'),
  sequence: fc.nat(3),
  facts: fc.record(
    {
      office: fc.constantFrom('NYC', 'LOS', null),
      stage: fc.constantFrom('pending' as const, 'ended' as const),
      represented: fc.boolean(),
    },
    { requiredKeys: [] },
  ),
});
const messageBody = fc.oneof({ weight: 8, arbitrary: draft.map(body) }, { weight: 1, arbitrary: fc.constant(POISON) });
const mishap: fc.Arbitrary<StoreMishap | undefined> = fc.oneof(
  { weight: 8, arbitrary: fc.constant(undefined) },
  { weight: 2, arbitrary: fc.constantFrom('throttled' as const, 'unavailable' as const) },
  { weight: 2, arbitrary: fc.constant('unavailable-after' as const) },
  { weight: 1, arbitrary: fc.constantFrom('hang' as const, 'hang-after' as const) },
);

type Update = {
  id: string;
  source: string;
  subject: string;
  data: { sequence: number; facts: Record<string, unknown> };
};

function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join(',')}}`;
}

function contentOf(update: Update): string {
  return createHash('sha256').update(canonical(update.data)).digest('hex');
}

function rank(update: Update): string {
  return [String(update.data.sequence).padStart(9, '0'), update.source, update.id, contentOf(update)].join('\0');
}

/** Each fact by the update of the highest rank that asserts it. */
function naiveFold(updates: readonly Update[]): Record<string, unknown> {
  const facts: Record<string, unknown> = {};
  for (const update of [...updates].sort((a, b) => (rank(a) < rank(b) ? -1 : 1)))
    Object.assign(facts, update.data.facts);
  return facts;
}

function factsOf(head: CaseHead | undefined): Record<string, unknown> {
  return Object.fromEntries([...(head?.record.asserted ?? [])].map(([path, { value }]) => [path, value]));
}

function identity(update: Update): string {
  return [update.source, update.id, contentOf(update)].join('\0');
}

interface World {
  ledger: CaseStore;
  quarantine: QuarantineStore;
}

/** Lets others run before and after each call, as often as drawn. */
function interleaved({ ledger, quarantine }: World, yields: number[]): FaultyStores {
  async function between<T>(work: () => Promise<T>): Promise<T> {
    for (let turns = yields.shift() ?? 0; turns > 0; turns--) await Promise.resolve();
    const result = await work();
    for (let turns = yields.shift() ?? 0; turns > 0; turns--) await Promise.resolve();
    return result;
  }
  return {
    ledger: {
      readHead: (caseKey) => between(() => ledger.readHead(caseKey)),
      putEntry: (caseKey, entry) => between(() => ledger.putEntry(caseKey, entry)),
      writeHead: (caseKey, content, version) => between(() => ledger.writeHead(caseKey, content, version)),
    },
    quarantine: { put: (message) => between(() => quarantine.put(message)) },
  };
}

/** Takes what is left in the queue, a few times over; an invocation that dies leaves its batch to the next. */
async function drain(queue: Map<string, Sent>, stores: FaultyStores, mishaps: (StoreMishap | undefined)[]) {
  for (let round = 0; round < 4 && queue.size > 0; round++) {
    const batch = [...queue.values()];
    const died = Promise.withResolvers<undefined>();
    const consumer = makeConsumer(
      faulty(stores, () => {
        const next = mishaps.shift();
        if (next?.startsWith('hang')) died.resolve(undefined);
        return next;
      }),
    );
    const failed = await Promise.race([consumer.consume(batch), died.promise]);
    for (const { id } of batch) if (failed?.includes(id) === false) queue.delete(id);
  }
}

async function readCase({ ledger }: World, subject: string) {
  const caseKey = names.caseKey(subject);
  const entries: Update[] = [];
  for await (const entry of ledger.listEntries(caseKey)) entries.push(JSON.parse(entry.body));
  const head = await ledger.readHead(caseKey);
  const members = new Set<string>();
  for (let at = 0; at < (head?.members.length ?? 0); at += 16) {
    members.add(Buffer.from(head?.members.subarray(at, at + 16) ?? []).toString('hex'));
  }
  return { entries, head, members };
}

function memberName(update: Update): string {
  return Buffer.from(names.memberId(update as DocketUpdate, contentOf(update))).toString('hex');
}

async function checkAcknowledged(world: World, acknowledged: readonly string[]): Promise<void> {
  for (const text of acknowledged) {
    if (text === POISON) {
      expect(await world.quarantine.read(names.receivedId(text))).toMatchObject({ body: text, reason: 'not-json' });
      continue;
    }
    const update: Update = JSON.parse(text);
    const { entries, members } = await readCase(world, update.subject);
    expect(entries.map(identity)).toContain(identity(update));
    expect(members).toContain(memberName(update));
  }
}

/** Every head is the fold of its entries, each update is there once, and copies of conflicting ones are set aside. */
async function checkAtRest(world: World, bodies: readonly string[]): Promise<void> {
  for (const subject of ['A', 'B']) {
    const updates: Update[] = bodies.filter((text) => text !== POISON).map((text) => JSON.parse(text));
    const own = updates.filter((update) => update.subject === subject);
    const expected = new Set(own.map(identity));
    const { entries, head, members } = await readCase(world, subject);
    expect(entries.map(identity).sort()).toEqual([...expected].sort());
    expect(members).toEqual(new Set(entries.map(memberName)));
    expect(factsOf(head)).toEqual(naiveFold(entries));
    expect(head?.queue === undefined).toBe(head?.flag?.state !== 'raised');

    const bySender = new Map<string, Set<string>>();
    for (const update of own) {
      const sender = [update.source, update.id].join('\0');
      bySender.set(sender, (bySender.get(sender) ?? new Set()).add(contentOf(update)));
    }
    let copies = 0;
    for await (const { reason, id } of world.quarantine.listRecent({ newest: '2021-06-15', days: 1 })) {
      const copy = await world.quarantine.read(id);
      if (reason === 'conflicting-content' && JSON.parse(copy?.body ?? '').subject === subject) copies += 1;
    }
    const least = [...bySender.values()].reduce((sum, contents) => sum + contents.size - 1, 0);
    expect(copies).toBeGreaterThanOrEqual(least);
  }
}

test('two handlers over random faults: nothing acknowledged is lost, and the head is the fold of the entries', async () => {
  const scene = fc.record({
    bodies: fc.array(messageBody, { minLength: 1, maxLength: 10 }),
    mishaps: fc.array(mishap, { maxLength: 60 }),
    yields: fc.array(fc.nat(12), { maxLength: 120 }),
  });
  await fc.assert(
    fc.asyncProperty(scene, async ({ bodies, mishaps, yields }) => {
      const world = { ledger: memoryCaseStore({ shards: SHARDS }), quarantine: memoryQuarantineStore() };
      const stores = interleaved(world, [...yields]);
      const pending = [...mishaps];
      const sent = bodies.map((text, i) => ({ id: `m${i}`, body: text }));
      // Each handler has been delivered everything: the queue delivers at least once.
      const queues = [sent, sent.toReversed()].map((order) => new Map(order.map((message) => [message.id, message])));
      await Promise.all(queues.map((queue) => drain(queue, stores, pending)));

      for (const queue of queues) {
        await checkAcknowledged(
          world,
          sent.filter(({ id }) => !queue.has(id)).map((message) => message.body),
        );
      }
      const left = [...new Map(queues.flatMap((queue) => [...queue])).values()];
      expect(await makeConsumer(world).consume(left)).toEqual([]);
      await checkAtRest(world, bodies);
    }),
    { numRuns: 400 },
  );
});
