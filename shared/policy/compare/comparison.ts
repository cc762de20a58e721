/** A comparison of two policies over a docket, as the command writes it out: schema, and its types from it. */
import * as z from 'zod';
import { calendarDate } from '../../../events/dates.ts';
import type { Lane } from '../classification.ts';

/** In the order in which tables and plots show them. */
export const LANES = ['own-motion', 'supervisor', 'needs-facts', 'triage', 'none'] as const satisfies readonly Lane[];

const count = z.int().nonnegative();
const lane = z.enum(LANES);
const truth = z.union([z.boolean(), z.literal('unknown')]);
const countByLane = z.strictObject({
  'own-motion': count,
  supervisor: count,
  'needs-facts': count,
  triage: count,
  none: count,
});

const account = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('rule'),
      rule: z.string().meta({ description: 'Id of a rule on which the two sides differ.' }),
      a: truth.nullable().meta({ description: 'What it says under A; null when A has no such rule.' }),
      b: truth.nullable(),
    }),
    z.strictObject({
      kind: z.literal('lanes'),
      a: z.string().nullable().meta({ description: 'Row of the lane table of A that decided, in words.' }),
      b: z.string().nullable(),
    }),
    z.strictObject({ kind: z.literal('restricted') }),
  ])
  .meta({ description: 'What accounts for a difference; of a restricted case only that it is restricted.' });

const side = z.strictObject({
  policy: z.string(),
  title: z.string(),
  issuedBy: z.string(),
  issuedOn: calendarDate,
  status: z
    .enum(['not-yet', 'in-force', 'suspended', 'superseded'])
    .meta({ description: 'On the day of the answers.' }),
  contentHash: z.string().meta({ description: 'Of the policy as it was read, with what was set.' }),
  parameters: z
    .record(
      z.string(),
      z.strictObject({ is: z.union([z.number(), z.string()]), was: z.union([z.number(), z.string()]) }),
    )
    .meta({ description: 'Parameters set for this run, with the value of the policy itself.' }),
  readings: z
    .record(z.string(), z.string())
    .meta({ description: 'Answers given for cases that have no reading of their own, by question.' }),
});

const comparedCase = z.discriminatedUnion('restricted', [
  z.strictObject({
    restricted: z.literal(false),
    caseId: z.string(),
    office: z.string().nullable(),
    a: lane,
    b: lane,
    accounts: z.array(account),
  }),
  z.strictObject({ restricted: z.literal(true), a: lane, b: lane }),
]);

export const comparison = z.strictObject({
  asOf: calendarDate,
  a: side,
  b: side,
  updates: z.strictObject({ read: count, rejected: count }).meta({ description: 'Lines of the input.' }),
  cases: count,
  differing: count.meta({ description: 'Cases in another lane under B than under A.' }),
  restricted: count.meta({
    description: 'Cases whose grounds may be shown to few; they are counted everywhere but by office.',
  }),
  showsRestricted: z.boolean().meta({ description: 'Restricted cases are shown like any other.' }),
  cells: z
    .array(
      z.strictObject({
        a: lane,
        b: lane,
        cases: count,
        accounts: z
          .array(z.strictObject({ account, cases: count }))
          .meta({ description: 'Most cases first; a case may count under several.' }),
      }),
    )
    .meta({ description: 'Cells of the matrix that are not empty, row by row.' }),
  offices: z
    .array(z.strictObject({ office: z.string().nullable(), a: countByLane, b: countByLane, differing: count }))
    .meta({ description: 'By office; null where none is recorded.' }),
  changed: z.array(comparedCase).optional().meta({ description: 'The cases that differ, when they were asked for.' }),
});

export type Comparison = z.infer<typeof comparison>;
export type ComparedSide = Comparison['a'];
export type ShownCase = z.infer<typeof comparedCase>;
export type CountByLane = z.infer<typeof countByLane>;
