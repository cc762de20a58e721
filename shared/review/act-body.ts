/** What an act says beside who did it and when: one shape for each kind, as JSON in the act. */
import * as z from 'zod';
import { calendarDate } from '../../events/dates.ts';
import { decodeDocketUpdate } from '../../events/decode.ts';
import type { DocketUpdate } from '../../events/docket-update.ts';
import { canonicalText } from '../docket/content-hash.ts';
import type { Act, ActKind } from './act.ts';
import { BLIND_ANSWERS } from './blind-review.ts';
import { DECISIONS } from './review.ts';

/** The case was restricted when the act was done: its reason stays with those who may see such cases. */
const restricted = z.boolean();
const reason = z.string().min(1);

const bodies = {
  decision: z.object({
    reason,
    restricted,
    decision: z.enum(DECISIONS),
    seen: z.object({ version: z.int(), digest: z.string(), updates: z.int() }),
  }),
  hold: z.object({ reason, restricted, until: calendarDate }),
  release: z.object({ reason: reason.optional(), restricted }),
  access: z.object({ reason, restricted }),
  /** With the docket update as it was sent, so that it can be sent again to the letter. */
  finding: z.object({ reason, restricted, path: z.string(), update: z.string() }),
  reading: z.object({ reason, restricted, path: z.string(), update: z.string() }),
  'blind-review': z.object({ reason, restricted, sample: z.string(), answer: z.enum(BLIND_ANSWERS) }),
} as const satisfies Record<ActKind, z.ZodType>;

export type ActBodies = { [K in ActKind]: z.infer<(typeof bodies)[K]> };

/** Any body, with what only some kinds say left open. */
export interface ActBody {
  reason?: string | undefined;
  restricted: boolean;
  decision?: ActBodies['decision']['decision'];
  until?: string;
  update?: string;
  sample?: string;
}

export function writeBody<K extends ActKind>(_kind: K, body: ActBodies[K]): string {
  return JSON.stringify(body);
}

/** The error of JSON.parse quotes the text: it goes no further. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** @throws {Error} when the stored body is not what `writeBody` writes; the message repeats nothing of it */
export function readBody({ kind, body }: Pick<Act, 'kind' | 'body'>): ActBody {
  const parsed = bodies[kind].safeParse(parseJson(body));
  if (!parsed.success) throw new Error(`the body of an act of kind ${kind} is not readable`);
  return parsed.data;
}

/** The docket update that a finding or reading became; undefined for acts of other kinds. */
export function updateOf(act: Pick<Act, 'kind' | 'body'>): DocketUpdate | undefined {
  const { update } = readBody(act);
  if (update === undefined) return undefined;
  const decoded = decodeDocketUpdate(update);
  if (decoded.kind === 'rejected') throw new Error(`the update of an act of kind ${act.kind} is not readable`);
  return decoded.update;
}

/** Whether an act of a finding or reading became this very update; an act that cannot be read became none. */
export function isSource(act: Pick<Act, 'kind' | 'body'>, update: DocketUpdate): boolean {
  try {
    const kept = updateOf(act);
    return kept !== undefined && canonicalText(kept) === canonicalText(update);
  } catch {
    return false;
  }
}
