/** An instrument as the reviewers' page reads it: what `docs/policy/` says of it, and its status on the day. */
import * as z from 'zod';
import { calendarDate } from '../../../events/dates.ts';

const confidence = z.enum(['two-sources', 'one-source', 'unverified']);
const known = z.union([confidence, z.literal('product')]);
const status = z.enum(['not-yet', 'in-force', 'suspended', 'superseded']);
const lane = z.enum(['own-motion', 'supervisor', 'needs-facts', 'triage', 'none']);

const line = z
  .object({
    text: z.string().describe('Backticks mark fact paths and values, asterisks a term that is defined below.'),
    get parts() {
      return z.array(line);
    },
  })
  .meta({ id: 'OutlineLine', description: 'A line of an outline with the lines under it.' });

const ruleSection = z.object({
  id: z.string(),
  kind: z.enum(['priority', 'ground']),
  title: z.string(),
  text: z.string().describe('The sentence of law in plain words.'),
  cite: z.string(),
  confidence,
  unverified: z.array(z.string()).describe('Parts of the sentence that are less well known than the rest.'),
  outline: line,
  definitions: z.array(line),
  parameters: z.array(
    z.object({
      name: z.string(),
      value: z.union([z.number(), calendarDate]),
      unit: z.enum(['days', 'years', 'date']),
      basis: z.enum(['memo', 'statute', 'product', 'ordinary-meaning', 'what-if']),
      source: z.string(),
      from: calendarDate,
    }),
  ),
  questions: z.array(
    z.object({
      id: z.string(),
      asks: z.string(),
      raisedWhen: z.string(),
      answers: z.record(z.string(), z.string()).describe('What each answer does.'),
      source: z.string(),
    }),
  ),
  facts: z.array(z.object({ path: z.string(), meaning: z.string() })),
});

export const policyShown = z.object({
  id: z.string(),
  title: z.string(),
  issuedBy: z.string(),
  issuedOn: calendarDate,
  contentHash: z.string(),
  asOf: calendarDate,
  status: status.describe('On that day.'),
  about: z.array(z.string()),
  periods: z
    .array(z.object({ from: calendarDate, until: calendarDate.optional(), status, why: z.string() }))
    .describe('When it governed; `until` is the first day that is no longer in a period.'),
  priorities: z.array(ruleSection),
  grounds: z.array(ruleSection),
  lanes: z.array(z.object({ says: z.string(), lane })).describe('Read from the top; the first that applies decides.'),
  laneNotes: z.array(z.string()),
  actions: z.array(z.object({ id: z.string(), says: z.string(), when: z.string(), cite: z.string(), known })),
  notices: z.array(z.object({ id: z.string(), says: z.string(), when: z.string() })),
  closure: z
    .array(z.object({ circuit: z.string(), available: z.string(), source: z.string() }))
    .describe('Where, and from when, a court could close a case administratively.'),
});

export type PolicyShown = z.infer<typeof policyShown>;
