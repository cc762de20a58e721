/** The one event, or none, that a write of a head gives: a pure function of what stood before it and what stands after. */
import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import { FLAG_EVENT_TYPES, FLAG_SOURCE, type FlagEvent, type FlagPlace } from '../../events/flag-events.ts';
import { type Announceable, type Told, told } from './told.ts';

/** What was last announced of a case, kept with its head by whoever announces and by nobody else. */
export const announced = z.object({
  /** Version of the head that it was. */
  sequence: z.int().min(1),
  told,
});

export type Announced = Readonly<z.infer<typeof announced>>;

export interface Change {
  readonly caseKey: string;
  /** Undefined where there was no head. */
  readonly before: Announceable | undefined;
  readonly after: Announceable;
  /** Instant at which the write was stored, ISO 8601 in UTC. */
  readonly at: string;
}

type Standing = Exclude<Told, { kind: 'nothing' }>;

const NOTHING: Told = { kind: 'nothing' };

/** Where a decided flag stands is of no account. */
function isSame(one: Told, other: Told): boolean {
  if (one.kind === 'decided' && other.kind === 'decided') return one.decisions === other.decisions;
  return isDeepStrictEqual(one, other);
}

function placeOf({ office, lane }: Standing): FlagPlace {
  return { ...(office !== undefined && { office }), lane };
}

/**
 * The id is made of what the event is made of: the case, its version and, where that is not the one before, the version that
 * it tells from. Sent again it is the same, and whoever has seen it drops it; the sweep and the stream may tell of one
 * version from different ones before.
 */
function envelope<W extends keyof typeof FLAG_EVENT_TYPES>(word: W, { caseKey, before, after, at }: Change) {
  const from = before?.version ?? 0;
  const since = from === after.version - 1 ? '' : `.since-${from}`;
  return {
    specversion: '1.0',
    id: `${caseKey}.${after.version}.flag-${word}${since}`,
    source: FLAG_SOURCE,
    type: FLAG_EVENT_TYPES[word],
    subject: caseKey,
    time: at,
    datacontenttype: 'application/json',
  } as const;
}

function opened(change: Change, was: Told, is: Extract<Told, { kind: 'open' }>): FlagEvent {
  const data = {
    ...placeOf(is),
    sequence: change.after.version,
    ...(is.fellAway === true && { fellAway: is.fellAway }),
  };
  if (was.kind !== 'open') return { ...envelope('raised', change), data };
  return { ...envelope('changed', change), data: { ...data, previous: placeOf(was) } };
}

function decided(change: Change, is: Extract<Told, { kind: 'decided' }>): FlagEvent | undefined {
  // A decision told without a flag before it would tell that the case had been restricted.
  if (change.before?.isRestricted === true) return undefined;
  const data = { ...placeOf(is), sequence: change.after.version, decision: is.decision };
  return { ...envelope('decided', change), data };
}

/** Undefined where nothing that may be told has changed. */
export function eventOf(change: Change): FlagEvent | undefined {
  const was = change.before?.told ?? NOTHING;
  const is = change.after.told;
  if (isSame(was, is)) return undefined;
  switch (is.kind) {
    case 'open':
      return opened(change, was, is);
    case 'decided':
      return decided(change, is);
    case 'nothing':
      if (was.kind === 'nothing') return undefined;
      return { ...envelope('withdrawn', change), data: { ...placeOf(was), sequence: change.after.version } };
  }
}

/**
 * What those who listen are to be told from. Versions go up one by one; one that leaps is of a head that was lost and drawn
 * anew, so that what was told of the lost one may be later than all that came since: what stands is told as if for the first time.
 */
export function toldFrom(before: Announceable | undefined, after: Announceable): Announceable | undefined {
  const isNext = before === undefined || after.version <= before.version + 1;
  return isNext || after.told.kind === 'nothing' ? before : { ...before, told: NOTHING };
}

/** A head that is gone: nothing stands any more, under a version that no earlier event has. */
export function removed(before: Announceable): Announceable {
  return { version: before.version + 1, isRestricted: before.isRestricted, told: NOTHING };
}

/** What is kept with the head once its event is sent, or once it is seen that there is none to send. */
export function announcedAt({ version, told: is }: Announceable): Announced {
  return { sequence: version, told: is };
}

/** Whether what was last announced is still all there is to tell. */
export function isCaughtUp(last: Announced | undefined, head: Announceable): boolean {
  return isSame(last?.told ?? NOTHING, head.told);
}

/** The event that brings those who listen up to a head, from what was last announced of it. */
export function catchUp(
  caseKey: string,
  last: Announced | undefined,
  head: Announceable,
  at: string,
): FlagEvent | undefined {
  const before = last && { version: last.sequence, isRestricted: false, told: last.told };
  return eventOf({ caseKey, before, after: head, at });
}
