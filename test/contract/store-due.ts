/** What every store must do with cases that a day to come may change by itself, whatever it stands on. */
import { expect, test } from 'vitest';
import type { AssertedFacts } from '../../events/facts.ts';
import type { CaseStore } from '../../shared/store/store.ts';
import { headOf, names, OWN_MOTION_FACTS, update } from './store-samples.ts';

/** A case whose next birthday is its 18th. */
function minor(birthDate: string): AssertedFacts {
  return { ...OWN_MOTION_FACTS, lawfulStatus: null, birthDate, nationalSecurity: { terrorismOrEspionage: 'none' } };
}

const CHECK_IS_OLD_ON = '2022-05-02';

async function put(store: CaseStore, subject: string, facts: AssertedFacts): Promise<void> {
  await store.writeHead(names.caseKey(subject), headOf([update({ subject, facts })]), undefined);
}

async function due(store: CaseStore, until: string): Promise<string[]> {
  const keys: string[] = [];
  for await (const caseKey of store.listDue(until)) keys.push(caseKey);
  return keys.sort();
}

const keysOf = (...subjects: string[]) => subjects.map(names.caseKey).sort();

export function describeDue(makeStore: () => Promise<CaseStore>): void {
  test('a case is due from its day on, and others on theirs', async () => {
    const store = await makeStore();
    await put(store, 'soon', minor('2003-07-01'));
    await put(store, 'later', minor('2003-08-01'));
    expect((await store.readHead(names.caseKey('soon')))?.nextChangeOn).toBe('2021-07-01');
    expect(await due(store, '2021-06-30')).toEqual([]);
    expect(await due(store, '2021-07-01')).toEqual(keysOf('soon'));
    expect(await due(store, '2021-07-31')).toEqual(keysOf('soon'));
    expect(await due(store, '2021-08-01')).toEqual(keysOf('soon', 'later'));
  });

  test('looked at again, it is due on the next day of change; when nothing is to come, never', async () => {
    const store = await makeStore();
    const caseKey = names.caseKey('soon');
    await put(store, 'soon', minor('2003-07-01'));
    const minorHead = await store.readHead(caseKey);
    const adult = headOf([], { ...(minorHead && { previous: minorHead }), asOf: '2021-07-01' });
    expect(await store.writeHead(caseKey, adult, 1)).toBe('written');
    expect(await due(store, '2021-07-01')).toEqual([]);
    expect(await due(store, CHECK_IS_OLD_ON)).toEqual(keysOf('soon'));

    const aged = await store.readHead(caseKey);
    const settled = headOf([], { ...(aged && { previous: aged }), asOf: '2090-01-01' });
    expect(settled.nextChangeOn).toBeUndefined();
    expect(await store.writeHead(caseKey, settled, 2)).toBe('written');
    expect(await due(store, '9999-12-31')).toEqual([]);
    expect((await store.readHead(caseKey))?.nextChangeOn).toBeUndefined();
  });

  test('those due on one day are found whatever their number', async () => {
    const store = await makeStore();
    const subjects = Array.from({ length: 30 }, (_, i) => `case ${i}`);
    await Promise.all(subjects.map((subject) => put(store, subject, minor('2003-07-01'))));
    expect(await due(store, '2021-07-01')).toEqual(keysOf(...subjects));
  });
}
