/**
 * What happened to a case, the newest first: updates with what they assert in words, and what people did. A finding is
 * one event: what was done until its update is in, and then the update with the person and the reason.
 */
import { REVIEW_SOURCE } from '../../../events/docket-update.ts';
import { addUpdate, emptyRecord } from '../../../shared/docket/fold.ts';
import { compareCodePoints } from '../../../shared/docket/stamp.ts';
import { nameOf, valueWords } from '../../../shared/policy/explanation/fact-words.ts';
import { inSchemaOrder, pathOf, placeOfKey } from '../../../shared/policy/explanation/places.ts';
import type { Act } from '../../../shared/review/act.ts';
import { readBody } from '../../../shared/review/act-body.ts';
import type { TimelineEvent } from '../../../shared/review/api/answers.ts';
import type { LedgerUpdate } from '../../../shared/review/ledger.ts';
import { isMentioned, type Review } from '../../../shared/review/review.ts';
import type { Viewer } from '../../../shared/review/viewer.ts';
import type { OpenCase } from './open-case.ts';

type Told = Extract<TimelineEvent, { kind: 'update' }>['facts'];

/** Stands for a reason that was given while the case was protected: not even that it was may be told. */
const KEPT_BACK = 'The reason is kept with the case and not shown here.';

function toldBy({ update, contentHash }: LedgerUpdate): Told {
  const { asserted, prohibited } = addUpdate(emptyRecord, update, contentHash);
  const claims = new Map([...asserted, ...prohibited]);
  return inSchemaOrder(claims.keys()).map((key) => {
    const place = placeOfKey(key);
    const value = claims.get(key)?.value;
    return { path: pathOf(place), name: nameOf(place), told: value === null ? 'retracted' : valueWords(place, value) };
  });
}

function reasonFor(viewer: Viewer, act: Act): string | undefined {
  const { reason, restricted } = readBody(act);
  return restricted && !viewer.protectedAccess ? KEPT_BACK : reason;
}

/** @param claimedAt when the claim that stands was made */
function updateEvent(
  accepted: LedgerUpdate,
  act: Act | undefined,
  { viewer, claimedAt }: { viewer: Viewer; claimedAt: string | undefined },
): TimelineEvent {
  const { update, receivedAt } = accepted;
  const { sequence, provenance, entry } = update.data;
  const on = entry?.on ?? update.time?.slice(0, 10);
  const reason = act && reasonFor(viewer, act);
  return {
    kind: 'update',
    at: receivedAt,
    source: update.source,
    id: update.id,
    sequence,
    provenance,
    ...(on !== undefined && { on }),
    ...(entry && { entry: { code: entry.code, ...(entry.text !== undefined && { text: entry.text }) } }),
    facts: toldBy(accepted),
    sinceClaim: claimedAt !== undefined && receivedAt > claimedAt,
    ...(act && reason !== undefined && { person: { name: act.name, reason } }),
  };
}

function actEvent(viewer: Viewer, act: Act): TimelineEvent {
  const { decision, until } = readBody(act);
  const reason = reasonFor(viewer, act);
  return {
    kind: 'act',
    act: act.kind,
    at: act.at,
    name: act.name,
    mine: act.by === viewer.id,
    ...(decision !== undefined && { decision }),
    ...(until !== undefined && { until }),
    ...(reason !== undefined && { reason }),
  };
}

function counts({ kind, id }: Act, review: Review | undefined, viewer: Viewer): boolean {
  switch (kind) {
    case 'decision':
    case 'hold':
    case 'release':
      return review !== undefined && isMentioned(review, id);
    case 'access':
      return viewer.protectedAccess;
    case 'finding':
    case 'reading':
    case 'blind-review':
      return true;
  }
}

/** @param claimedAt when the claim that stands was made */
export function timelineOf(
  { updates, acts, head, folded }: OpenCase,
  viewer: Viewer,
  claimedAt: string | undefined,
): TimelineEvent[] {
  const byId = new Map(acts.map((act) => [act.id, act]));
  const actOf = ({ source, id }: LedgerUpdate['update']) => (source === REVIEW_SOURCE ? byId.get(id) : undefined);
  const events = [
    ...updates.map((accepted) => ({
      place: accepted.place,
      event: updateEvent(accepted, actOf(accepted.update), { viewer, claimedAt }),
    })),
    ...acts
      .filter((act) => counts(act, head.review, viewer) && !folded.has(act.id))
      .map((act) => ({ place: updates.length, event: actEvent(viewer, act) })),
  ];
  // Of one instant, what people did comes above what they may have done it on.
  return events
    .sort((a, b) => compareCodePoints(b.event.at, a.event.at) || b.place - a.place)
    .map(({ event }) => event);
}
