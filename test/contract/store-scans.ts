/** What every store must do with work on the whole docket, whatever it stands on: each case is met once. */
import { expect, test } from 'vitest';
import type { CaseScan, CaseStore, Segment, SegmentPage } from '../../shared/store/store.ts';
import { body, headOf, memberOf, names, update } from './store-samples.ts';

const AT = '2021-06-15T12:00:00.000Z';
const SUBJECTS = Array.from({ length: 20 }, (_, i) => `case ${i}`);
const KEYS = SUBJECTS.map(names.caseKey).sort();

async function putEntries(store: CaseStore, subject: string, count: number): Promise<void> {
  for (let i = 0; i < count; i++) {
    const draft = { subject, id: `u${i}`, sequence: i };
    const entry = { memberId: memberOf(update(draft)), body: body(draft), receivedAt: AT };
    await store.putEntry(names.caseKey(subject), entry);
  }
}

/** Several items a case, so that pages end in the middle of one. */
async function fill(store: CaseStore): Promise<void> {
  const filled = SUBJECTS.map(async (subject) => {
    await putEntries(store, subject, 3);
    await store.writeHead(names.caseKey(subject), headOf([update({ subject })]), undefined);
  });
  await Promise.all(filled);
}

async function pagesOf<Page extends SegmentPage>(
  segment: Segment,
  readPage: (read: Segment & { after?: string; limit: number }) => Promise<Page>,
): Promise<Page[]> {
  const pages: Page[] = [];
  for (let after: string | undefined; ; after = pages.at(-1)?.next) {
    const page = await readPage({ ...segment, limit: 7, ...(after !== undefined && { after }) });
    pages.push(page);
    if (page.next === undefined) return pages;
  }
}

async function keysOf(store: CaseScan, segment: Segment): Promise<string[]> {
  const pages = await pagesOf(segment, (read) => store.scanCaseKeys(read));
  return pages.flatMap(({ caseKeys }) => caseKeys);
}

async function headsOf(store: CaseScan, segment: Segment): Promise<string[]> {
  const pages = await pagesOf(segment, (read) => store.scanHeads(read));
  return pages.flatMap(({ heads, unreadable }) => {
    expect(unreadable).toEqual([]);
    return heads.map(({ caseKey }) => caseKey);
  });
}

export function describeScans(makeStore: () => Promise<CaseStore>): void {
  for (const count of [1, 3]) {
    test(`${count} segments together hold every case and every head once`, async () => {
      const store = await makeStore();
      await fill(store);
      const segments = Array.from({ length: count }, (_, segment) => ({ segment, of: count }));
      const found = await Promise.all(segments.map((segment) => keysOf(store, segment)));
      expect(found.flat().sort()).toEqual(KEYS);
      const heads = await Promise.all(segments.map((segment) => headsOf(store, segment)));
      expect(heads.flat().sort()).toEqual(KEYS);
      // A case is in one segment, whatever of it is asked for.
      expect(heads.map((some) => some.toSorted())).toEqual(found.map((some) => some.toSorted()));
    });
  }

  test('a case without a head is found by what is left of it, and one that was only asked for is not', async () => {
    const store = await makeStore();
    await putEntries(store, 'headless', 2);
    await store.putAct(names.caseKey('acts alone'), {
      id: 'act-1',
      kind: 'access',
      by: 'sub-anna',
      name: 'Anna',
      at: AT,
      requestHash: 'a'.repeat(64),
      body: '{}',
    });
    await store.readHead(names.caseKey('nobody'));
    const whole = { segment: 0, of: 1 };
    expect((await keysOf(store, whole)).sort()).toEqual(['headless', 'acts alone'].map(names.caseKey).sort());
    expect(await headsOf(store, whole)).toEqual([]);
  });

  test('a head is scanned as it is read, people’s half with it', async () => {
    const store = await makeStore();
    const caseKey = names.caseKey('A-CASE-1');
    await store.writeHead(caseKey, headOf([update()]), undefined);
    const { heads } = await store.scanHeads({ segment: 0, of: 1 });
    expect(heads).toEqual([await store.readHead(caseKey)]);
  });

  test('a scan goes on where a page ended, though cases have come and gone', async () => {
    const store = await makeStore();
    await fill(store);
    const first = await store.scanCaseKeys({ segment: 0, of: 1, limit: 12 });
    expect(first.next).toBeDefined();
    await putEntries(store, 'come since', 1);
    const rest: string[] = [];
    for (let after = first.next; after !== undefined; ) {
      const page = await store.scanCaseKeys({ segment: 0, of: 1, after, limit: 12 });
      rest.push(...page.caseKeys);
      after = page.next;
    }
    const met = [...first.caseKeys, ...rest].filter((key) => key !== names.caseKey('come since'));
    expect(met.sort()).toEqual(KEYS);
  });
}
