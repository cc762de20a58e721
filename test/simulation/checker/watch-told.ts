/**
 * Listens to flag events as any other system may: each is true of the version that it names and tells nothing of a
 * restricted case, none comes under two ids, and at rest who listened knows what stands.
 */
import { canonical } from './canonical.ts';
import type { SeenCase, Standing } from './seen-case.ts';
import { type HeardEvent, isSameTold, type NaiveTold, NOTHING, standsBy } from './told.ts';
import type { Violations } from './violations.ts';
import type { WatchedWrites } from './watch-writes.ts';

const SAID = ['sequence', 'office', 'lane', 'fellAway', 'decision', 'previous'];

interface Place {
  readonly office?: string | undefined;
  readonly lane?: string;
}

function isPlace(one: Place, other: Place): boolean {
  return one.office === other.office && one.lane === other.lane;
}

/** A decision that came to stand as a case ceased to be restricted is not told: it would tell of the time between. */
function isSilent(standings: readonly Standing[], nth: number): boolean {
  const [was, is] = [standings[nth - 1], standings[nth]];
  return is?.told.kind === 'decided' && was?.restricted === true;
}

interface Listening {
  readonly violations: Violations;
  readonly cases: WatchedWrites['cases'];
  readonly secrets: readonly string[];
}

export function watchTold({ violations: { check }, cases, secrets }: Listening) {
  const heard = new Map<string, Map<string, HeardEvent>>();

  function checkTrue(event: HeardEvent, standings: readonly Standing[]): void {
    const { data, type } = event;
    const nth = standings.findIndex(({ version }) => version === data.sequence);
    const standing = standings[nth];
    check(standing !== undefined, 'an event tells of a version that was', () => event.id);
    if (standing === undefined) return;
    const { told, restricted } = standing;
    const by = standsBy(event);
    check(!restricted || by.kind === 'nothing', 'no event tells of a restricted case', () => canonical(event));
    const isTrue =
      by.kind === told.kind &&
      (by.kind === 'nothing' || isPlace(by, told)) &&
      by.fellAway === told.fellAway &&
      by.decision === told.decision;
    check(isTrue, 'an event is true of its version', () => canonical([event, told]));
    const earlier = standings.slice(0, nth).map((each) => each.told);
    const was = type === 'own-motion.flag-changed.v1' ? data.previous : by.kind === 'nothing' ? data : undefined;
    if (was === undefined) return;
    const isKnown = earlier.some((each) => each.kind !== 'nothing' && isPlace(each, was));
    check(isKnown, 'an event names a place that was told of', () => canonical(event));
  }

  function checkListener({ caseKey, standings, announced }: SeenCase, events: HeardEvent[], isExact: boolean): void {
    const told = standings.at(-1)?.told ?? NOTHING;
    check(isSameTold(announced?.told ?? NOTHING, told), 'what was last announced is noted with the head', () =>
      canonical([announced, told]),
    );
    const last = events.at(-1);
    const known = last === undefined ? NOTHING : standsBy(last);
    let expected = NOTHING;
    let silent = 0;
    for (const [nth, { told: is }] of standings.entries()) {
      if (isSameTold(standings[nth - 1]?.told ?? NOTHING, is)) continue;
      if (isSilent(standings, nth)) silent += 1;
      else expected = is;
    }
    const knows = (stands: NaiveTold) =>
      known.kind === stands.kind &&
      (stands.kind === 'decided' ? known.decision === stands.decision : isSameTold(known, stands));
    // What is mended after the fact may tell of a decision that would have stayed untold.
    const isKnown = knows(expected) || (!isExact && silent > 0 && (knows(told) || knows(NOTHING)));
    check(isKnown, 'whoever listens knows what stands', () => canonical([caseKey, known, expected]));
    if (isExact && silent === 0) checkOnce(standings, events);
  }

  function checkOnce(standings: readonly Standing[], events: readonly HeardEvent[]): void {
    const at = (event: HeardEvent | undefined) =>
      standings.find(({ version }) => version === event?.data.sequence)?.told ?? NOTHING;
    for (const [nth, event] of events.entries()) {
      const before = events[nth - 1];
      const isNews = !isSameTold(at(before), at(event));
      check(isNews, 'nothing is announced twice under two ids', () => canonical([before?.id, event.id]));
    }
  }

  return {
    heard(event: HeardEvent): void {
      const text = JSON.stringify(event);
      check(!secrets.some((secret) => text.includes(secret)), 'no event repeats what is sensitive', () => text);
      const isPlain = Object.keys(event.data).every((name) => SAID.includes(name));
      check(isPlain, 'an event says where a flag stands and no more', () => text);
      const ofCase = heard.get(event.subject) ?? new Map<string, HeardEvent>();
      heard.set(event.subject, ofCase);
      const known = ofCase.get(event.id);
      const isSame = known === undefined || canonical(known.data) === canonical(event.data);
      check(isSame, 'an event under a known id is the same', () => canonical([known, event]));
      ofCase.set(event.id, event);
      if (known === undefined) checkTrue(event, cases.get(event.subject)?.standings ?? []);
    },

    /** @param isExact whether no change was given up or mended by a sweep */
    atRest(isExact: boolean): void {
      for (const seen of cases.values()) {
        const events = [...(heard.get(seen.caseKey)?.values() ?? [])];
        events.sort((one, other) => one.data.sequence - other.data.sequence);
        const sequences = new Set(events.map(({ data }) => data.sequence));
        check(!isExact || sequences.size === events.length, 'a write gives one event or none', () => seen.caseKey);
        checkListener(seen, events, isExact);
      }
    },
  };
}
