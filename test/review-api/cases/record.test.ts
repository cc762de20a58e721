/** Findings and readings: what a case offers, what they become, and that they come in once whatever breaks off. */
import { describe, expect, test } from 'vitest';
import type { AssertedFacts } from '../../../events/facts.ts';
import type { CaseView } from '../../../shared/review/api/answers.ts';
import { StoreError } from '../../../shared/store/errors.ts';
import { memberOf, update } from '../../contract/store-samples.ts';
import { reviewWorld } from '../world.ts';
import { aldo, anna, boris, casesOf, newKey, REASON, sofia } from './acting.ts';

/** A conviction that nobody has called an aggravated felony or not. */
const CONVICTED: AssertedFacts = {
  convictions: { c1: { offense: 'burglary', disposition: 'final', sentenceMonths: 14 } },
};
const PATH = 'convictions.c1.aggravatedFelony';

async function caseWith(facts: AssertedFacts = CONVICTED) {
  const world = reviewWorld();
  const key = await world.addCase({ subject: 'A-1', facts });
  const of = casesOf(world);
  const { view } = await of.claim(anna, key);
  return { world, key, of, view };
}

const findableAt = (view: CaseView, path: string) => view.findable.find((each) => each.path === path);
const namesOf = (view: CaseView) => view.findable.map(({ path, isNeeded }) => (isNeeded ? `${path} needed` : path));

describe('a finding', () => {
  test('becomes an update of the case, above all others, and moves it when it has come round', async () => {
    const { world, key, of, view } = await caseWith();
    expect(view.explanation.classification.needs).toContain(PATH);
    expect(findableAt(view, PATH)).toMatchObject({
      isNeeded: true,
      input: 'choice',
      options: [{ value: true }, { value: false }],
    });
    world.setTime('2021-06-15T12:05:00.000Z');
    const found = await of.find(anna, key, view, PATH, false);
    expect(found.status).toBe(200);
    expect(world.sent).toMatchObject([
      {
        source: 'urn:own-motion:review',
        subject: 'A-1',
        data: {
          sequence: 2,
          entry: { code: 'finding', on: '2021-06-15' },
          provenance: 'record',
          facts: {
            convictions: {
              c1: { offense: 'burglary', disposition: 'final', sentenceMonths: 14, aggravatedFelony: false },
            },
          },
        },
      },
    ]);
    expect(JSON.stringify(world.sent)).not.toContain(REASON);
    const waiting = await of.show(anna, key);
    expect(waiting.timeline[0]).toMatchObject({ kind: 'act', act: 'finding', name: anna.name, reason: REASON });
    expect(waiting.seen).toEqual(view.seen);
    await world.deliverSent();
    const moved = await of.show(anna, key);
    expect(moved.timeline.map(({ kind }) => kind)).toEqual(['update', 'update']);
    expect(moved.timeline[0]).toMatchObject({ person: { name: anna.name, reason: REASON }, sinceClaim: true });
    expect(moved.explanation.classification.needs).not.toContain(PATH);
    expect(moved.changedSinceClaim).toMatchObject([{ path: 'convictions.c1' }]);
  });

  test('sent again is the same update to the letter; another under its key is refused', async () => {
    const { world, key, of, view } = await caseWith();
    const idempotencyKey = newKey();
    const first = await of.find(anna, key, view, PATH, true, { idempotencyKey });
    const again = await of.find(anna, key, view, PATH, true, { idempotencyKey });
    expect(again).toEqual(first);
    const [one, other] = world.sent.map((each) => JSON.stringify(each));
    expect(other).toBe(one);
    await world.deliverSent();
    expect((await of.show(anna, key)).seen.updates).toBe(2);
    const otherwise = await of.find(anna, key, view, PATH, false, { idempotencyKey });
    expect(otherwise.problem.code).toBe('key-used-otherwise');
  });

  test('kept, but not sent: the same again sends it, even once the lease is over', async () => {
    const { world, key, of, view } = await caseWith();
    const { sendUpdate } = world.deps;
    Object.assign(world.deps, {
      sendUpdate: async () => {
        throw new StoreError('unavailable', 'tests');
      },
    });
    const idempotencyKey = newKey();
    expect((await of.find(anna, key, view, PATH, true, { idempotencyKey })).status).toBe(503);
    world.setTime('2021-06-15T13:00:00.000Z');
    Object.assign(world.deps, { sendUpdate });
    expect((await of.find(anna, key, view, PATH, true, { idempotencyKey })).status).toBe(200);
    expect(world.sent).toHaveLength(1);
    expect(world.sent[0]?.time).toBe('2021-06-15T12:00:00.000Z');
  });

  test('kept, and lost on the way: whoever opens the case some minutes later sends it again', async () => {
    const { world, key, of, view } = await caseWith();
    await of.find(anna, key, view, PATH, true);
    const [lost] = world.sent.splice(0);
    world.setTime('2021-06-15T12:04:00.000Z');
    await of.show(boris, key);
    expect(world.sent).toEqual([]);
    world.setTime('2021-06-15T12:06:00.000Z');
    await of.show(boris, key);
    expect(world.sent.map((each) => JSON.stringify(each))).toEqual([JSON.stringify(lost)]);
    await world.deliverSent();
    await of.show(boris, key);
    expect(world.sent).toEqual([]);
  });

  test('a queue that is down keeps nobody from reading', async () => {
    const { world, key, of, view } = await caseWith();
    await of.find(anna, key, view, PATH, true);
    world.setTime('2021-06-15T12:06:00.000Z');
    Object.assign(world.deps, {
      sendUpdate: async () => {
        throw new StoreError('unavailable', 'tests');
      },
    });
    expect((await of.show(boris, key)).key).toBe(key);
  });

  test('made while another is on its way comes after it', async () => {
    const { world, key, of, view } = await caseWith();
    await of.find(anna, key, view, PATH, true);
    await of.find(anna, key, view, PATH, false);
    expect(world.sent.map(({ data }) => data.sequence)).toEqual([2, 3]);
    world.sent.reverse();
    await world.deliverSent();
    const { explanation } = await of.show(anna, key);
    expect(explanation.facts.find(({ path }) => path === 'convictions.c1')?.value).toMatchObject({
      aggravatedFelony: false,
    });
  });

  test('comes after an update that is stored and not folded in yet, and which nobody is shown', async () => {
    const { world, key, of, view } = await caseWith();
    const late = update({ subject: 'A-1', id: 'A-1-7', sequence: 7, facts: { detained: true } });
    const entry = { memberId: memberOf(late), body: JSON.stringify(late), receivedAt: '2021-06-15T12:00:01.000Z' };
    await world.cases.putEntry(key, entry);
    const shown = await of.show(anna, key);
    expect(shown.seen).toEqual(view.seen);
    expect(shown.timeline).toEqual(view.timeline);
    await of.find(anna, key, shown, PATH, true);
    expect(world.sent[0]?.data.sequence).toBe(8);
  });

  test('can be taken off the record again, by a new one', async () => {
    const { world, key, of, view } = await caseWith();
    await of.find(anna, key, view, 'removable', false);
    await world.deliverSent();
    const after = await of.show(anna, key);
    expect(findableAt(after, 'removable')?.options.map(({ value }) => value)).toEqual([true, false, null]);
    await of.find(anna, key, after, 'removable', null);
    await world.deliverSent();
    const { explanation } = await of.show(anna, key);
    expect(explanation.facts.some(({ path }) => path === 'removable')).toBe(false);
  });

  test('on what has moved is refused', async () => {
    const { world, key, of, view } = await caseWith();
    await world.addUpdate({ subject: 'A-1', id: 'A-1-2', sequence: 2, facts: { detained: true } });
    const { problem } = await of.find(anna, key, view, PATH, true);
    expect(problem).toMatchObject({ code: 'case-moved', changes: [{ path: 'detained' }] });
    expect(world.sent).toEqual([]);
  });

  test('needs a claim, or a supervisor, who needs no flag either', async () => {
    const { key, of, view, world } = await caseWith();
    expect((await of.find(boris, key, view, PATH, true)).problem.code).toBe('held-by-another');
    expect((await of.find(aldo, key, view, PATH, true)).problem.code).toBe('not-allowed');
    expect((await of.find(sofia, key, await of.show(sofia, key), PATH, true)).status).toBe(200);
    const unflagged = await world.addCase({ subject: 'A-2', facts: { respondentPosition: 'opposes' } });
    const shown = await of.show(sofia, unflagged);
    expect(shown.lane).toBe(undefined);
    expect((await of.find(anna, unflagged, shown, 'removable', false)).problem.code).toBe('not-flagged');
    expect((await of.find(sofia, unflagged, shown, 'removable', false)).status).toBe(200);
  });

  test.each([
    ['a path that the case does not offer', 'office', 'LOS', ['path']],
    ['an entry that is not there', 'convictions.c2.aggravatedFelony', true, ['path']],
    ['a path that is none', '__proto__.polluted', true, ['path']],
    ['clearance by a reviewer', 'protected1367', false, ['path']],
    ['a value of another kind', PATH, 'yes', ['value']],
    ['no value', PATH, undefined, ['value']],
    ['null for what no finding says', PATH, null, ['value']],
    ['a finding dated after the day that is shown', 'threatFinding', { poses: false, on: '2021-06-16' }, ['value']],
    ['a finding with more in it', 'threatFinding', { poses: false, on: '2021-06-15', by: 'me' }, ['value']],
  ])('%s is a bad request', async (_, path, value, paths) => {
    const { world, key, of, view } = await caseWith();
    const { status, problem } = await of.find(anna, key, view, path, value);
    expect([status, problem.code, problem.paths]).toEqual([400, 'bad-request', paths]);
    expect(world.sent).toEqual([]);
    expect((await of.show(anna, key)).timeline).toHaveLength(1);
  });

  test('that is dated may be dated earlier', async () => {
    const { world, key, of, view } = await caseWith();
    expect((await of.find(anna, key, view, 'threatFinding', { poses: false, on: '2021-06-01' })).status).toBe(200);
    expect(world.sent[0]?.data.facts).toEqual({ threatFinding: { poses: false, on: '2021-06-01' } });
  });
});

describe('what a case offers', () => {
  const usual = [
    'citizenshipEvidence',
    'removable',
    'otherPriorityApproval',
    'aggravating.persecution',
    'aggravating.fraud',
    'aggravating.immigrationViolations',
    'aggravating.seriousCriminalHistory',
  ];
  test.each<[string, AssertedFacts, string[]]>([
    ['nothing special', {}, usual],
    [
      'a conviction, whose findings decide: those first',
      CONVICTED,
      [`${PATH} needed`, 'threatFinding needed', 'convictions.c1.gangElement', ...usual],
    ],
    [
      'relief under way, a petition, an age',
      {
        birthDate: '1980',
        relief: {
          r1: { kind: 'tps', status: 'announced' },
          r2: { kind: 'i-130', status: 'approved', visaAvailable: true },
          r3: { kind: 'sij', status: 'denied' },
        },
      },
      ['relief.r1.primaFacie', 'relief.r2.visaAvailable', 'humanitarian.elderly', ...usual],
    ],
  ])('%s', async (_, facts, expected) => {
    const { view } = await caseWith(facts);
    expect(namesOf(view).sort()).toEqual([...expected].sort());
    const lastNeeded = view.findable.findLastIndex(({ isNeeded }) => isNeeded);
    expect(view.findable.slice(0, lastNeeded + 1).every(({ isNeeded }) => isNeeded)).toBe(true);
  });

  test('a date is typed in', async () => {
    const { world, key, of, view } = await caseWith({
      backgroundCheckedOn: '2019-01-01',
      lawfulStatus: { kind: 'lpr' },
    });
    expect(findableAt(view, 'lawfulStatus.since')).toMatchObject({
      input: 'partial-date',
      options: [],
      isNeeded: true,
    });
    expect((await of.find(anna, key, view, 'lawfulStatus.since', '2021-02-30')).problem.paths).toEqual(['value']);
    expect((await of.find(anna, key, view, 'lawfulStatus.since', '2004-05')).status).toBe(200);
    expect(world.sent[0]?.data.facts).toEqual({ lawfulStatus: { kind: 'lpr', since: '2004-05' } });
  });

  test('nothing that only a prohibited source says is repeated as a finding', async () => {
    const world = reviewWorld();
    const key = await world.addCase({ subject: 'A-1' });
    const prohibited = { relief: { r1: { kind: 'tps', status: 'announced' } } } as const;
    await world.addUpdate({ subject: 'A-1', id: 'A-1-2', sequence: 2, provenance: 'prohibited', facts: prohibited });
    const of = casesOf(world);
    const simon = { ...sofia, protectedAccess: true };
    const { view } = await of.access(simon, key);
    expect(view.findable.map(({ path }) => path).filter((path) => path.startsWith('relief'))).toEqual([]);
  });
});

describe('an answer to an open question', () => {
  const RE_ENTRY: AssertedFacts = { lastEntry: { on: '2021-01-05', manner: 'without-inspection' } };

  test('is one of those the instrument lists, and goes the same way as a finding', async () => {
    const { world, key, of, view } = await caseWith(RE_ENTRY);
    expect(view.readable.map(({ question }) => question)).toEqual(['border-re-entry']);
    expect(view.readable[0]?.options.map(({ answer }) => answer)).toEqual(['any-earlier-presence', 'present-stay']);
    expect(view.findable.some(({ path }) => path.startsWith('readings'))).toBe(false);
    expect((await of.read(anna, key, view, 'border-re-entry', 'perhaps')).problem.paths).toEqual(['answer']);
    expect((await of.read(anna, key, view, 'gang-age', 'present-age')).problem.paths).toEqual(['question']);
    expect((await of.read(anna, key, view, 'border-re-entry', 'any-earlier-presence')).status).toBe(200);
    expect(world.sent[0]?.data).toMatchObject({
      entry: { code: 'reading' },
      facts: { readings: { 'border-re-entry': 'any-earlier-presence' } },
    });
    await world.deliverSent();
    const after = await of.show(anna, key);
    expect(after.timeline[0]).toMatchObject({ kind: 'update', person: { name: anna.name, reason: REASON } });
    expect(after.readable.map(({ question }) => question)).toEqual(['border-re-entry']);
    expect(after.explanation.facts.find(({ path }) => path === 'readings.border-re-entry')?.value).toBe(
      'any-earlier-presence',
    );
    expect(after.explanation.classification.needs).not.toContain('readings.border-re-entry');
  });
});
