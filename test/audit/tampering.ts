/** Ways of tampering with what is kept of cases, by chance: something edited, dropped, put in, or moved between cases. */
import { decodeRecord, encodeRecord } from '../../shared/docket/record-codec.ts';
import { ACT_KINDS, type Act } from '../../shared/review/act.ts';
import { headAttributes, parseHead } from '../../shared/store/dynamo/items.ts';
import { StoreError } from '../../shared/store/errors.ts';
import type { CaseHead, LedgerEntry } from '../../shared/store/store.ts';
import { update } from '../contract/store-samples.ts';
import type { KeptCase, Office } from './office.ts';

/** Whole numbers below a bound, the same for the same seed. */
export type Chance = (below: number) => number;

/** Mulberry32. */
export function chanceFrom(seed: number): Chance {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/**
 * The cases that are not what they were; a case without a head and ledger is gone. `unreadable`: the store itself refuses
 * what is there now.
 */
export type Tampered =
  | { readonly kind: 'cases'; readonly cases: readonly Partial<KeptCase>[] }
  | { kind: 'unreadable' };

export type Tampering = (office: Office, chance: Chance) => Tampered | undefined;

function pick<T>(from: readonly T[], chance: Chance): T | undefined {
  return from[chance(from.length)];
}

function flippedText(text: string, chance: Chance): string {
  if (text === '') return String.fromCharCode(32 + chance(90));
  const at = chance(text.length);
  const code = text.charCodeAt(at) ^ (1 << chance(7));
  return text.slice(0, at) + String.fromCharCode(code) + text.slice(at + 1);
}

function flippedBytes(bytes: Uint8Array, chance: Chance): Uint8Array {
  const flipped = Uint8Array.from(bytes);
  const at = chance(flipped.length);
  flipped[at] = (flipped[at] ?? 0) ^ (1 << chance(8));
  return flipped;
}

/** A value with one thing in it otherwise. */
function mutated(value: unknown, chance: Chance): unknown {
  if (typeof value === 'string') return flippedText(value, chance);
  if (typeof value === 'number') return value + (chance(2) === 0 ? 1 : -1);
  if (typeof value === 'boolean') return !value;
  if (value instanceof Uint8Array) return flippedBytes(value, chance);
  if (Array.isArray(value)) return mutatedList(value, chance);
  if (typeof value === 'object' && value !== null) return mutatedObject(value, chance);
  return chance(2) === 0;
}

function mutatedList(list: readonly unknown[], chance: Chance): unknown[] {
  const at = chance(list.length + 1);
  if (list.length === 0 || at === list.length) return [...list, list[0] ?? 'inserted'];
  if (chance(4) === 0) return list.filter((_, i) => i !== at);
  return list.map((item, i) => (i === at ? mutated(item, chance) : item));
}

function mutatedObject(value: object, chance: Chance): object {
  const names = Object.keys(value);
  const name = pick(names, chance) ?? 'inserted';
  if (chance(8) === 0) return Object.fromEntries(Object.entries(value).filter(([other]) => other !== name));
  return { ...value, [name]: mutated(Reflect.get(value, name), chance) };
}

/** The head as the store reads it back, so that no tampering is one that the store would never hand on. */
function reread(head: CaseHead): CaseHead {
  const item = { ...headAttributes(head.caseKey, head, head.version), review: head.review };
  return parseHead(head.caseKey, Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined)));
}

function withHead(kept: KeptCase, change: (head: CaseHead) => CaseHead): Tampered {
  try {
    return { kind: 'cases', cases: [{ ...kept, head: reread(change(kept.head)) }] };
  } catch (error) {
    // What must be there is gone, or is no value of its kind.
    if (error instanceof StoreError || error instanceof TypeError) return { kind: 'unreadable' };
    throw error;
  }
}

function editHead(office: Office, chance: Chance): Tampered | undefined {
  const kept = pick(office.cases, chance);
  if (kept === undefined) return undefined;
  const { caseKey, record, ...rest } = kept.head;
  if (chance(6) > 0) return withHead(kept, () => ({ caseKey, record, ...(mutated(rest, chance) as typeof rest) }));
  try {
    const text: unknown = mutated(JSON.parse(encodeRecord(record)), chance);
    const other = decodeRecord(JSON.stringify(text));
    return withHead(kept, (head) => ({ ...head, record: other }));
  } catch {
    return { kind: 'unreadable' };
  }
}

function editDecision(office: Office, chance: Chance): Tampered | undefined {
  const decided = office.cases.filter(({ head }) => (head.review?.decisions.length ?? 0) > 0);
  const kept = pick(decided, chance);
  const { review } = kept?.head ?? {};
  if (kept === undefined || review === undefined) return undefined;
  return withHead(kept, (head) => ({
    ...head,
    review: { ...review, decisions: mutated(review.decisions, chance) as typeof review.decisions },
  }));
}

/** People's half, and with it the place in the queue, of another case. */
function swapReviews({ cases }: Office, chance: Chance): Tampered | undefined {
  const [one, other] = [pick(cases, chance), pick(cases, chance)];
  if (one === undefined || other === undefined) return undefined;
  const given = (to: KeptCase, from: KeptCase) => ({ ...to, head: { ...to.head, review: from.head.review } });
  return { kind: 'cases', cases: [given(one, other), given(other, one)] };
}

function swapHeads({ cases }: Office, chance: Chance): Tampered | undefined {
  const [one, other] = [pick(cases, chance), pick(cases, chance)];
  if (one === undefined || other === undefined || one === other) return undefined;
  const given = (to: KeptCase, from: KeptCase) => ({ ...to, head: { ...from.head, caseKey: to.caseKey } });
  return { kind: 'cases', cases: [given(one, other), given(other, one)] };
}

/** What stood before is put back, under its own version or under today's. */
function rollBack({ cases, history }: Office, chance: Chance): Tampered | undefined {
  const kept = pick(cases, chance);
  const before = kept && pick(history.get(kept.caseKey)?.slice(0, -1) ?? [], chance);
  if (kept === undefined || before === undefined) return undefined;
  const { version } = chance(2) === 0 ? before : kept.head;
  return { kind: 'cases', cases: [{ ...kept, head: { ...before, version } }] };
}

function bumpVersion({ cases }: Office, chance: Chance): Tampered | undefined {
  const kept = pick(cases, chance);
  return kept && withHead(kept, (head) => ({ ...head, version: head.version + 1 + chance(3) }));
}

function dropCase({ cases }: Office, chance: Chance): Tampered | undefined {
  const kept = pick(cases, chance);
  return kept && { kind: 'cases', cases: [{ caseKey: kept.caseKey }] };
}

function dropHead({ cases }: Office, chance: Chance): Tampered | undefined {
  const kept = pick(cases, chance);
  if (kept === undefined) return undefined;
  const { head: _, ...rest } = kept;
  return { kind: 'cases', cases: [rest] };
}

type Part = 'entries' | 'acts';

function withItems<P extends Part>(kept: KeptCase, part: P, items: KeptCase[P]): Partial<KeptCase> {
  return { ...kept, [part]: items };
}

function editEntry({ cases }: Office, chance: Chance): Tampered | undefined {
  const kept = pick(cases, chance);
  if (kept === undefined) return undefined;
  const at = chance(kept.entries.length);
  const edit = (entry: LedgerEntry): LedgerEntry => {
    const part = chance(6);
    if (part === 0) return { ...entry, memberId: flippedBytes(entry.memberId, chance) };
    if (part === 1) return { ...entry, receivedAt: flippedText(entry.receivedAt, chance) };
    return { ...entry, body: flippedText(entry.body, chance) };
  };
  const entries = kept.entries.map((entry, i) => (i === at ? edit(entry) : entry));
  return { kind: 'cases', cases: [withItems(kept, 'entries', entries)] };
}

function editAct({ cases }: Office, chance: Chance): Tampered | undefined {
  const kept = pick(
    cases.filter(({ acts }) => acts.length > 0),
    chance,
  );
  if (kept === undefined) return undefined;
  const at = chance(kept.acts.length);
  const edit = (act: Act): Act => {
    if (chance(8) === 0) return { ...act, kind: pick(ACT_KINDS, chance) ?? act.kind };
    const name = pick(['id', 'by', 'name', 'at', 'requestHash', 'body', 'body'] as const, chance) ?? 'body';
    return { ...act, [name]: flippedText(act[name], chance) };
  };
  const acts = kept.acts.map((act, i) => (i === at ? edit(act) : act));
  return { kind: 'cases', cases: [withItems(kept, 'acts', acts)] };
}

function drop(part: Part): Tampering {
  return ({ cases }, chance) => {
    const kept = pick(
      cases.filter((one) => one[part].length > 0),
      chance,
    );
    if (kept === undefined) return undefined;
    const at = chance(kept[part].length);
    const items = kept[part].filter((_, i) => i !== at) as KeptCase[Part];
    return { kind: 'cases', cases: [withItems(kept, part, items)] };
  };
}

/** An item of one case beside those of another. */
function copyOver(part: Part): Tampering {
  return ({ cases }, chance) => {
    const [to, from] = [pick(cases, chance), pick(cases, chance)];
    const item = from && pick<LedgerEntry | Act>(from[part], chance);
    if (to === undefined || from === to || item === undefined) return undefined;
    return { kind: 'cases', cases: [withItems(to, part, [...to[part], item] as KeptCase[Part])] };
  };
}

function swapItems(part: Part): Tampering {
  return ({ cases }, chance) => {
    const [one, other] = [pick(cases, chance), pick(cases, chance)];
    if (one === undefined || other === undefined || one === other) return undefined;
    const [at, from] = [chance(one[part].length), chance(other[part].length)];
    const [mine, theirs] = [one[part][at], other[part][from]];
    if (mine === undefined || theirs === undefined) return undefined;
    const put = (kept: KeptCase, place: number, item: LedgerEntry | Act) =>
      withItems(kept, part, kept[part].map((own, i) => (i === place ? item : own)) as KeptCase[Part]);
    return { kind: 'cases', cases: [put(one, at, theirs), put(other, from, mine)] };
  };
}

/** An update that nobody sent, under a name that is made up: the key to make a true one is not at hand. */
function forgeEntry({ cases }: Office, chance: Chance): Tampered | undefined {
  const kept = pick(cases, chance);
  if (kept === undefined) return undefined;
  const forged = update({ subject: kept.head.caseId, id: `forged-${chance(1e6)}`, facts: { removable: false } });
  const memberId = Uint8Array.from({ length: 16 }, () => chance(256));
  const entry = { memberId, body: JSON.stringify(forged), receivedAt: '2021-06-15T09:30:00.000Z' };
  return { kind: 'cases', cases: [withItems(kept, 'entries', [...kept.entries, entry])] };
}

/** A decision that nobody took: an act and its mention in the head. */
function forgeDecision(office: Office, chance: Chance): Tampered | undefined {
  const taken = office.cases.flatMap(({ head, acts }) => {
    const mention = head.review?.decisions.at(-1);
    const act = acts.find(({ id }) => id === mention?.act);
    return mention === undefined || act === undefined ? [] : [{ mention, act }];
  });
  const [kept, model] = [pick(office.cases, chance), pick(taken, chance)];
  if (kept === undefined || model === undefined) return undefined;
  const id = `forged-${chance(1e6)}`;
  const decisions = [...(kept.head.review?.decisions ?? []), { ...model.mention, act: id }];
  return {
    kind: 'cases',
    cases: [
      {
        ...kept,
        acts: [...kept.acts, { ...model.act, id }],
        head: { ...kept.head, review: { ...kept.head.review, decisions } },
      },
    ],
  };
}

export const tamperings: Readonly<Record<string, Tampering>> = {
  'edit a head': editHead,
  'edit a decision in a head': editDecision,
  'edit an entry': editEntry,
  'edit an act': editAct,
  'bump a version': bumpVersion,
  'roll a head back': rollBack,
  'drop a case': dropCase,
  'drop a head': dropHead,
  'drop an entry': drop('entries'),
  'drop an act': drop('acts'),
  'copy an entry to another case': copyOver('entries'),
  'copy an act to another case': copyOver('acts'),
  'swap entries between cases': swapItems('entries'),
  'swap acts between cases': swapItems('acts'),
  'swap heads between cases': swapHeads,
  "swap people's halves between cases": swapReviews,
  'forge an entry': forgeEntry,
  'forge a decision': forgeDecision,
};
