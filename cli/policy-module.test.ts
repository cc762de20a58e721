import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chooseSides, knownInstruments } from './policy-choice.ts';
import { readPolicyModule } from './policy-module.ts';

const root = join(import.meta.dirname, '..');
const OWN = join(root, 'test', 'policy', 'own-instrument', 'instrument.ts');
const folder = mkdtempSync(join(tmpdir(), 'own-motion-policy-'));
let written = 0;

/** A module with this text, in a folder outside the program. */
function moduleWith(text: string): string {
  written += 1;
  const path = join(folder, `policy-${written}.ts`);
  writeFileSync(path, text);
  return path;
}

/** The directive of `test/policy/`, changed in one place. */
const changed = (change: string) =>
  moduleWith(
    `import { instrument as own } from ${JSON.stringify(OWN)}; export const instrument = { ...own, ${change} };`,
  );

async function refusal(path: string): Promise<string> {
  const read = await readPolicyModule(path);
  return read.kind === 'refused' ? read.message : 'not refused';
}

describe('a policy module', () => {
  it('gives the instrument that it exports', async () => {
    const read = await readPolicyModule(OWN);
    expect(read).toMatchObject({ kind: 'read', instrument: { id: 'field-office-2021-09-01' } });
  });

  it.each<[what: string, path: () => string, why: RegExp]>([
    ['no such file', () => join(folder, 'none.ts'), /could not be loaded: Error: Cannot find module/],
    ['no code', () => moduleWith('export const instrument = ;'), /could not be loaded: \w*Error: .+$/],
    ['code that fails', () => moduleWith("throw new TypeError('no memo')"), /could not be loaded: TypeError: no memo/],
    ['a failure that is no error', () => moduleWith("throw 'no memo'"), /could not be loaded: unknown failure/],
    ['no instrument', () => moduleWith('export const policy = 1;'), /must export `instrument` .* at instrument: /],
    ['nothing in its place', () => moduleWith('export const instrument = null;'), /at instrument: /],
    ['an id that cannot be typed', () => changed("id: 'Own Memo'"), /at instrument\.id: /],
    ['a day that does not exist', () => changed("issuedOn: '2021-02-30'"), /at instrument\.issuedOn: /],
    [
      'a status of its own',
      () => changed("history: [{ from: '2021-01-01', status: 'new', why: '' }]"),
      /history\.0\.status/,
    ],
    [
      'rules that were not compiled',
      () => changed('priorities: own.priorities.map(({ node, ...rule }) => rule)'),
      /priorities\.0\.node/,
    ],
    ['no lanes', () => changed('lane: undefined'), /at instrument\.lane: a function is expected/],
    ['no hash', () => changed("contentHash: 'abc'"), /at instrument\.contentHash: /],
    [
      'a slip',
      () => changed('parameters: {}'),
      /a rule reads the parameter entryCutOff, which the instrument does not list so/,
    ],
  ])('is refused with its name and one fault: %s', async (_, path, why) => {
    const file = path();
    const message = await refusal(file);
    expect(message).toMatch(why);
    expect(message).toContain(`policy module ${file}: `);
  });
});

describe('the instruments known', () => {
  it('have those of modules after them', async () => {
    const known = await knownInstruments([OWN]);
    expect(known.kind === 'known' && known.instruments.map(({ id }) => id).at(-1)).toBe('field-office-2021-09-01');
  });

  it('have no two of one name', async () => {
    const twice = await knownInstruments([OWN, OWN]);
    expect(twice).toMatchObject({ kind: 'refused', message: expect.stringContaining('is known already') });
    const taken = await knownInstruments([changed("id: 'opla-2021-05-27'")]);
    expect(taken).toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('opla-2021-05-27 is known already'),
    });
  });

  it('are listed when a policy is none of them, those of modules too', async () => {
    const chosen = await chooseSides({ policies: ['memo'], modules: [OWN], settings: [], names: [] });
    expect(chosen).toEqual({
      kind: 'refused',
      message:
        'unknown policy "memo". The instruments known are: opla-2021-05-27, opla-2022-04-03, ice-2021-02-18, ' +
        'field-office-2021-09-01.',
    });
  });
});
