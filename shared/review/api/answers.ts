/** What the reviewers' API answers: the bodies of its responses, each parsed once more before it leaves. */
import * as z from 'zod';
import { calendarDate } from '../../../events/dates.ts';
import type { CaseExplanation } from '../../policy/explanation/case-explanation.ts';
import { ACT_KINDS } from '../act.ts';
import { BLIND_ANSWERS } from '../blind-review.ts';
import { DECISIONS, FLAG_STATUSES } from '../review.ts';
import { ROLES } from '../viewer.ts';

const instant = z.string().describe('Instant, ISO 8601 in UTC.');
const truth = z.union([z.boolean(), z.literal('unknown')]);
const lane = z.enum(['own-motion', 'supervisor', 'needs-facts', 'triage']);
const decision = z.enum(DECISIONS);
const status = z.enum(FLAG_STATUSES);
const key = z.string().describe('Keyed hash of the case id.');

const policy = z.object({
  id: z.string(),
  title: z.string(),
  status: z.enum(['not-yet', 'in-force', 'suspended', 'superseded']),
});

export const me = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(ROLES),
  offices: z.array(z.string()).describe('Offices whose queues the person may open.'),
  protectedAccess: z.boolean(),
  policy,
  asOf: calendarDate.describe('The day that cases are shown as of.'),
  leaseMinutes: z.int().describe('How long a claim lasts.'),
  handling: z.string().describe('The banner for every screen and every sheet of paper.'),
});

const claimShown = z.object({ name: z.string(), mine: z.boolean(), at: instant, expiresAt: instant });
const holdShown = z.object({ name: z.string(), mine: z.boolean(), at: instant, until: calendarDate });
const decisionShown = z.object({ decision, name: z.string(), mine: z.boolean(), at: instant });

/** One line of a list: nothing of the law, and nothing that identifies anyone. */
export const flagRow = z.object({
  key,
  office: z.string(),
  lane,
  status,
  restricted: z.boolean(),
  detained: truth,
  hearingOn: calendarDate.optional(),
  raisedAt: instant,
  changedAt: instant,
  fellAway: z.boolean().describe('The lane has fallen away while a person had the flag in hand.'),
  claim: claimShown.optional(),
  hold: holdShown.optional(),
  decided: decisionShown.optional(),
});

export const queuePage = z.object({
  flags: z.array(flagRow),
  cursor: z.string().optional().describe('Signed, for the page after this one; absent on the last.'),
});
export const claims = z.object({ flags: z.array(flagRow) });

const laneCounts = z.object({
  lane,
  open: z.int(),
  claimed: z.int(),
  onHold: z.int(),
  decided: z.int(),
});

export const summary = z.object({
  office: z.string(),
  asOf: calendarDate,
  lanes: z.array(laneCounts),
  ages: z.array(z.object({ lane, days: z.array(z.int()) })).describe('Age in days of every undecided flag, by lane.'),
  hearings: z.array(z.object({ on: calendarDate, flags: z.int() })).describe('Undecided flags by day of next hearing.'),
  weeks: z
    .array(z.object({ from: calendarDate, raised: z.int(), decided: z.int() }))
    .describe('Flags that still stand by the week they were raised, and decisions by the week they were made.'),
  agreement: z
    .array(z.object({ rule: z.string(), title: z.string(), moved: z.int(), declined: z.int(), referred: z.int() }))
    .describe('What people decided where a rule was found true; it measures the rules, never a person.'),
  samples: z.array(
    z.object({
      id: z.string(),
      at: instant,
      name: z.string(),
      seed: z.string(),
      size: z.int(),
      answers: z.object({ 'would-flag': z.int(), 'would-not-flag': z.int(), 'cannot-tell': z.int() }),
      waiting: z.array(key).describe('Cases that nobody has answered for.'),
    }),
  ),
  isPartial: z.boolean().describe('The office has more flags than are counted here.'),
});

const told = z.object({ path: z.string(), name: z.string(), told: z.string() });

const updateEvent = z.object({
  kind: z.literal('update'),
  at: instant.describe('When it was received.'),
  source: z.string(),
  id: z.string(),
  sequence: z.int(),
  provenance: z.enum(['record', 'respondent', 'third-party', 'prohibited']),
  on: calendarDate.optional(),
  entry: z.object({ code: z.string(), text: z.string().optional() }).optional(),
  facts: z.array(told).describe('What it asserts, in words.'),
  sinceClaim: z.boolean().describe('It came after the case was claimed.'),
  person: z.object({ name: z.string(), reason: z.string() }).optional().describe('Who found or read it, and why.'),
});
const actEvent = z.object({
  kind: z.literal('act'),
  act: z.enum(ACT_KINDS),
  at: instant,
  name: z.string(),
  mine: z.boolean(),
  decision: decision.optional(),
  until: calendarDate.optional(),
  reason: z.string().optional(),
});

/** A fact that a person may find in this case, and the values it can take. */
const findable = z.object({
  path: z.string(),
  name: z.string(),
  /** True for a fact whose absence may turn the lane. */
  isNeeded: z.boolean(),
  options: z.array(z.object({ value: z.unknown(), says: z.string() })).describe('Empty where the value is typed in.'),
  input: z.enum(['choice', 'date', 'partial-date', 'text', 'number']),
});
const readable = z.object({
  question: z.string(),
  asks: z.string(),
  options: z.array(z.object({ answer: z.string(), says: z.string() })),
});

const changed = z.object({ path: z.string(), name: z.string(), from: z.string(), to: z.string() });

const caseShown = z.object({
  key,
  caseId: z.string(),
  seen: z.object({ version: z.int(), digest: z.string(), updates: z.int() }),
  office: z.string(),
  lane: lane.optional().describe('Where its flag stands; absent for a case without one.'),
  status: status.optional(),
  fellAway: z.boolean(),
  restricted: z.boolean(),
  claim: claimShown.optional(),
  hold: holdShown.optional(),
  decided: decisionShown.optional(),
  detained: truth,
  hearing: z.object({ on: calendarDate, kind: z.enum(['master', 'individual']) }).optional(),
  may: z
    .object({
      claim: z.boolean(),
      release: z.boolean(),
      hold: z.boolean(),
      decide: z.array(decision),
      record: z.boolean(),
    })
    .describe('What this viewer may do now; the server checks again.'),
  changedSinceClaim: z.array(changed),
  timeline: z.array(z.discriminatedUnion('kind', [updateEvent, actEvent])).describe('The newest first.'),
  findable: z.array(findable),
  readable: z.array(readable),
  explanation: z
    .looseObject({ caseId: z.string(), asOf: calendarDate, restricted: z.boolean() })
    .describe('As `own-motion explain --json` prints it.'),
});
export const caseView = caseShown;

/** A sampled case as a blind reviewer sees it: the facts, and nothing of what the program made of them. */
export const blindView = z.object({
  key,
  sample: z.string(),
  restricted: z.boolean().describe('How the file is to be handled; whoever reads it gave a reason to.'),
  facts: z.array(z.object({ path: z.string(), name: z.string(), told: z.string(), source: z.string() })),
  answers: z.array(z.enum(BLIND_ANSWERS)),
});

export const found = z.object({ key });
export const sent = z
  .object({ updateId: z.string() })
  .describe(
    'The finding is on its way through the queue of docket updates; the case moves when it has been folded in.',
  );

/** What a draft motion says: neutral words only, nothing protected, placeholders where the program knows nothing. */
export const draftMotion = z.object({
  kind: z.enum(['move-to-dismiss', 'move-to-close']),
  heading: z.string(),
  title: z.string(),
  caption: z.array(z.object({ label: z.string(), placeholder: z.string() })),
  sections: z.array(z.object({ heading: z.string(), paragraphs: z.array(z.string()) })),
  footer: z.string(),
});

export const PROBLEM_CODES = [
  'not-signed-in',
  'not-found',
  'not-allowed',
  'bad-request',
  'access-reason-needed',
  'case-moved',
  'held-by-another',
  'not-claimed',
  'not-flagged',
  'nothing-free',
  'key-used-otherwise',
  'limit-reached',
  'try-again',
  'failed',
] as const;

/** RFC 9457. It names places and codes, never a value. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.enum(PROBLEM_CODES),
  /** JSON paths of the request at fault. */
  paths: z.array(z.string()).optional(),
  /** `held-by-another`: whose claim it is, or who put it on hold. */
  holder: claimShown.optional(),
  hold: holdShown.optional(),
  /** `case-moved`. */
  changes: z.array(changed).optional(),
  seen: z.object({ version: z.int(), digest: z.string(), updates: z.int() }).optional(),
  /** `nothing-free`: all is done, all is in hand, or what is free is protected and opens only for a reason. */
  because: z.enum(['all-done', 'all-in-hand', 'only-protected']).optional(),
});

export type Me = z.infer<typeof me>;
export type FlagRow = z.infer<typeof flagRow>;
export type QueuePageShown = z.infer<typeof queuePage>;
export type ClaimsShown = z.infer<typeof claims>;
export type Summary = z.infer<typeof summary>;
export type CaseView = Omit<z.infer<typeof caseShown>, 'explanation'> & { explanation: CaseExplanation };
export type BlindView = z.infer<typeof blindView>;
export type TimelineEvent = CaseView['timeline'][number];
export type DraftMotion = z.infer<typeof draftMotion>;
export type Problem = z.infer<typeof problem>;
export type ProblemCode = (typeof PROBLEM_CODES)[number];
