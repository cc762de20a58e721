/**
 * The record of a case as text: canonical, so that the same set of updates is the same bytes. Stamps are listed once
 * and named by their place in the list, since one update asserts many facts.
 */
import * as z from 'zod';
import { canonicalText, canonicalWith } from './content-hash.ts';
import type { Assertions, CaseRecord, Stamp } from './record.ts';
import { compareCodePoints, compareStamps } from './stamp.ts';

const FORMAT = 1;

const place = z.int().min(0);
const assertions = z.array(z.tuple([z.string(), place, z.json()]));
const storedRecord = z.strictObject({
  format: z.literal(FORMAT),
  stamps: z.array(z.tuple([z.int().min(0), z.string(), z.string(), z.string().regex(/^[0-9a-f]{64}$/)])),
  asserted: assertions,
  prohibited: assertions,
  protectionRaised: place.optional(),
  protectionCleared: place.optional(),
});

const compiledRecord = z.compile(storedRecord);

/** Thrown when stored text is no record; the text itself is never part of the message. */
export class CorruptRecord extends Error {
  override name = 'CorruptRecord';
}

/** Each stamp once, in order, and the place of every stamp object: all assertions of one update share theirs. */
function stampsOf(record: CaseRecord): { stamps: Stamp[]; places: Map<Stamp, number> } {
  const places = new Map<Stamp, number>();
  for (const { stamp } of record.asserted.values()) places.set(stamp, 0);
  for (const { stamp } of record.prohibited.values()) places.set(stamp, 0);
  if (record.protectionRaised) places.set(record.protectionRaised, 0);
  if (record.protectionCleared) places.set(record.protectionCleared, 0);
  const stamps: Stamp[] = [];
  for (const stamp of [...places.keys()].sort(compareStamps)) {
    const before = stamps.at(-1);
    if (before === undefined || compareStamps(before, stamp) !== 0) stamps.push(stamp);
    places.set(stamp, stamps.length - 1);
  }
  return { stamps, places };
}

export function encodeRecord(record: CaseRecord): string {
  const { stamps, places } = stampsOf(record);
  return canonicalWith(
    {
      format: FORMAT,
      stamps: stamps.map(({ sequence, source, id, contentHash }) => [sequence, source, id, contentHash]),
      protectionRaised: record.protectionRaised && places.get(record.protectionRaised),
      protectionCleared: record.protectionCleared && places.get(record.protectionCleared),
    },
    { asserted: rowsOf(record.asserted, places), prohibited: rowsOf(record.prohibited, places) },
  );
}

/** One side of a record as canonical JSON: a list of path, place of the stamp, and value, in the order of the paths. */
function rowsOf(side: Assertions, places: ReadonlyMap<Stamp, number>): string {
  let text = '[';
  let between = '';
  for (const path of [...side.keys()].sort(compareCodePoints)) {
    const assertion = side.get(path);
    if (assertion === undefined) continue;
    text += `${between}[${canonicalText(path)},${places.get(assertion.stamp)},${canonicalText(assertion.value)}]`;
    between = ',';
  }
  return `${text}]`;
}

/** @throws {CorruptRecord} when the text is not what `encodeRecord` writes */
export function decodeRecord(text: string): CaseRecord {
  const parsed = compiledRecord.safeParse(parseJson(text));
  if (!parsed.success) throw new CorruptRecord(`stored record: ${parsed.error.issues[0]?.code ?? 'not readable'}`);
  const stored = parsed.data;
  const stamps = stored.stamps.map(([sequence, source, id, contentHash]) => ({ sequence, source, id, contentHash }));
  const stampAt = (index: number): Stamp => {
    const stamp = stamps[index];
    if (stamp === undefined) throw new CorruptRecord('stored record: a stamp is missing');
    return stamp;
  };
  const side = (rows: z.infer<typeof assertions>): Assertions =>
    new Map(rows.map(([path, index, value]) => [path, { value, stamp: stampAt(index) }]));
  return {
    asserted: side(stored.asserted),
    prohibited: side(stored.prohibited),
    protectionRaised: stored.protectionRaised === undefined ? undefined : stampAt(stored.protectionRaised),
    protectionCleared: stored.protectionCleared === undefined ? undefined : stampAt(stored.protectionCleared),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new CorruptRecord('stored record: not JSON');
  }
}
