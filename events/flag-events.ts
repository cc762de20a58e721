/**
 * What is announced of flags, `own-motion.flag-raised.v1` and its three sisters: CloudEvents 1.0 in structured JSON mode. The
 * schema is the single source of the types and of `flag-events.schema.json`. docs/decisions/announcing-flags.md
 */
import * as z from 'zod';
import { timestamp } from './dates.ts';

/** Source of all of them. */
export const FLAG_SOURCE = 'urn:own-motion:flags';

export const FLAG_EVENT_TYPES = {
  raised: 'own-motion.flag-raised.v1',
  changed: 'own-motion.flag-changed.v1',
  withdrawn: 'own-motion.flag-withdrawn.v1',
  decided: 'own-motion.flag-decided.v1',
} as const;
export type FlagEventType = (typeof FLAG_EVENT_TYPES)[keyof typeof FLAG_EVENT_TYPES];

const place = z.strictObject({
  office: z
    .string()
    .regex(/^[A-Z0-9]{2,8}$/)
    .optional()
    .describe('Office that holds the case; absent while none is on record.'),
  lane: z
    .enum(['own-motion', 'supervisor', 'needs-facts', 'triage'])
    .describe('Queue that the flag stands in or, once it is decided or withdrawn, stood in last.'),
});

export type FlagPlace = z.infer<typeof place>;

const data = place.extend({
  sequence: z
    .int()
    .min(1)
    .describe(
      'Grows with every change of the case, these and others. Of two events of a case the one with the higher is the ' +
        'later, in whatever order they come; each says all that stands, so the highest alone is enough.',
    ),
});

const fellAway = z
  .literal(true)
  .optional()
  .describe('Nothing suggests the flag any more; it stands because a person has it in hand.');

function flagEvent<T extends FlagEventType, D extends z.ZodRawShape>(type: T, meaning: string, more: D) {
  return z
    .strictObject({
      specversion: z.literal('1.0').describe('Version of CloudEvents.'),
      id: z.string().min(1).describe('Id of the event, the same whenever it is sent: one seen before is dropped.'),
      source: z.literal(FLAG_SOURCE).describe('Always the same.'),
      type: z.literal(type).describe('Type and major version of the event.'),
      subject: z
        .string()
        .min(1)
        .max(128)
        .describe('Key of the case: a keyed hash of its id, as in the addresses of the review page.'),
      time: timestamp.describe('When the change was stored; shown, never used to order events.'),
      datacontenttype: z.literal('application/json').describe('Media type of data.'),
      data: data.extend(more).describe(meaning),
    })
    .describe(meaning);
}

const flagRaised = flagEvent(FLAG_EVENT_TYPES.raised, 'A case waits for a person: it did not before, or does again.', {
  fellAway,
});

const flagChanged = flagEvent(FLAG_EVENT_TYPES.changed, 'A case that waits for a person waits elsewhere.', {
  fellAway,
  previous: place.describe('Where it waited before, so that those who no longer have it hear of it.'),
});

const flagWithdrawn = flagEvent(
  FLAG_EVENT_TYPES.withdrawn,
  'What was announced of a flag on this case counts no more. No reason is given.',
  {},
);

const flagDecided = flagEvent(FLAG_EVENT_TYPES.decided, 'A person has decided what is done about a case.', {
  decision: z
    .enum(['move-to-dismiss', 'move-to-close', 'cancel-nta', 'other-discretion', 'decline', 'refer'])
    .describe('What was decided. Who decided it and why are not announced.'),
});

export const flagEvents = z.discriminatedUnion('type', [flagRaised, flagChanged, flagWithdrawn, flagDecided]).meta({
  title: 'Flag events',
  description:
    'What happens to the flags of cases, as CloudEvents 1.0 events in structured JSON mode. No fact, ground, person or ' +
    'reason stands in any of them, and no event tells of a case that is restricted under 8 U.S.C. 1367.',
});

export type FlagEvent = z.infer<typeof flagEvents>;
