/**
 * The set of updates that a head contains: sorted 16-byte member ids, end to end. It proves which updates are in, and
 * the same set is the same bytes.
 */
export const MEMBER_BYTES = 16;
const IDENTITY_BYTES = 8;

export type Members = Uint8Array;

export const noMembers: Members = new Uint8Array(0);

export function memberCount(members: Members): number {
  return members.length / MEMBER_BYTES;
}

function memberAt(members: Members, index: number): Uint8Array {
  return members.subarray(index * MEMBER_BYTES, (index + 1) * MEMBER_BYTES);
}

/** Place of the first member that is not below `id`. */
function placeOf(members: Members, id: Uint8Array): number {
  let low = 0;
  let high = memberCount(members);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (Buffer.compare(memberAt(members, middle), id) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function hasMember(members: Members, id: Uint8Array): boolean {
  return Buffer.compare(memberAt(members, placeOf(members, id)), id) === 0;
}

/** Whether another content under the same source and id is in. */
export function hasOtherContent(members: Members, id: Uint8Array): boolean {
  const identity = id.subarray(0, IDENTITY_BYTES);
  const lowest = new Uint8Array(MEMBER_BYTES);
  lowest.set(identity);
  for (let place = placeOf(members, lowest); place < memberCount(members); place++) {
    const member = memberAt(members, place);
    if (Buffer.compare(member.subarray(0, IDENTITY_BYTES), identity) !== 0) return false;
    if (Buffer.compare(member, id) !== 0) return true;
  }
  return false;
}

/** The set with one more member; the same set when it is in already. */
export function withMember(members: Members, id: Uint8Array): Members {
  if (id.length !== MEMBER_BYTES) throw new RangeError(`a member id has ${MEMBER_BYTES} bytes`);
  if (hasMember(members, id)) return members;
  const cut = placeOf(members, id) * MEMBER_BYTES;
  const grown = new Uint8Array(members.length + MEMBER_BYTES);
  grown.set(members.subarray(0, cut));
  grown.set(id, cut);
  grown.set(members.subarray(cut), cut + MEMBER_BYTES);
  return grown;
}
