import { describe, expect, test } from 'vitest';
import { DEFAULT_CLAIM_NAMES, viewerOf } from './viewer-of.ts';

const good = {
  sub: 'subject-1',
  name: 'Ann Example',
  own_motion_role: 'reviewer',
  own_motion_offices: 'NYC LOS',
  own_motion_protected: 'false',
};

const read = (claims: Record<string, unknown>) => viewerOf({ ...good, ...claims }, DEFAULT_CLAIM_NAMES);

test('a person, a role, offices, and access to protected cases only where it is said in so many words', () => {
  expect(read({})).toEqual({
    id: 'subject-1',
    name: 'Ann Example',
    role: 'reviewer',
    offices: ['NYC', 'LOS'],
    protectedAccess: false,
  });
  for (const said of ['true', true]) expect(read({ own_motion_protected: said })?.protectedAccess).toBe(true);
  for (const said of [undefined, '', 'TRUE', 'yes', '1', 1, ['true'], '[true]']) {
    expect(read({ own_motion_protected: said })?.protectedAccess).toBe(false);
  }
});

describe('offices', () => {
  test.each<[said: unknown, offices: string[]]>([
    ['NYC', ['NYC']],
    ['[NYC LOS]', ['NYC', 'LOS']],
    ['[NYC, LOS]', ['NYC', 'LOS']],
    [
      ['NYC', 'LOS'],
      ['NYC', 'LOS'],
    ],
    ['  NYC   NYC ', ['NYC']],
    ['*', ['*']],
    ['UNASSIGNED', ['UNASSIGNED']],
  ])('%j', (said, offices) => {
    expect(read({ own_motion_offices: said })?.offices).toEqual(offices);
  });

  test.each([undefined, '', '[]', 'nyc', 'NYC ../LOS', 'N', 'NEWYORKCITY', '**', 7, {}, 'NYC#LOS'])(
    '%j is none',
    (said) => {
      expect(read({ own_motion_offices: said })).toBeUndefined();
    },
  );
});

test.each([undefined, '', 'admin', 'Reviewer', '[reviewer supervisor]', ['reviewer', 'auditor'], 1, '[]'])(
  'the role %j is none',
  (said) => {
    expect(read({ own_motion_role: said })).toBeUndefined();
  },
);

test.each(['[auditor]', ['auditor'], ' auditor '])('the role %j is that of an auditor', (said) => {
  expect(read({ own_motion_role: said })?.role).toBe('auditor');
});

test.each([undefined, '', 7, 'x'.repeat(257)])('the subject %j is nobody', (sub) => {
  expect(read({ sub })).toBeUndefined();
});

test.each<[said: unknown, shown: string]>([
  [undefined, 'subject-1'],
  ['', 'subject-1'],
  ['  \u202E ', 'subject-1'],
  ['Ann\u0000\u001B[31m \u202EExample\n', 'Ann[31m Example'],
  ['Zoë Núñez', 'Zoë Núñez'],
  ['x'.repeat(500), 'x'.repeat(100)],
  [['Ann'], 'subject-1'],
])('the name %j is shown as %j', (said, shown) => {
  expect(read({ name: said })?.name).toBe(shown);
});

test('claims have the names that the deployment gives them', () => {
  const names = { role: 'groups', offices: 'custom:offices', protectedAccess: 'custom:1367' };
  const claims = { sub: 's', groups: '[supervisor]', 'custom:offices': 'BOS', 'custom:1367': 'true' };
  expect(viewerOf(claims, names)).toMatchObject({ role: 'supervisor', offices: ['BOS'], protectedAccess: true });
  expect(viewerOf(good, names)).toBeUndefined();
});
