/** The list of facts as the fold reads it off the event schema, and the paths that name them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assertedFacts } from '../../events/facts.ts';
import { randomRuns } from '../../test/mutation/random-runs.ts';
import { factTree, joinPath, splitPath } from './fact-tree.ts';

describe('the list of facts', () => {
  it('has every key of the schema, and no other', () => {
    expect([...factTree.keys()]).toEqual(Object.keys(assertedFacts.shape));
  });

  it.each([
    ['stage', 'fact'],
    ['hearing', 'fact'],
    ['lastEntry', 'fact'],
    ['apprehension', 'fact'],
    ['threatFinding', 'fact'],
    ['otherPriorityApproval', 'fact'],
    ['lawfulStatus', 'fact'],
    ['nationalSecurity', 'group'],
    ['gang', 'group'],
    ['humanitarian', 'group'],
    ['cooperation', 'group'],
    ['aggravating', 'group'],
    ['convictions', 'entries'],
    ['pendingCharges', 'entries'],
    ['ntaCharges', 'entries'],
    ['relief', 'entries'],
    ['militaryService', 'entries'],
    ['equities', 'entries'],
    ['readings', 'entries'],
  ])('takes %s as: %s', (name, kind) => {
    expect(factTree.get(name)?.kind).toBe(kind);
  });

  it('takes collateral litigation as a group within a group', () => {
    const humanitarian = factTree.get('humanitarian');
    const inner = humanitarian?.kind === 'group' ? humanitarian.members.get('collateralLitigation') : undefined;
    const path = 'humanitarian/collateralLitigation';
    expect(inner).toEqual({
      kind: 'group',
      path,
      members: new Map(
        ['significant', 'nonFrivolous'].map((name) => [name, { kind: 'fact', path: `${path}/${name}` }]),
      ),
    });
  });
});

describe('a path', () => {
  it('keeps apart names that hold its own signs', () => {
    const name = fc.string({
      unit: fc.constantFrom('a', '/', '~', '0', '1', '.', '\u{1F600}'),
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 3 }), (names) => {
        expect(splitPath(names.reduce(joinPath, ''))).toEqual(names);
      }),
      { numRuns: randomRuns(2_000) },
    );
  });

  it('lies in another only when its names say so', () => {
    expect(joinPath('convictions', 'a/b')).toBe('convictions/a~1b');
    expect(joinPath('convictions', 'a~1b')).toBe('convictions/a~01b');
    expect(joinPath(joinPath('convictions', 'a'), 'b')).toBe('convictions/a/b');
  });
});
