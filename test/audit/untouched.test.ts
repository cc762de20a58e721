/** An audit of cases that nobody has tampered with finds nothing, and every kind of work was there to be audited. */
import { describe, expect, test } from 'vitest';
import { headFault } from '../../shared/audit/against-seal.ts';
import { headDigest } from '../../shared/audit/digests.ts';
import { sealedHeadOf, sealOver } from '../../shared/audit/seal.ts';
import { verifyCase } from '../../shared/audit/verify-case.ts';
import { headAttributes, parseHead } from '../../shared/store/dynamo/items.ts';
import { evidenceOf, officeAtWork, verifying } from './office.ts';

const office = await officeAtWork(48);

describe('an office at work', () => {
  test('has every kind of act and flag, and more than one head of most cases', () => {
    const acts = office.cases.flatMap((kept) => kept.acts.map(({ kind }) => kind));
    expect(new Set(acts)).toEqual(new Set(['access', 'decision', 'finding', 'hold', 'release']));
    const states = office.cases.map(({ head }) => head.flag?.state);
    expect(new Set(states)).toEqual(new Set(['raised', 'withdrawn', undefined]));
    expect(Math.max(...office.cases.map(({ head }) => head.review?.decisions.length ?? 0))).toBe(2);
  });

  test('is found untouched', () => {
    for (const kept of office.cases) {
      const verdict = verifyCase(evidenceOf(kept), verifying);
      expect(verdict).toMatchObject({ faults: [], isClassificationChecked: true });
      expect(verdict.ledgerDigest).toMatch(/^[0-9a-f]{64}$/);
    }
  });

  test('is found untouched at every version that its heads had', () => {
    for (const [caseKey, heads] of office.history) {
      const kept = office.cases.find((one) => one.caseKey === caseKey);
      for (const head of heads) {
        // Entries and acts that came later are not yet settled then.
        const faults = verifyCase(
          { caseKey, head, entries: kept?.entries ?? [], acts: kept?.acts ?? [] },
          { ...verifying, settledBefore: '' },
        ).faults;
        expect(faults.filter(({ item }) => item !== 'act')).toEqual([]);
      }
    }
  });

  test('has digests that do not turn on how a head was read', () => {
    for (const { caseKey, head } of office.cases) {
      const stored = { ...headAttributes(caseKey, head, head.version), ...(head.review && { review: head.review }) };
      const item = Object.fromEntries(Object.entries(stored).filter(([, value]) => value !== undefined));
      expect(headDigest(parseHead(caseKey, item))).toBe(headDigest(head));
    }
  });

  test('has one root whatever the order, and none that another set of heads has', () => {
    const about = { segment: 0, of: 1, from: '2021-06-15T12:00:00Z', until: '2021-06-15T12:00:01Z' };
    const heads = office.cases.map(({ head }) => sealedHeadOf(head));
    expect(sealOver(heads.toReversed(), about)).toEqual(sealOver(heads, about));
    expect(sealOver(heads.slice(1), about).root).not.toBe(sealOver(heads, about).root);
  });

  test('says of heads that were written since the seal nothing', () => {
    const before = [...office.history.values()].flatMap((heads) => heads.slice(-2, -1)).map(sealedHeadOf);
    const now = new Map(office.cases.map(({ caseKey, head }) => [caseKey, sealedHeadOf(head)]));
    expect(before.length).toBeGreaterThan(20);
    expect(before.flatMap((sealed) => headFault(sealed, now.get(sealed.caseKey)) ?? [])).toEqual([]);
  });
});
