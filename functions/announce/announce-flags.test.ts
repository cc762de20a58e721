/** Changes of heads told from a stream: in their order, once or again the same, and never passed over. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AssertedFacts } from '../../events/facts.ts';
import { type FlagEvent, flagEvents } from '../../events/flag-events.ts';
import type { Announced } from '../../shared/announce/flag-event.ts';
import type { Refusal } from '../../shared/announce/send-events.ts';
import { StoreError } from '../../shared/store/errors.ts';
import { headOf, names, OWN_MOTION_FACTS, readHeadOf, update } from '../../test/contract/store-samples.ts';
import {
  entryWritten,
  headImageOf,
  type StreamEventRecord,
  sequenceOf,
  streamRecord,
  type Written,
} from '../../test/streams/records.ts';
import { consumeStream } from '../consume-stream.ts';
import { type AnnounceDeps, announceFlags } from './announce-flags.ts';
import type { AnnounceCounts } from './announce-report.ts';

const CANARY = 'CANARY';

const FACTS: readonly AssertedFacts[] = [
  OWN_MOTION_FACTS,
  { office: 'LOS' },
  { pendingCharges: { c: { offense: CANARY } } },
  { respondentPosition: 'opposes' },
  { protected1367: true },
  { hearing: { on: '2021-09-01', kind: 'individual' } },
];

/** The writes of a head that updates with such facts make, one after the other. */
function life(subject: string, given: readonly number[]): Written[] {
  const caseKey = names.caseKey(subject);
  const writes: Written[] = [];
  let head: ReturnType<typeof readHeadOf> | undefined;
  for (const [i, of] of given.entries()) {
    const next = update({ subject, id: `u${i}`, sequence: i + 1, facts: FACTS[of] ?? {} });
    const content = headOf([next], head === undefined ? {} : { previous: head });
    const before = writes.at(-1)?.after;
    writes.push({ caseKey, name: 'HEAD', before, after: headImageOf(caseKey, content, i + 1) });
    head = { ...readHeadOf(content), version: i + 1 };
  }
  return writes;
}

function eventOf(writes: readonly Written[]): StreamEventRecord[] {
  return writes.map((write, place) => streamRecord(write, place));
}

interface Given {
  /** What the bus answers for each request. */
  readonly answer?: (events: readonly FlagEvent[]) => readonly Refusal[];
  readonly note?: (caseKey: string, last: Announced) => void;
  readonly timeLeft?: () => number;
}

function world({ answer = () => [], note = () => {}, timeLeft = () => 60_000 }: Given = {}) {
  const heard: FlagEvent[] = [];
  const notes = new Map<string, Announced>();
  const said: string[] = [];
  const requests: number[] = [];
  let counts: AnnounceCounts | undefined;
  const deps: AnnounceDeps = {
    sendEvents: async (events) => {
      requests.push(events.length);
      const refused = answer(events);
      const places = new Set(refused.map(({ place }) => place));
      heard.push(...events.filter((_, place) => !places.has(place)));
      return refused;
    },
    notes: {
      noteAnnounced: async (caseKey, last) => {
        note(caseKey, last);
        if ((notes.get(caseKey)?.sequence ?? 0) >= last.sequence) return 'known';
        notes.set(caseKey, last);
        return 'noted';
      },
    },
    report: {
      log: (code, { kind } = {}) => void said.push(kind === undefined ? code : `${code} ${kind}`),
      countEvent: () => {},
      countBatch: (all) => {
        counts = all;
      },
      countFault: () => void said.push('fault'),
    },
    sleep: async () => {},
    random: () => 0.5,
  };
  const consume = consumeStream(
    (batch) => announceFlags(deps, batch),
    () => deps.report.countFault(),
  );
  const run = async (Records: readonly unknown[]) => {
    const { batchItemFailures } = await consume({ Records }, { getRemainingTimeInMillis: timeLeft });
    return batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
  };
  return { run, heard, notes, said, requests, counts: () => counts };
}

const typesOf = (events: readonly FlagEvent[]) =>
  events.map(({ type, data }) => `${type.split('.')[1]} ${data.sequence}`);

describe('a batch of the stream', () => {
  test('tells each change once, in the order of its case, and notes the last', async () => {
    const { run, heard, notes, said, counts } = world();
    // Flagged, transferred, aggravated, a hearing that nobody needs to hear of, restricted.
    expect(await run(eventOf(life('A', [0, 1, 2, 5, 4])))).toEqual([]);
    expect(typesOf(heard)).toEqual(['flag-raised 1', 'flag-changed 2', 'flag-changed 3', 'flag-withdrawn 5']);
    expect(notes.get(names.caseKey('A'))).toEqual({ sequence: 5, told: { kind: 'nothing' } });
    expect(said).toEqual(['ANNOUNCE_DONE']);
    expect(counts()).toEqual({ sent: 4, silent: 1, retried: 0, failed: 0 });
    expect(JSON.stringify(heard)).not.toContain(CANARY);
  });

  test('says nothing of entries, acts, samples and what was announced', async () => {
    const { run, heard, notes } = world();
    const [first] = life('A', [0]);
    const told = { ...first?.after, announced: { M: { sequence: { N: '1' } } } };
    const entry = entryWritten(names.caseKey('A'), { memberId: new Uint8Array(16), body: '{}', receivedAt: 'x' });
    const sample = { partition: 'SAMPLE#NYC', name: 'DRAWN#1', after: { seed: { S: 'x' } } };
    const noted = { caseKey: names.caseKey('A'), name: 'HEAD', before: first?.after, after: told };
    expect(await run(eventOf([entry, sample, noted]))).toEqual([]);
    expect([heard, [...notes]]).toEqual([[], []]);
  });

  test('asks the bus for ten events at a time', async () => {
    const { run, requests } = world();
    const writes = Array.from({ length: 23 }, (_, i) => life(`A${i}`, [0])).flat();
    expect(await run(eventOf(writes))).toEqual([]);
    expect(requests).toEqual([10, 10, 3]);
  });
});

describe('what goes wrong', () => {
  const two = () => eventOf([...life('A', [0, 1]), ...life('B', [0])]);

  test('for a while is tried again, and only what was not taken', async () => {
    let calls = 0;
    const answer = (events: readonly FlagEvent[]): Refusal[] => {
      calls += 1;
      if (calls > 1) return [];
      return events.length === 2 ? [{ place: 1, fault: { kind: 'throttled', place: 'event bus' } }] : [];
    };
    const { run, heard, requests } = world({ answer });
    expect(await run(two())).toEqual([]);
    expect(requests).toEqual([2, 1, 1]);
    expect(typesOf(heard)).toEqual(['flag-raised 1', 'flag-raised 1', 'flag-changed 2']);
  });

  test.each([
    { fault: { kind: 'unavailable', place: 'event bus' } as const, said: 'EVENT_RETRIED unavailable' },
    { fault: { kind: 'refused', place: 'event bus' } as const, said: 'EVENT_FAILED refused' },
  ])('with one case stops it there and not another: $said', async ({ fault, said: line }) => {
    const key = names.caseKey('A');
    const answer = (events: readonly FlagEvent[]) =>
      events.flatMap(({ subject }, place) => (subject === key ? [{ place, fault }] : []));
    const { run, heard, notes, said } = world({ answer });
    expect(await run(two())).toEqual([sequenceOf(0)]);
    expect(heard.map(({ subject }) => subject)).toEqual([names.caseKey('B')]);
    expect([...notes.keys()]).toEqual([names.caseKey('B')]);
    expect(said).toContain(line);
  });

  test('with a note brings the change again; its event is then the same', async () => {
    let isDown = true;
    const note = () => {
      if (isDown) throw new StoreError('throttled', 'table');
    };
    const { run, heard } = world({ note });
    const batch = eventOf(life('A', [0, 1]));
    expect(await run(batch)).toEqual([sequenceOf(0)]);
    isDown = false;
    expect(await run(batch)).toEqual([]);
    expect(heard.slice(2)).toEqual(heard.slice(0, 2));
  });

  test('with a head that is none leaves what came before it told', async () => {
    const { run, heard, said } = world();
    const [first, second, third] = life('A', [0, 1, 2]);
    const broken = { ...second, name: 'HEAD', after: { ...second?.after, version: { S: CANARY } } };
    const batch = eventOf([first, broken, third].filter((one) => one !== undefined));
    expect(await run(batch)).toEqual([sequenceOf(1)]);
    expect(typesOf(heard)).toEqual(['flag-raised 1']);
    expect(said).toContain('IMAGE_REFUSED corrupt-item');
  });

  test('with a head that is gone is said, and holds nobody up', async () => {
    const { run, heard, said, notes } = world();
    const [first] = life('A', [0]);
    const gone = { caseKey: names.caseKey('A'), name: 'HEAD', before: first?.after };
    expect(await run(eventOf([gone, ...life('B', [0])]))).toEqual([]);
    expect(said).toContain('HEAD_REMOVED');
    expect(typesOf(heard)).toEqual(['flag-withdrawn 2', 'flag-raised 1']);
    expect([...notes.keys()]).toEqual([names.caseKey('B')]);
  });

  test('with a head that is gone and of which nothing was told leaves nothing to withdraw', async () => {
    const { run, heard } = world();
    const [, restricted] = life('A', [0, 4]);
    const gone = { caseKey: names.caseKey('A'), name: 'HEAD', before: restricted?.after };
    expect(await run(eventOf([gone]))).toEqual([]);
    expect(heard).toEqual([]);
  });

  test('with a head that was lost and drawn anew is over for whoever keeps the latest event', async () => {
    const { run, heard, notes } = world();
    const caseKey = names.caseKey('A');
    const [first, second] = life('A', [0, 1]);
    const version = 1_600_000_000_000;
    const as = (given: number) => ({ ...second?.after, version: { N: String(given) } });
    // An update comes before the rebuilding, which then finds the same flag: it is told all the same.
    const images = [undefined, first?.after, undefined, as(1), as(version)];
    const writes = images.slice(1).map((after, i): Written => ({ caseKey, name: 'HEAD', before: images[i], after }));
    expect(await run(eventOf(writes))).toEqual([]);
    expect(typesOf(heard)).toEqual(['flag-raised 1', 'flag-withdrawn 2', 'flag-raised 1', `flag-raised ${version}`]);
    expect(notes.get(caseKey)?.sequence).toBe(version);
  });

  test('near the end of its time leaves the rest to come again', async () => {
    const left = [60_000, 60_000, 60_000, 5_999, 60_000];
    const { run, heard, notes, said } = world({ timeLeft: () => left.shift() ?? 60_000 });
    expect(await run(eventOf(life('A', [0, 1, 2, 0])))).toEqual([sequenceOf(3)]);
    expect(heard).toHaveLength(3);
    expect(notes.get(names.caseKey('A'))).toMatchObject({ sequence: 3 });
    expect(said).toContain('EVENT_RETRIED out-of-time');
  });

  test('near the end of its time notes no more, and what is not noted comes again', async () => {
    let left = 20_000;
    const note = () => {
      left -= 5_000;
    };
    const { run, heard, notes, said, counts } = world({ note, timeLeft: () => left });
    const cases = Array.from({ length: 10 }, (_, i) => life(`A${i}`, [0]));
    const failed = await run(eventOf(cases.flat()));
    expect(heard).toHaveLength(10);
    expect(notes.size).toBe(3);
    expect(failed).toEqual([sequenceOf(3)]);
    expect(said).toContain('EVENT_RETRIED out-of-time');
    expect(counts()).toMatchObject({ sent: 10, retried: 7, failed: 0 });
  });

  test('as a whole, in an event that is none of a stream, is thrown and quotes nothing', async () => {
    const { run } = world();
    await expect(run([{ eventSource: 'aws:sqs', body: CANARY }])).rejects.toThrow(/^the event is not a batch/);
  });
});

describe('whatever fails and however batches are cut', () => {
  const lives = fc.array(fc.array(fc.nat(FACTS.length - 1), { minLength: 1, maxLength: 6 }), {
    minLength: 1,
    maxLength: 5,
  });
  const faults = fc.infiniteStream(fc.constantFrom('ok', 'ok', 'throttled', 'refused', 'lost', 'note'));

  test('every change is told, in its order when repetitions are left out, and the last is noted', async () => {
    const property = fc.asyncProperty(
      lives,
      faults,
      fc.infiniteStream(fc.integer({ min: 1, max: 8 })),
      async (cases, given, cuts) => {
        const writes = cases.map((steps, i) => life(`A${i}`, steps));
        const calm = world();
        await calm.run(eventOf(writes.flat()));
        let budget = 40;
        const fault = () => (budget-- > 0 ? given.next().value : 'ok');
        const answer = (events: readonly FlagEvent[]) =>
          events.flatMap((_, place): Refusal[] => {
            const kind = fault();
            return kind === 'throttled' || kind === 'refused' ? [{ place, fault: { kind, place: 'event bus' } }] : [];
          });
        const note = () => {
          if (fault() === 'note') throw new StoreError('unavailable', 'table');
        };
        const rough = world({ answer, note });
        // As a shard is read: from the first record that is not proved, in batches of any size.
        const shard = eventOf(roundRobin(writes));
        for (let from = 0, tries = 0; from < shard.length; tries++) {
          expect(tries).toBeLessThan(500);
          const batch = shard.slice(from, from + (cuts.next().value ?? 1));
          const [failed] = await rough.run(batch);
          const stopped = batch.findIndex(({ dynamodb }) => dynamodb.SequenceNumber === failed);
          from += stopped === -1 ? batch.length : stopped;
        }
        for (const i of cases.keys()) {
          const subject = names.caseKey(`A${i}`);
          const of = (events: readonly FlagEvent[]) =>
            events.filter((event) => event.subject === subject).map(({ id }) => id);
          expect([...new Set(of(rough.heard))]).toEqual(of(calm.heard));
          expect(rough.notes.get(subject)).toEqual(calm.notes.get(subject));
        }
        for (const event of rough.heard) flagEvents.parse(event);
        expect(JSON.stringify([rough.heard, rough.said])).not.toContain(CANARY);
      },
    );
    await fc.assert(property, { numRuns: 60, seed: 20210527 });
  });
});

/** Writes of several cases as they lie in one shard: mixed, each case in its own order. */
function roundRobin(lists: readonly (readonly Written[])[]): Written[] {
  const longest = Math.max(...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, i) => lists.flatMap((list) => list[i] ?? [])).flat();
}
