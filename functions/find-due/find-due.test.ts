/** What has come due is sent in full, or as far as time allows, and what the queue refuses is not taken for sent. */
import { expect, test } from 'vitest';
import { parseRequest } from '../../shared/reclassify/request.ts';
import { names } from '../../test/contract/store-samples.ts';
import { type FindDueDeps, findDue } from './find-due.ts';

const KEYS = Array.from({ length: 612 }, (_, i) => names.caseKey(`case ${i}`));

interface Given {
  timeLeft?: readonly number[];
  refuse?: (request: number) => readonly number[];
}

async function run({ timeLeft = [900_000], refuse = () => [] }: Given = {}) {
  const taken: string[] = [];
  const sizes: number[] = [];
  const said: string[] = [];
  let requests = 0;
  const deps: FindDueDeps = {
    cases: {
      async *listDue(until) {
        expect(until).toBe('2021-06-20');
        yield* KEYS;
      },
    },
    async sendBatch(bodies) {
      requests += 1;
      expect(bodies.length).toBeLessThanOrEqual(10);
      const refused = new Set(refuse(requests));
      for (const [place, body] of bodies.entries()) {
        if (refused.has(place)) continue;
        const request = parseRequest(body);
        expect(request?.policyHash).toBeUndefined();
        taken.push(...(request?.caseKeys ?? []));
        sizes.push(request?.caseKeys.length ?? 0);
      }
      return [...refused].map((place) => ({ place }));
    },
    report: {
      log: (code) => void said.push(code),
      countDue: (sent, isAll) => void said.push(`${sent} ${isAll ? 'all' : 'some'}`),
    },
    asOf: () => '2021-06-20',
    sleep: async () => {},
  };
  const times = [...timeLeft];
  const done = findDue(deps, () => (times.length > 1 ? times.shift() : times[0]) ?? 0);
  return { done, taken, sizes, said, requestCount: () => requests };
}

test('every case is sent, 25 a message and 10 messages a request', async () => {
  const { done, taken, sizes, said, requestCount } = await run();
  await done;
  expect(taken).toEqual(KEYS);
  expect(Math.max(...sizes)).toBe(25);
  expect(requestCount()).toBe(3);
  expect(said).toEqual(['DUE_SENT', '612 all']);
});

test('what the queue did not take is sent again', async () => {
  const { done, taken } = await run({ refuse: (request) => (request === 1 ? [0, 3] : request === 2 ? [1] : []) });
  await done;
  expect(taken.toSorted()).toEqual(KEYS.toSorted());
});

test('a queue that goes on refusing ends the run, and nothing is reported as sent', async () => {
  const { done, said } = await run({ refuse: () => [0] });
  await expect(done).rejects.toThrow('the queue did not take every message');
  expect(said).toEqual([]);
});

test('near the end of its time it stops, and says that some are left', async () => {
  const { done, taken, said } = await run({ timeLeft: [900_000, 10_000] });
  await done;
  expect(taken).toEqual(KEYS.slice(0, 500));
  expect(said).toEqual(['DUE_LEFT_OVER', '500 some']);
});
