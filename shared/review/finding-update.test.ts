/** The docket update of a finding: above all others of the case, accepted by the queue, without the reason. */
import { expect, test } from 'vitest';
import { decodeDocketUpdate } from '../../events/decode.ts';
import { findingUpdate } from './finding-update.ts';

const found = {
  caseId: 'A-1',
  kind: 'finding',
  act: 'act-1',
  on: '2021-06-15',
  at: '2021-06-15T12:00:00.000Z',
  facts: { removable: false },
} as const;

test.each([
  ['the first of a case that has none', [], 0],
  ['one above the highest', [3, 12, 5], 13],
  ['nothing above the highest number there is', [Number.MAX_SAFE_INTEGER], undefined],
])('%s', (_, sequences, sequence) => {
  expect(findingUpdate({ ...found, sequences })?.data.sequence).toBe(sequence);
});

test('is an update that the queue accepts', () => {
  const update = findingUpdate({ ...found, sequences: [1] });
  expect(decodeDocketUpdate(JSON.stringify(update))).toEqual({ kind: 'accepted', update });
});
