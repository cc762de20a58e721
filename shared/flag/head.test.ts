/** What the machine's half of a head becomes when people have the flag in hand, and where a head stands for them. */
import { describe, expect, test } from 'vitest';
import type { AssertedFacts } from '../../events/facts.ts';
import {
  ANNA,
  BORIS,
  claimed,
  decided,
  drawnWith,
  headOf,
  names,
  OWN_MOTION_FACTS,
  readHeadOf,
  rested,
  reviewContent,
  update,
} from '../../test/contract/store-samples.ts';
import type { Review } from '../review/review.ts';
import type { CaseHead } from '../store/store.ts';
import { queueOfPartition } from './queue-place.ts';

/** A supervisor's case until the 18th birthday, and after it none: a priority, and minority as the only ground. */
const MINOR: AssertedFacts = {
  office: 'NYC',
  stage: 'pending',
  proceeding: 'removal',
  detained: false,
  backgroundCheckedOn: '2021-05-01',
  firstPresence: '2010',
  birthDate: '2003-06-20',
  otherPriorityApproval: { by: 'field-office-director', on: '2021-06-01' },
};
const ADULT_ON = '2021-07-01';
const OPPOSED: AssertedFacts = { respondentPosition: 'opposes' };

function flagged(facts: AssertedFacts = OWN_MOTION_FACTS): CaseHead {
  return readHeadOf(headOf([update({ facts })], { at: '2021-06-01T00:00:00.000Z' }));
}

/** The head as it is once people have written their half. */
function inHand(head: CaseHead, review: Review): CaseHead {
  return { ...head, ...reviewContent(head, review) };
}

function then(previous: CaseHead, facts: AssertedFacts, more: { at?: string; asOf?: string } = {}) {
  const drawn = drawnWith([update({ id: 'u2', sequence: 2, facts })], { previous, ...more });
  const { queue } = drawn.content;
  const stands = queue && (queueOfPartition(queue.partition)?.part ?? 'unflagged');
  return { change: drawn.change, state: drawn.content.flag?.state, fellAway: drawn.content.flag?.fellAway, stands };
}

const gone = { change: 'withdrawn', state: 'withdrawn', fellAway: undefined, stands: 'unflagged' };
const kept = { change: 'kept', state: 'raised', fellAway: true, stands: 'work' };

describe('a lane that falls away', () => {
  test.each([
    { given: 'nobody has it', review: { decisions: [] }, at: '2021-06-15T12:00:00.000Z', expected: gone },
    { given: 'the lease runs', review: claimed(), at: '2021-06-15T13:59:59.999Z', expected: kept },
    { given: 'the lease is over', review: claimed(), at: '2021-06-15T14:00:00.000Z', expected: gone },
    { given: 'it rests', review: rested('2021-07-01'), at: '2021-06-30T23:59:59.999Z', expected: kept },
    { given: 'its rest is over', review: rested('2021-07-01'), at: '2021-07-01T00:00:00.000Z', expected: gone },
    {
      given: 'it rests and the lease is over',
      review: { ...rested('2021-07-01'), ...claimed() },
      at: '2021-06-20T00:00:00.000Z',
      expected: kept,
    },
  ])('$given: $expected.change', ({ review, at, expected }) => {
    expect(then(inHand(flagged(), review), OPPOSED, { at })).toEqual(expected);
  });

  test('a flag that was kept is withdrawn by the next update after the lease', () => {
    const head = inHand(flagged(), claimed());
    const { content } = drawnWith([update({ id: 'u2', sequence: 2, facts: OPPOSED })], { previous: head });
    const previous = { ...content, caseKey: head.caseKey, version: 2, review: claimed() };
    const during = drawnWith([update({ id: 'u3', sequence: 3, facts: { represented: true } })], { previous });
    expect(during.change).toBe('unchanged');
    expect(during.content.flag).toBe(content.flag);
    const after = drawnWith([update({ id: 'u3', sequence: 3, facts: { represented: true } })], {
      previous,
      at: '2021-06-15T15:00:00.000Z',
    });
    expect(after).toMatchObject({ change: 'withdrawn', content: { flag: { state: 'withdrawn' } } });
    expect(after.content.flag?.fellAway).toBeUndefined();
  });

  test('a decision is not taken away because the instrument answers otherwise on another day', () => {
    const head = flagged(MINOR);
    expect(head.flag?.lane).toBe('supervisor');
    const after = then(inHand(head, decided(head)), {}, { asOf: ADULT_ON });
    expect(after).toEqual({ change: 'kept', state: 'raised', fellAway: true, stands: 'decided' });
    expect(then(head, {}, { asOf: ADULT_ON })).toMatchObject({ change: 'withdrawn' });
  });
});

describe('a decided flag', () => {
  const head = flagged();
  const decidedHead = inHand(head, decided(head));
  const stays = { change: 'unchanged', state: 'raised', fellAway: undefined, stands: 'decided' };
  const comesBack = { change: 'reopened', state: 'raised', fellAway: undefined, stands: 'work' };

  test.each([
    { given: 'the case goes to another office', facts: { office: 'LOS' }, expected: stays },
    { given: 'a hearing is set', facts: { hearing: { on: '2021-09-01', kind: 'master' } }, expected: stays },
    { given: 'a fact comes in again as it was', facts: { stage: 'pending' }, expected: stays },
    { given: 'counsel appears', facts: { represented: true }, expected: comesBack },
    { given: 'custody changes', facts: { detained: true }, expected: comesBack },
    { given: 'a fact is retracted', facts: { respondentPosition: null }, expected: comesBack },
    { given: 'the lane changes too', facts: { aggravating: { fraud: true } }, expected: comesBack },
    { given: 'the lane falls away too', facts: OPPOSED, expected: { ...gone, stands: 'past' } },
    { given: 'the proceeding ends', facts: { stage: 'ended' }, expected: { ...gone, stands: 'past' } },
  ] satisfies { given: string; facts: AssertedFacts; expected: object }[])(
    '$given: $expected.change, and it stands among $expected.stands',
    ({ facts, expected }) => expect(then(decidedHead, facts)).toEqual(expected),
  );

  test.each([
    { given: 'a hearing is set', facts: { hearing: { on: '2021-09-01', kind: 'master' } } },
    { given: 'the case goes to another office', facts: { office: 'LOS' } },
  ] satisfies { given: string; facts: AssertedFacts }[])(
    'also with facts from a prohibited source in the file, it stays decided when $given',
    ({ facts }) => {
      const prohibited = update({ id: 'u0', provenance: 'prohibited', facts: { cooperation: { assisting: true } } });
      const restricted = readHeadOf(headOf([update({ facts: OWN_MOTION_FACTS }), prohibited]));
      expect(then(inHand(restricted, decided(restricted)), facts)).toEqual(stays);
    },
  );

  test('also what only a prohibited source asserts can bring it back', () => {
    const [one, other] = [1, 2].map((sequence) =>
      update({
        id: `p${sequence}`,
        sequence,
        provenance: 'prohibited',
        facts: { cooperation: { assisting: sequence === 1 } },
      }),
    );
    if (one === undefined || other === undefined) throw new Error('no updates');
    const restricted = readHeadOf(headOf([update({ facts: OWN_MOTION_FACTS }), one]));
    const { change } = drawnWith([other], { previous: inHand(restricted, decided(restricted)) });
    expect(change).toBe('reopened');
  });

  test('reopened, it is decided again once the facts are again those of the decision', () => {
    const reopened = drawnWith([update({ id: 'u2', sequence: 2, facts: { represented: true } })], {
      previous: decidedHead,
    });
    const previous = { ...decidedHead, ...reopened.content };
    const { content, change } = drawnWith([update({ id: 'u3', sequence: 3, facts: { represented: null } })], {
      previous,
    });
    expect(change).toBe('unchanged');
    expect(queueOfPartition(content.queue?.partition ?? '')?.part).toBe('decided');
  });

  test('reopened and claimed, it is kept when its lane falls away', () => {
    const review = { ...claimed(BORIS), decisions: decided(head).decisions };
    expect(then(inHand(decidedHead, review), OPPOSED)).toEqual(kept);
  });
});

describe('the place of a head', () => {
  const restricted = { protected1367: true };
  const ended = { stage: 'ended' } as const;
  const none: AssertedFacts = { ...OWN_MOTION_FACTS, ...OPPOSED };
  const nobody = () => ({ decisions: [] });
  const rows: {
    given: string;
    facts: AssertedFacts;
    later?: AssertedFacts;
    review: (head: CaseHead) => Review;
    partition: RegExp | undefined;
    order?: string;
  }[] = [
    {
      given: 'an open flag',
      facts: OWN_MOTION_FACTS,
      review: nobody,
      partition: /^NYC#own-motion#\d$/,
      order: '1#9999-12-31#2021-06-01T00:00:00.000Z#KEY',
    },
    { given: 'a claimed flag', facts: OWN_MOTION_FACTS, review: () => claimed(), partition: /^NYC#own-motion#\d$/ },
    { given: 'a flag that rests', facts: OWN_MOTION_FACTS, review: () => rested(), partition: /^NYC#own-motion#\d$/ },
    {
      given: 'a decided flag',
      facts: OWN_MOTION_FACTS,
      review: (head) => decided(head, '2021-06-15T13:45:00.000Z', ANNA),
      partition: /^decided#NYC#own-motion#\d$/,
      order: '2021-06-15T13:45:00.000Z#KEY',
    },
    {
      given: 'a decided flag of a restricted case',
      facts: { ...OWN_MOTION_FACTS, ...restricted },
      review: decided,
      partition: /^decided#restricted#NYC#own-motion#\d$/,
    },
    {
      given: 'a case without a flag',
      facts: none,
      review: nobody,
      partition: /^unflagged#NYC#\d$/,
      order: 'KEY',
    },
    {
      given: 'a restricted case without a flag or office',
      facts: { ...none, ...restricted, office: null },
      review: nobody,
      partition: /^unflagged#restricted#UNASSIGNED#\d$/,
    },
    {
      given: 'a proceeding that ended without a flag',
      facts: { ...none, ...ended },
      review: nobody,
      partition: undefined,
    },
    {
      given: 'a flag that was withdrawn, never decided',
      facts: OWN_MOTION_FACTS,
      later: OPPOSED,
      review: nobody,
      partition: /^unflagged#NYC#\d$/,
    },
    {
      given: 'a proceeding that ended with a flag nobody decided',
      facts: OWN_MOTION_FACTS,
      later: ended,
      review: nobody,
      partition: undefined,
    },
    {
      given: 'a restricted proceeding that ended after a decision',
      facts: { ...OWN_MOTION_FACTS, ...restricted },
      later: ended,
      review: decided,
      partition: /^past#restricted#NYC#own-motion#\d$/,
      order: '2021-06-15T13:45:00.000Z#KEY',
    },
  ];
  test.each(rows)('$given: $partition', ({ facts, later, review, partition, order }) => {
    const head = flagged(facts);
    const written = inHand(head, review(head));
    const queue =
      later === undefined
        ? written.queue
        : drawnWith([update({ id: 'u2', sequence: 2, facts: later })], { previous: written }).content.queue;
    if (partition === undefined) expect(queue).toBeUndefined();
    else expect(queue?.partition).toMatch(partition);
    if (order !== undefined) expect(queue?.order).toBe(order.replace('KEY', names.caseKey('A-CASE-1')));
  });

  test('whichever half is written last, the place is the same', () => {
    for (const { facts, review } of rows) {
      const head = flagged(facts);
      const written = inHand(head, review(head));
      const { content } = drawnWith([], { previous: written });
      expect(content.queue).toEqual(written.queue);
    }
  });
});
