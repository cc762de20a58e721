import { expect, test } from 'vitest';
import { ANNA, claimed, rested } from '../../../test/contract/store-samples.ts';
import type { Act } from '../../review/act.ts';
import { actAttributes, actName, parseAct, reviewAttributes } from './act-items.ts';
import { parseLive, parseQueued } from './queued-items.ts';

const SECRET_TEXT = 'A-SECRET';
const act: Act = {
  id: 'an-act',
  kind: 'decision',
  ...ANNA,
  at: '2021-06-15T12:00:00.000Z',
  requestHash: 'a'.repeat(64),
  body: JSON.stringify({ reason: SECRET_TEXT }),
};

test('an act comes back from its attributes, and its reason does not lie in them as text', () => {
  const item = { pk: 'CASE#x', sk: actName(act.id), ...actAttributes(act) };
  expect(parseAct(item)).toEqual(act);
  expect(JSON.stringify({ ...item, body: undefined })).not.toContain(SECRET_TEXT);
});

test.each([
  ['sk', 'UPDATE#x'],
  ['kind', SECRET_TEXT],
  ['by', ''],
  ['at', undefined],
  ['requestHash', 7],
  ['body', SECRET_TEXT],
  ['body', Buffer.from(SECRET_TEXT)],
])('an act whose %s is not what this program writes is named by that attribute alone', (name, value) => {
  const item = { sk: actName(act.id), ...actAttributes(act), [name]: value };
  expect(() => parseAct(item)).toThrow(new RegExp(`^corrupt-item: act\\.${name}$`));
});

test.each([
  { given: 'a claim', review: claimed(), claimedBy: ANNA.by, claimExpiresAt: '2021-06-15T14:00:00.000Z' },
  { given: 'a hold without a claim', review: rested(), claimedBy: undefined, claimExpiresAt: undefined },
])('of $given, the claims index is told what it is sorted by', ({ review, claimedBy, claimExpiresAt }) => {
  expect(reviewAttributes({ review, queue: { partition: 'p', order: 'o' } }, 7)).toEqual({
    version: 7,
    review,
    claimedBy,
    claimExpiresAt,
    queue: 'p',
    queueOrder: 'o',
  });
  expect(reviewAttributes({ review, queue: undefined }, 7)).toMatchObject({ queue: undefined, queueOrder: undefined });
});

const flag = { state: 'raised', lane: 'triage', raisedAt: act.at, changedAt: act.at, revision: 1 };
const queued = { pk: 'CASE#x', queue: 'NYC#triage#0', queueOrder: 'o', flag };

test.each([
  ['queue', SECRET_TEXT],
  ['queue', 'unflagged#NYC#0'],
  ['queueOrder', undefined],
  ['flag', undefined],
  ['review', { decisions: SECRET_TEXT }],
  ['hearingOn', '2021-02-30'],
])('a queued flag whose %s is not what this program writes is named by that attribute alone', (name, value) => {
  expect(() => parseQueued({ ...queued, [name]: value })).toThrow(new RegExp(`^corrupt-item: queued flag\\.${name}$`));
});

test('among projected items, those without a live flag are passed over, and what is corrupt is not', () => {
  const live = parseQueued(queued);
  const others = [
    { pk: 'CASE#y', queue: 'unflagged#NYC#0', queueOrder: 'y' },
    { pk: 'CASE#z', claimedBy: 'someone', claimExpiresAt: 'some time', flag: { ...flag, state: 'withdrawn' } },
    { ...queued, pk: 'CASE#p', queue: 'past#NYC#triage#0', flag: { ...flag, state: 'withdrawn' } },
  ];
  expect(parseLive([...others, queued])).toEqual([live]);
  expect(() => parseLive([queued, { ...queued, queue: SECRET_TEXT }])).toThrow(/^corrupt-item: queued flag\.queue$/);
  expect(parseLive()).toEqual([]);
});
