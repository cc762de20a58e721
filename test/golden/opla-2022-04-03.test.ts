/** Every worked case of the guidance of April 3, 2022 through the product, and that together they leave nothing out. */
import { expect, test } from 'vitest';
import { goldenCases } from './opla-2022-04-03.ts';
import { describeWorkedCases } from './worked-cases.ts';

describeWorkedCases('opla-2022-04-03', goldenCases);

test('every action, priority, lane and status is met by some case', () => {
  const met = <T>(of: (golden: (typeof goldenCases)[number]) => T[]) => new Set(goldenCases.flatMap(of));
  expect(met(({ expected }) => expected.actions ?? [])).toEqual(
    new Set([
      'administratively-close',
      'ask-position',
      'cancel-nta',
      'continue',
      'custody-review',
      'decline-to-file',
      'dismiss',
      'join-motion-to-reopen',
      'no-appeal',
      'stipulate',
      'withdraw-appeal',
    ]),
  );
  expect(met(({ expected }) => [expected.priority])).toEqual(
    new Set(['border-security', 'national-security', 'none', 'public-safety', 'undetermined']),
  );
  expect(met(({ expected }) => [expected.lane])).toEqual(new Set(['needs-facts', 'none', 'own-motion', 'supervisor']));
  expect(met(({ expected }) => [expected.policyStatus ?? 'in-force'])).toEqual(
    new Set(['in-force', 'not-yet', 'superseded', 'suspended']),
  );
});
