import { expect, test } from 'vitest';
import {
  body,
  claimed,
  headOf,
  memberOf,
  names,
  OWN_MOTION_FACTS,
  update,
} from '../../../test/contract/store-samples.ts';
import { encodeRecord } from '../../docket/record-codec.ts';
import { packText } from '../packed-text.ts';
import { entryAttributes, entryName, headAttributes, parseEntry, parseHead } from './items.ts';

const SECRET_TEXT = 'A-SECRET';

function headItem(): Record<string, unknown> {
  return {
    ...headAttributes(
      names.caseKey(SECRET_TEXT),
      headOf([update({ subject: SECRET_TEXT, facts: OWN_MOTION_FACTS })]),
      3,
    ),
  };
}

function entryItem(): Record<string, unknown> {
  const entry = { memberId: memberOf(update()), body: body(), receivedAt: '2021-06-15T12:00:00.000Z' };
  return { sk: entryName(entry.memberId), ...entryAttributes(entry) };
}

test('a head comes back from its attributes, whoever else has written beside them', () => {
  const content = headOf([update({ subject: SECRET_TEXT, facts: OWN_MOTION_FACTS })]);
  const item = { ...headItem(), pk: 'CASE#x', sk: 'HEAD', review: claimed(), claimedBy: 'sub-anna' };
  const head = parseHead('x', item);
  expect(head).toMatchObject({
    caseKey: 'x',
    version: 3,
    caseId: SECRET_TEXT,
    policyHash: content.policyHash,
    review: claimed(),
  });
  expect(head.classification).toEqual(content.classification);
  expect(encodeRecord(head.record)).toBe(encodeRecord(content.record));
});

test.each([
  ['version', '3'],
  ['version', 0],
  ['version', undefined],
  ['caseId', 7],
  ['members', Buffer.alloc(15)],
  ['members', SECRET_TEXT],
  ['record', Buffer.from(SECRET_TEXT)],
  ['record', packText(SECRET_TEXT)],
  ['record', packText(JSON.stringify({ [SECRET_TEXT]: SECRET_TEXT }))],
  ['policyHash', SECRET_TEXT],
  ['classification', { lane: SECRET_TEXT }],
  ['flag', { state: SECRET_TEXT }],
  ['hearingOn', '2021-02-30'],
  ['detained', SECRET_TEXT],
  ['review', { claimedBy: SECRET_TEXT }],
])('a head whose %s is not what this program writes is named by that attribute alone', (name, value) => {
  expect(() => parseHead('x', { ...headItem(), [name]: value })).toThrow(new RegExp(`^corrupt-item: head\\.${name}$`));
});

test.each([
  ['body', Buffer.from(SECRET_TEXT)],
  ['sha256', Buffer.alloc(32)],
  ['receivedAt', undefined],
])('an entry whose %s is not what this program writes is named by that attribute alone', (name, value) => {
  expect(() => parseEntry({ ...entryItem(), [name]: value })).toThrow(new RegExp(`^corrupt-item: entry\\.${name}$`));
});

test('an entry comes back as it was received', () => {
  const entry = parseEntry(entryItem());
  expect(entry.body).toBe(body());
  expect(Buffer.from(entry.memberId)).toEqual(Buffer.from(memberOf(update())));
});
