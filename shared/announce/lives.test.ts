/**
 * Whole lives of cases, drawn and decided by the program's own code: whoever listens and keeps only the latest event knows
 * what stands, whatever is lost, doubled or out of order, and never hears what is protected.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DOCKET_UPDATE_TYPE, docketUpdate, REVIEW_SOURCE } from '../../events/docket-update.ts';
import { type FlagEvent, flagEvents } from '../../events/flag-events.ts';
import { contentHash } from '../docket/content-hash.ts';
import { addUpdate, emptyRecord } from '../docket/fold.ts';
import { standingFacts } from '../docket/standing.ts';
import { drawHead, type HeadContent, placeOf } from '../flag/head.ts';
import { opla20210527 } from '../policy/opla-2021-05-27/instrument.ts';
import { DECISIONS, factsDigest, isDecided, type Review } from '../review/review.ts';
import { claimFlag, decideFlag, releaseFlag } from '../review/transitions.ts';
import type { Viewer } from '../review/viewer.ts';
import { type Announced, announcedAt, catchUp, eventOf, isCaughtUp } from './flag-event.ts';
import { type Announceable, announceableOf, headImage } from './told.ts';

const KEY = 'case-key';
const CANARY = 'CANARY';
const SHARDS = 4;
const ORDINARY = {
  circuit: '9',
  proceeding: 'removal',
  detained: false,
  respondentPosition: 'consents',
  firstPresence: '2010-05-01',
  apprehension: { place: 'interior', on: '2019-03-14', attemptingUnlawfulEntry: false },
  backgroundCheckedOn: '2021-06-01',
};

/** What a docket says next; all of it under the canary. */
const changes: readonly { facts: object; source?: string }[] = [
  { facts: { ...ORDINARY, office: 'NYC', stage: 'pending' } },
  { facts: { office: 'LOS' } },
  { facts: { office: 'NYC', hearing: { on: '2021-09-01', kind: 'individual' } } },
  { facts: { office: null } },
  { facts: { militaryService: { [CANARY]: { who: 'self', service: 'current' } } } },
  { facts: { militaryService: null } },
  { facts: { pendingCharges: { c: { offense: CANARY } } } },
  { facts: { pendingCharges: null } },
  { facts: { respondentPosition: 'opposes' } },
  { facts: { respondentPosition: 'consents' } },
  { facts: { stage: 'ended' } },
  { facts: { stage: 'pending' } },
  { facts: { protected1367: true } },
  { facts: { protected1367: false }, source: REVIEW_SOURCE },
  { facts: { cooperation: { assisting: true } } },
  { facts: { cooperation: null } },
];

interface Case {
  version: number;
  sequence: number;
  content: HeadContent;
  review: Review | undefined;
}

type Step = { do: 'update'; of: number } | { do: 'claim' | 'release' } | { do: 'decide'; kind: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('update'), of: fc.nat(changes.length - 1) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('claim', 'release') }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('decide'), kind: fc.nat(DECISIONS.length - 1) }) },
);
const life = fc.array(step, { minLength: 1, maxLength: 25 });

const sofia: Viewer = { id: CANARY, name: CANARY, role: 'supervisor', offices: ['*'], protectedAccess: true };

const instantOf = (second: number) => new Date(Date.UTC(2021, 5, 15, 12, 0, second)).toISOString();

function updated(was: Case | undefined, of: number, at: string): Case {
  const { facts, source = 'urn:docket:eoir' } = changes[of] ?? { facts: {} };
  const sequence = (was?.sequence ?? 0) + 1;
  const update = docketUpdate.parse({
    specversion: '1.0',
    id: `${CANARY}-${sequence}`,
    source,
    type: DOCKET_UPDATE_TYPE,
    subject: CANARY,
    data: { sequence, entry: { code: 'x', text: CANARY }, provenance: 'record', facts },
  });
  const record = addUpdate(was?.content.record ?? emptyRecord, update, contentHash(update));
  const { content } = drawHead({
    caseKey: KEY,
    caseId: CANARY,
    members: new Uint8Array(0),
    record,
    previous: was?.content,
    review: was?.review,
    instrument: opla20210527,
    asOf: '2021-06-15',
    at,
    shards: SHARDS,
  });
  return { version: (was?.version ?? 0) + 1, sequence, content, review: was?.review };
}

/** What a person does, where it is theirs to do. */
function acted(was: Case, { do: act, kind }: { do: string; kind?: number }, at: string): Case | undefined {
  const standing = standingFacts(was.content.record);
  const inHand = { flag: was.content.flag, review: was.review, isDecided: isDecided(was.review, standing) };
  const actor = { viewer: sofia, now: at };
  const mention = {
    by: CANARY,
    name: CANARY,
    act: `${CANARY}-${at}`,
    decision: DECISIONS[kind ?? 0] ?? 'decline',
    at,
    factsDigest: factsDigest(standing),
    lane: was.content.classification.lane,
    rules: [CANARY],
    policyId: CANARY,
  };
  const done =
    act === 'claim'
      ? claimFlag(inHand, actor, instantOf(9_999))
      : act === 'release'
        ? releaseFlag(inHand, { ...actor, act: at }, true)
        : decideFlag(inHand, actor, mention);
  if (done.kind === 'refused') return undefined;
  const { review } = done;
  const queue = placeOf({ caseKey: KEY, standing, content: was.content, review, shards: SHARDS });
  return { ...was, version: was.version + 1, review, content: { ...was.content, queue } };
}

function live(steps: readonly Step[]): Case[] {
  const lives: Case[] = [];
  for (const [second, next] of steps.entries()) {
    const [was, at] = [lives.at(-1), instantOf(second)];
    if (next.do === 'update') lives.push(updated(was, next.of, at));
    else {
      const after = was && acted(was, next, at);
      if (after !== undefined) lives.push(after);
    }
  }
  return lives;
}

function announceable({ version, content, review }: Case): Announceable {
  const { classification, flag, queue } = content;
  return announceableOf(headImage.parse({ version, classification, flag, review, queue: queue?.partition }));
}

interface Write {
  before: Case | undefined;
  after: Case;
  event: FlagEvent | undefined;
}

function writesOf(lives: readonly Case[], from = 0): Write[] {
  return lives.slice(from).map((after, i) => {
    const before = lives[from + i - 1];
    const change = { before: before && announceable(before), after: announceable(after) };
    return { before, after, event: eventOf({ caseKey: KEY, ...change, at: '2021-06-15T12:00:00Z' }) };
  });
}

/** What there is to tell, from the two halves of the head and not from its place in the queue. */
function toTell({ content, review }: Case): object | undefined {
  if (content.classification.notices.includes('restricted') || content.flag?.state !== 'raised') return undefined;
  const standing = standingFacts(content.record);
  if (isDecided(review, standing)) return { decided: review?.decisions.at(-1)?.decision, by: review?.decisions.length };
  const { lane, fellAway } = content.flag;
  return { lane, office: standing.facts.office, fellAway };
}

/** What somebody knows who keeps the latest event of a case. */
function known(events: readonly FlagEvent[]): FlagEvent | undefined {
  return events.toSorted((one, other) => one.data.sequence - other.data.sequence).at(-1);
}

function agrees(event: FlagEvent | undefined, { content, review }: Case): void {
  const tell = toTell({ content, review, version: 0, sequence: 0 });
  switch (event?.type) {
    case undefined:
    case 'own-motion.flag-withdrawn.v1':
      expect(tell).toBeUndefined();
      return;
    case 'own-motion.flag-decided.v1':
      expect(tell).toMatchObject({ decided: event.data.decision });
      return;
    default:
      expect(tell).toEqual({ lane: event?.data.lane, office: event?.data.office, fellAway: event?.data.fellAway });
  }
}

/** The one silence: a case that ceases to be restricted while its decision stands. */
function isSilent({ before, after }: Write): boolean {
  if (before === undefined) return false;
  const wasRestricted = before.content.classification.notices.includes('restricted');
  const tell = toTell(after);
  return wasRestricted && tell !== undefined && 'decided' in tell;
}

const runs = { numRuns: 500, seed: 20211124 };

describe('whoever listens', () => {
  test('hears exactly one event of each change, none of what is no change, and knows what stands', () => {
    const kinds = new Map<string, number>();
    const property = fc.property(life, (steps) => {
      const heard: FlagEvent[] = [];
      let wasSilent = false;
      for (const write of writesOf(live(steps))) {
        const [was, is] = [write.before && toTell(write.before), toTell(write.after)];
        const isChanged = JSON.stringify(was) !== JSON.stringify(is);
        expect(write.event !== undefined).toBe(isChanged && !isSilent(write));
        if (write.event !== undefined) {
          flagEvents.parse(write.event);
          heard.push(write.event);
          kinds.set(write.event.type, (kinds.get(write.event.type) ?? 0) + 1);
        }
        wasSilent = isSilent(write) || (wasSilent && write.event === undefined);
        if (!wasSilent) agrees(known(heard), write.after);
      }
      expect(heard.map(({ data }) => data.sequence)).toEqual([...new Set(heard.map(({ data }) => data.sequence))]);
    });
    fc.assert(property, runs);
    // All of it happens, and often.
    expect(kinds.size).toBe(4);
    expect(Math.min(...kinds.values())).toBeGreaterThan(50);
  });

  test('hears the same events again when records are read again from anywhere', () => {
    const property = fc.property(life, fc.nat(24), (steps, from) => {
      const lives = live(steps);
      const place = Math.min(from, lives.length);
      const again = writesOf(lives, place).map(({ event }) => event);
      expect(again).toEqual(
        writesOf(lives)
          .slice(place)
          .map(({ event }) => event),
      );
      const ids = again.flatMap((event) => event?.id ?? []);
      expect(new Set(ids).size).toBe(ids.length);
    });
    fc.assert(property, runs);
  });

  test('is brought up to date after any loss, and then hears nothing twice', () => {
    const property = fc.property(life, fc.nat(24), (steps, lostFrom) => {
      const lives = live(steps);
      const last = lives.at(-1);
      if (last === undefined) return;
      const kept = writesOf(lives).slice(0, lostFrom);
      const heard = kept.flatMap(({ event }) => event ?? []);
      const known1 = kept.at(-1)?.after;
      const announced: Announced | undefined = known1 && announcedAt(announceable(known1));
      const sweep = catchUp(KEY, announced, announceable(last), '2021-06-20T00:00:00Z');
      expect(sweep === undefined).toBe(isCaughtUp(announced, announceable(last)));
      if (sweep !== undefined) heard.push(flagEvents.parse(sweep));
      if (!kept.some(isSilent)) agrees(known(heard), last);
      expect(isCaughtUp(announcedAt(announceable(last)), announceable(last))).toBe(true);
    });
    fc.assert(property, runs);
  });

  test('never hears a fact, a person, a reason or a case id, and nothing of a restricted case', () => {
    const property = fc.property(life, (steps) => {
      for (const { after, event } of writesOf(live(steps))) {
        if (event === undefined) continue;
        expect(JSON.stringify(event)).not.toContain(CANARY);
        if (after.content.classification.notices.includes('restricted')) {
          expect(event.type).toBe('own-motion.flag-withdrawn.v1');
        }
      }
    });
    fc.assert(property, runs);
  });
});
