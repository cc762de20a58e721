/**
 * What may be told of a case outside: where its flag stands, or what was decided on it. Of a restricted case there is nothing
 * to tell, so that it is as silent as one that was never flagged. docs/decisions/announcing-flags.md
 */
import * as z from 'zod';
import { compactClassification, isRestricted } from '../flag/compact.ts';
import { flag } from '../flag/flag.ts';
import { queueOfPartition, UNASSIGNED_OFFICE } from '../flag/queue-place.ts';
import { review } from '../review/review.ts';

const lane = flag.shape.lane;

export const told = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('nothing') }),
  z.object({
    kind: z.literal('open'),
    office: z.string().optional(),
    lane,
    fellAway: z.literal(true).optional(),
  }),
  z.object({
    kind: z.literal('decided'),
    office: z.string().optional(),
    lane,
    decision: review.shape.decisions.element.shape.decision,
    /** Tells a decision from the one before it, which may have been of the same kind. */
    decisions: z.int().min(1),
  }),
]);

export type Told = Readonly<z.infer<typeof told>>;

const NOTHING: Told = { kind: 'nothing' };

/** What announcing reads of a head, as it lies in the table or in an image of it; all else is left unread. */
export const headImage = z.object({
  version: z.int().min(1),
  classification: compactClassification.pick({ notices: true }),
  flag: flag.optional(),
  review: review.pick({ decisions: true }).optional(),
  queue: z.string().optional(),
});

export type HeadImage = Readonly<z.infer<typeof headImage>>;

export interface Announceable {
  readonly version: number;
  readonly isRestricted: boolean;
  readonly told: Told;
}

function toldOf({ classification, flag: standing, review: people, queue }: HeadImage): Told {
  if (isRestricted(classification) || standing?.state !== 'raised' || queue === undefined) return NOTHING;
  const place = queueOfPartition(queue);
  if (place === undefined || place.restricted) return NOTHING;
  const where = {
    ...(place.office !== UNASSIGNED_OFFICE && { office: place.office }),
    lane: standing.lane,
  };
  const last = people?.decisions.at(-1);
  if (place.part === 'decided' && last !== undefined && people !== undefined) {
    return { kind: 'decided', ...where, decision: last.decision, decisions: people.decisions.length };
  }
  return { kind: 'open', ...where, ...(standing.fellAway === true && { fellAway: standing.fellAway }) };
}

export function announceableOf(image: HeadImage): Announceable {
  return { version: image.version, isRestricted: isRestricted(image.classification), told: toldOf(image) };
}
