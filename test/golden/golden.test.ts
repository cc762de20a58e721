/** Every worked case, from a docket update to the answer, through the product. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { POLICY } from './instrument.ts';
import { goldenCases } from './opla-2021-05-27.ts';
import { expected, given } from './table.ts';
import { describeWorkedCases } from './worked-cases.ts';

/** The pages the cases were taken from; they lie beside a working copy, never in the repository. */
const SOURCE = new URL('../../../shared/law/cases.ndjson', import.meta.url);

describeWorkedCases(POLICY, goldenCases);

const sourceCase = z.strictObject({
  id: z.string(),
  title: z.string(),
  policy: z.literal(POLICY),
  asOf: z.string(),
  facts: z.record(z.string(), z.unknown()),
  expect: z.record(z.string(), z.unknown()),
  why: z.string(),
  cite: z.string(),
});

const sourceExists = existsSync(SOURCE);
if (!sourceExists) console.warn('skipped: the pages the worked cases were taken from are not beside this working copy');

describe.skipIf(!sourceExists)('the tables against the pages they were taken from', () => {
  test('hold exactly the same cases', () => {
    const lines = readFileSync(SOURCE, 'utf8').trim().split('\n');
    const theirs = lines.map((line) => sourceCase.parse(JSON.parse(line)));
    const ours = goldenCases.map((golden) => ({
      id: golden.id,
      title: golden.title,
      policy: POLICY,
      asOf: golden.asOf,
      facts: given(golden),
      expect: expected(golden),
      why: golden.why,
      cite: golden.cite,
    }));
    const byId = (left: { id: string }, right: { id: string }) => (left.id < right.id ? -1 : 1);
    expect(ours.toSorted(byId)).toEqual(theirs.toSorted(byId));
  });
});
