/**
 * Ten thousand tamperings, each with one or two cases of an office at work, all found; and how far each means carries: the
 * ledger alone, the archive, the seal.
 */
import { describe, expect, test } from 'vitest';
import { actDigest, entryDigest, headDigest, setDigest } from '../../shared/audit/digests.ts';
import type { Fault } from '../../shared/audit/fault.ts';
import { verifyCase } from '../../shared/audit/verify-case.ts';
import { archivedOf, evidenceOf, type KeptCase, officeAtWork, verifying } from './office.ts';
import { chanceFrom, type Tampered, tamperings } from './tampering.ts';

const TAMPERINGS = 10_000;
const office = await officeAtWork(36);
const evidence = new Map(office.cases.map((kept) => [kept.caseKey, evidenceOf(kept)]));

/** What was there from the beginning is digested once. */
function once<T extends object>(digest: (item: T) => string): (item: T) => string {
  const known = new WeakMap<T, string>();
  return (item) => {
    const digested = known.get(item) ?? digest(item);
    known.set(item, digested);
    return digested;
  };
}
const [ofEntry, ofAct] = [once(entryDigest), once(actDigest)];

/** One text for all that is kept of a case, to tell tampering from what changes nothing. */
function contentOf({ head, entries = [], acts = [] }: Partial<KeptCase>): string {
  const items = [...entries.map(ofEntry), ...acts.map(ofAct)];
  return `${head === undefined ? '' : `${head.version} ${headDigest(head)}`} ${setDigest(items)}`;
}
const contents = new Map(office.cases.map((kept) => [kept.caseKey, contentOf(kept)]));

function isTampered(kept: Partial<KeptCase>): boolean {
  return contents.get(kept.caseKey ?? '') !== contentOf(kept);
}

function faultsOf({ caseKey = '', head, entries = [], acts = [] }: Partial<KeptCase>): readonly Fault[] {
  const known = evidence.get(caseKey);
  const present = { caseKey, head, entries, acts };
  return verifyCase(
    {
      ...present,
      archived: known?.archived ?? archivedOf({ entries: [], acts: [] }),
      ...(known !== undefined && { sealed: known.sealed }),
    },
    verifying,
  ).faults;
}

/** One tampering that changes something. */
function next(name: string, chance: ReturnType<typeof chanceFrom>): Tampered {
  const tamper = tamperings[name];
  for (let tries = 0; tries < 200; tries++) {
    const tampered = tamper?.(office, chance);
    if (tampered?.kind === 'unreadable') return tampered;
    const cases = tampered?.cases.filter(isTampered) ?? [];
    if (cases.length > 0) return { kind: 'cases', cases };
  }
  throw new Error(`${name} changed nothing in 200 tries`);
}

describe('ten thousand tamperings', () => {
  const found: Record<string, Record<string, number>> = {};

  test.each(Object.keys(tamperings))('%s: found whenever it happens', (name) => {
    const counts = { ledger: 0, archive: 0, seal: 0, store: 0 };
    const chance = chanceFrom(name.length * 7919 + name.charCodeAt(0));
    const share = Math.ceil(TAMPERINGS / Object.keys(tamperings).length);
    for (let i = 0; i < share; i++) {
      const tampered = next(name, chance);
      if (tampered.kind === 'unreadable') {
        counts.store += 1;
        continue;
      }
      for (const kept of tampered.cases) {
        const faults = faultsOf(kept);
        expect(faults, `${name} of a case, number ${i}`).not.toEqual([]);
        for (const means of new Set(faults.map(({ by }) => by))) counts[means] += 1;
      }
    }
    found[name] = counts;
  });

  test('most of it is found without archive and seal', () => {
    const sum = (means: string) => Object.values(found).reduce((all, counts) => all + (counts[means] ?? 0), 0);
    expect(sum('ledger') / TAMPERINGS).toBeGreaterThan(0.6);
  });
});
