/** The part of a classification that is stored with a case; the explanation is rebuilt from it and the facts. */
import * as z from 'zod';
import { calendarDate } from '../../events/dates.ts';
import type { Classification } from '../policy/classification.ts';

const truth = z.union([z.boolean(), z.literal('unknown')]);

export const compactClassification = z.object({
  asOf: calendarDate,
  priority: z.string(),
  priorities: z.record(z.string(), truth),
  grounds: z.record(z.string(), truth),
  lane: z.enum(['own-motion', 'supervisor', 'needs-facts', 'triage', 'none']),
  actions: z.array(z.string()),
  dismissParagraph: z.string().optional(),
  needs: z.array(z.string()),
  notices: z.array(z.string()),
  digest: z.string(),
});

export type CompactClassification = Readonly<z.infer<typeof compactClassification>>;

/** A case with this notice is restricted: 8 U.S.C. 1367, 8 CFR 214.11 and 214.14. */
const RESTRICTED_NOTICE = 'restricted';

export function compactOf(classification: Classification): CompactClassification {
  const { asOf, priority, priorities, grounds, lane, actions, dismissParagraph, needs, notices, digest } =
    classification;
  return {
    asOf,
    priority,
    priorities,
    grounds,
    lane,
    actions,
    ...(dismissParagraph !== undefined && { dismissParagraph }),
    needs,
    notices,
    digest,
  };
}

export function isRestricted({ notices }: { notices: readonly string[] }): boolean {
  return notices.includes(RESTRICTED_NOTICE);
}
