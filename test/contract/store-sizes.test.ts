/** What the items of the sample docket weigh: the figures behind `docs/access-patterns.md`. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { decodeDocketUpdate } from '../../events/decode.ts';
import { entryAttributes, entryName, HEAD, headAttributes, partitionOf } from '../../shared/store/dynamo/items.ts';
import type { CaseHead } from '../../shared/store/store.ts';
import { headOf, memberOf, names } from './store-samples.ts';
import { attributeBytes, itemBytes } from './store-sizes.ts';

const SAMPLE = new URL('../../cli/sample/docket.ndjson', import.meta.url);
const UNIT_BYTES = 1024;

function weigh() {
  const entries: number[] = [];
  const classifications: number[] = [];
  const heads: number[] = [];
  const headByCase = new Map<string, CaseHead>();
  for (const line of readFileSync(SAMPLE, 'utf8').trim().split('\n')) {
    const decoded = decodeDocketUpdate(line);
    if (decoded.kind === 'rejected') continue;
    const { update } = decoded;
    const caseKey = names.caseKey(update.subject);
    const previous = headByCase.get(caseKey);
    const content = headOf([update], previous && { previous });
    const version = (previous?.version ?? 0) + 1;
    headByCase.set(caseKey, { ...content, caseKey, version, review: undefined });

    const pk = partitionOf(caseKey);
    const receivedAt = '2021-06-15T12:00:00.000Z';
    const memberId = memberOf(update);
    const entry = entryAttributes({ memberId, body: line, receivedAt });
    entries.push(itemBytes({ pk, sk: entryName(memberId), ...entry }));
    const head = headAttributes(caseKey, content, version);
    heads.push(itemBytes({ pk, sk: HEAD, ...head }));
    classifications.push(attributeBytes(head.classification));
  }
  return { entries, heads, classifications };
}

function shareWithin(sizes: readonly number[], limit: number): number {
  return sizes.filter((size) => size <= limit).length / sizes.length;
}

test('over the sample docket, entries take one write unit, heads at most two, classifications well under 512 bytes', () => {
  const { entries, heads, classifications } = weigh();
  expect(entries.length).toBeGreaterThan(1_000);
  expect(shareWithin(entries, UNIT_BYTES)).toBeGreaterThan(0.95);
  expect(shareWithin(heads, 2 * UNIT_BYTES)).toBe(1);
  expect(Math.max(...classifications)).toBeLessThan(512);
});
