/** What is offered to be found is always something that an update can say, and that then stands. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeDocketUpdate } from '../../events/decode.ts';
import { CASE, randomCase } from '../../test/explanation/random-updates.ts';
import { contentHash } from '../docket/content-hash.ts';
import { classify } from '../policy/classify.ts';
import { evidenceOf } from '../policy/explanation/evidence.ts';
import { pathOf, valueAt } from '../policy/explanation/places.ts';
import { instruments } from '../policy/instruments.ts';
import { assertionOfFinding, findingsIn } from './findable.ts';
import { findingUpdate } from './finding-update.ts';
import type { Viewer } from './viewer.ts';

const simon: Viewer = { id: 'simon', name: 'Simon', role: 'supervisor', offices: ['*'], protectedAccess: true };

/** Missing facts that no single value gives: a person records them in a system of record. */
const NOT_OF_ONE_VALUE = ['apprehension', 'convictions', 'hearing', 'lastEntry', 'lawfulStatus'];

test('every value that is offered becomes an update that the queue accepts and that stands', () => {
  let tried = 0;
  fc.assert(
    fc.property(randomCase, fc.nat(instruments.length - 1), ({ updates, asOf }, which) => {
      const instrument = instruments[which]!;
      const evidence = evidenceOf(updates);
      const { needs } = classify(instrument, CASE, evidence.standing, asOf);
      const findings = findingsIn({ instrument, evidence, needs, viewer: simon, asOf });
      expect(new Set(findings.map(({ place }) => pathOf(place))).size).toBe(findings.length);
      for (const finding of findings) {
        const values = finding.options.length > 0 ? finding.options.map(({ value }) => value) : ['2020-02-29'];
        for (const value of values) {
          const facts = assertionOfFinding(finding, value, { evidence, asOf });
          if (facts === undefined) throw new Error(`${pathOf(finding.place)} does not take what it offers`);
          const found = {
            caseId: CASE,
            kind: 'finding',
            act: 'act',
            on: asOf,
            at: '2021-06-15T12:00:00.000Z',
            facts,
          } as const;
          const update = findingUpdate({ ...found, sequences: evidence.updates.map(({ sequence }) => sequence) });
          expect(decodeDocketUpdate(JSON.stringify(update)).kind).toBe('accepted');
          const after = evidenceOf([...updates, { update: update!, contentHash: contentHash(update!) }]).standing.facts;
          const stands = valueAt(after, finding.place);
          // A clearance lifts the mark by its own rule.
          if (pathOf(finding.place) !== 'protected1367') expect(stands ?? null).toEqual(value);
          else expect(stands).toBe(false);
          tried += 1;
        }
      }
    }),
    { numRuns: 150 },
  );
  expect(tried).toBeGreaterThan(1_000);
});

test('a decisive missing fact is offered unless it takes several values at once, or only a prohibited source tells the rest', () => {
  fc.assert(
    fc.property(randomCase, fc.nat(instruments.length - 1), ({ updates, asOf }, which) => {
      const instrument = instruments[which]!;
      const evidence = evidenceOf(updates);
      const { needs } = classify(instrument, CASE, evidence.standing, asOf);
      const offered = findingsIn({ instrument, evidence, needs, viewer: simon, asOf });
      const paths = offered.filter(({ isNeeded }) => isNeeded).map(({ place }) => pathOf(place));
      const left = needs.filter((need) => !need.startsWith('readings.') && !paths.includes(need));
      const isTold = (need: string) => evidence.standing.withProhibited === undefined || !need.includes('.');
      expect(left.filter((need) => isTold(need) && !NOT_OF_ONE_VALUE.includes(need))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
