import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasMember, hasOtherContent, MEMBER_BYTES, memberCount, noMembers, withMember } from './members.ts';

/** Ids over few values, so that the same ones and the same halves meet often. */
const id = fc
  .tuple(fc.nat(3), fc.nat(3))
  .map(([identity, content]) => Buffer.concat([Buffer.alloc(8, identity), Buffer.alloc(8, content)]));

test('the set holds each id once, in one order, whatever the order of arrival', () => {
  fc.assert(
    fc.property(fc.array(id, { maxLength: 12 }), (ids) => {
      const members = ids.reduce(withMember, noMembers);
      const expected = [...new Set(ids.map((one) => one.toString('hex')))].sort();
      expect(Buffer.from(members).toString('hex')).toBe(expected.join(''));
      expect(memberCount(members)).toBe(expected.length);
      expect(Buffer.from(ids.toReversed().reduce(withMember, noMembers))).toEqual(Buffer.from(members));
    }),
  );
});

test('it knows its members, and other content under the same source and id', () => {
  fc.assert(
    fc.property(fc.array(id, { maxLength: 6 }), id, (ids, asked) => {
      const members = ids.reduce(withMember, noMembers);
      expect(hasMember(members, asked)).toBe(ids.some((one) => one.equals(asked)));
      const isOther = (one: Buffer) => one.subarray(0, 8).equals(asked.subarray(0, 8)) && !one.equals(asked);
      expect(hasOtherContent(members, asked)).toBe(ids.some(isOther));
    }),
  );
});

test('adding a member leaves the set it was added to as it was', () => {
  const one = withMember(noMembers, Buffer.alloc(MEMBER_BYTES, 1));
  const before = Buffer.from(one);
  const two = withMember(one, Buffer.alloc(MEMBER_BYTES, 0));
  expect(Buffer.from(one)).toEqual(before);
  expect(memberCount(two)).toBe(2);
  expect(withMember(two, Buffer.alloc(MEMBER_BYTES, 1))).toBe(two);
});

test('an id of another length is refused', () => {
  expect(() => withMember(noMembers, Buffer.alloc(15))).toThrow(RangeError);
});
