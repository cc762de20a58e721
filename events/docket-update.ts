/**
 * The docket update, `own-motion.docket-update.v1`: one CloudEvents 1.0 event in structured JSON mode.
 * Contract, section 1. The schema is the single source of the types and of `docket-update.schema.json`.
 */
import * as z from 'zod';
import { calendarDate, timestamp } from './dates.ts';
import { assertedFacts, caseId } from './facts.ts';

export const DOCKET_UPDATE_TYPE = 'own-motion.docket-update.v1';

/** Largest update accepted, in bytes of UTF-8. */
export const DOCKET_UPDATE_MAX_BYTES = 128 * 1024;

/** Source of the updates by which a reviewer records a finding, a reading or a clearance. */
export const REVIEW_SOURCE = 'urn:own-motion:review';

export const provenance = z
  .enum(['record', 'respondent', 'third-party', 'prohibited'])
  .describe(
    'Who furnished the information: a court, agency or conviction record; the respondent; a third party; ' +
      'or solely an abuser, trafficker or perpetrator, 8 U.S.C. 1367(a)(1).',
  );

export const docketUpdateData = z
  .strictObject({
    sequence: z
      .int()
      .min(0)
      .describe('Grows with every change of the case in its source of record; delivery order means nothing.'),
    entry: z
      .strictObject({
        code: z.string().min(1).describe('Code of the docket entry in the source of record.'),
        text: z.string().optional().describe('Text of the docket entry, as a clerk wrote it.'),
        on: calendarDate.optional().describe('Day of the docket entry.'),
      })
      .optional()
      .describe('The docket entry that caused the update.'),
    provenance,
    facts: assertedFacts,
  })
  .describe('What changed, who says so, and where it stands in the order of the source of record.');

export const docketUpdate = z
  .strictObject({
    specversion: z.literal('1.0').describe('Version of CloudEvents.'),
    id: z.string().min(1).describe('Id of the event, unique within its source.'),
    source: z.string().min(1).describe('System that sent the update, a URI reference such as urn:docket:eoir.'),
    type: z.literal(DOCKET_UPDATE_TYPE).describe('Type and major version of the event.'),
    subject: caseId.describe('Case that the update is about, by its id in the source of record.'),
    time: timestamp
      .optional()
      .describe('When the source of record made the event; shown, never used to order updates.'),
    datacontenttype: z.literal('application/json').optional().describe('Media type of data.'),
    data: docketUpdateData,
  })
  .meta({
    title: 'Docket update',
    description:
      'A docket update: one change of one case, as a CloudEvents 1.0 event in structured JSON mode, at most 128 KiB of ' +
      'UTF-8. Refused as well, though JSON Schema cannot say so: dates that do not exist, duplicate keys, the key ' +
      '__proto__, lone surrogates, minus zero, and any other number that is not a safe integer.',
  });

export type Provenance = z.infer<typeof provenance>;
export type DocketUpdate = z.infer<typeof docketUpdate>;
