import { describe, expect, it } from 'vitest';
import { page } from '../test/cli/case-world.ts';
import { run } from './program.ts';
import { noProgress } from './progress.ts';

/** Runs a command line where nothing is typed and nothing runs. */
function ownMotion(...args: string[]) {
  return onTerminal(80, args);
}

async function onTerminal(columns: number, args: readonly string[]) {
  const out = page({ columns });
  const err = page();
  async function* input() {}
  const code = await run(args, {
    input: input(),
    inputIsTerminal: false,
    inputBytes: () => undefined,
    out,
    err,
    today: () => '2021-08-02',
    now: () => '2021-08-02T12:00:00.000Z',
    running: async () => ({ kind: 'refused', message: 'nothing is running here' }),
    progress: async () => noProgress,
    interrupted: () => new AbortController().signal,
  });
  return { code, out: out.text(), err: err.text() };
}

const STACK = ['--policy', 'opla-2021-05-27', '--shards', '2'];
const SAME = ['--policy', 'opla-2021-05-27', '--policy', 'opla-2021-05-27'];

describe('a command line that cannot be met', () => {
  it.each([
    ['an unknown command', ['clasify'], "unknown command 'clasify' (Did you mean classify?)"],
    ['an unknown option', ['classify', '--as_of', '2021-08-02'], "unknown option '--as_of'"],
    ['a day that does not exist', ['classify', '--as-of', '2021-02-30'], 'must be a day that exists, as YYYY-MM-DD'],
    ['a day that is no day', ['policies', '--as-of', 'today'], 'must be a day that exists, as YYYY-MM-DD'],
    ['an unknown policy', ['classify', '--policy', 'memo'], 'The instruments known are: opla-2021-05-27'],
    ['an unknown setting', ['classify', '--set', 'gang=18'], 'opla-2021-05-27 has nothing named "gang"; parameters: '],
    ['a setting for a side', ['classify', '--set', 'A:gangAge=18'], 'has nothing named "A:gangAge"'],
    ['one policy to compare', ['compare', '--policy', 'opla-2021-05-27'], 'compare takes two policies'],
    ['three to compare', ['compare', ...['a', 'b', 'c'].flatMap((id) => ['--policy', id])], 'takes two policies'],
    ['no policy to compare', ['compare'], 'compare takes two policies: --policy A --policy B; they may be the same'],
    [
      'an unknown one',
      ['compare', ...SAME, '--policy', 'x'].toSpliced(3, 2),
      'unknown policy "x". The instruments known',
    ],
    ['a number that is none', ['compare', ...SAME, '--set', 'gangAge=old'], 'gangAge takes a whole number of years'],
    ['an answer that is none', ['compare', ...SAME, '--set', 'readings.gang-age=x'], 'answers: at-participation, pres'],
    ['a question that is none', ['compare', ...SAME, '--set', 'B:readings.age=x'], 'questions: readings.juvenile-find'],
    ['a setting without a value', ['compare', ...SAME, '--set', 'gangAge'], '--set takes key=value; for one policy'],
    ['no policy module', ['policies', '--policy-module', 'none.ts'], 'policy module none.ts: it could not be loaded'],
    ['no place for a report', ['compare', ...SAME, '--html', 'none/r.html'], 'none/r.html cannot be written: ENOENT'],
    ['a missing argument', ['show'], "missing required argument 'case'"],
    ['an argument too many', ['policies', 'all'], "too many arguments for 'policies'"],
    ['a URL that is none', ['send', '--queue-url', 'queue'], 'must be an http or https URL'],
    ['a number that is none', ['quarantine', '--limit', '1e3'], 'must be a whole number from 1 to 100000'],
    ['half of a deployed stack', ['show', 'A-1', '--table', 'cases'], 'takes both --table and --key-secret'],
    ['an escape sequence', ['\u001b[31m'], "unknown command '\\u{1b}[31m'"],
    ['nothing to send to', ['send'], 'nothing is running here'],
    ['no table to show from', ['show', 'A-1'], 'nothing is running here'],
    ['no quarantine to list', ['quarantine'], 'nothing is running here'],
    [
      'no reason of ours',
      ['quarantine', 'resubmit', '--reason', 'x'],
      "argument 'x' is invalid. Allowed choices are too",
    ],
    [
      'half of a stack to resubmit in',
      ['quarantine', 'resubmit', '--table', 't'],
      'takes both --table and --queue-url',
    ],
    ['no way to reclassify', ['reclassify'], 'reclassify takes one of --dry-run, --approve and --due'],
    ['two ways to reclassify', ['reclassify', '--dry-run', '--due'], 'takes one of --dry-run, --approve and --due'],
    ['nothing to reclassify', ['reclassify', '--dry-run'], 'nothing is running here'],
    [
      'a table without a policy',
      ['reclassify', '--due', '--table', 't', '--shards', '2'],
      'takes --policy and --shards',
    ],
    ['a policy without a table', ['rebuild', '--policy', 'opla-2021-05-27'], 'belong to a deployed table'],
    ['a table without its secret', ['rebuild', '--table', 't', ...STACK], 'takes --key-secret as well'],
    [
      'a table of an unknown policy',
      ['rebuild', '--table', 't', '--policy', 'x', '--shards', '2'],
      'none that this version',
    ],
    ['a case to redrive', ['redrive', 'A-1'], "too many arguments for 'redrive'"],
  ])('ends with 2, one line on standard error and nothing on standard output: %s', async (_what, args, message) => {
    const { code, out, err } = await ownMotion(...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^own-motion: [^\n]*\n$/);
    expect(err).toContain(message);
  });

  it('shows the help when no command is given', async () => {
    const { code, out, err } = await ownMotion();
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('Usage: own-motion');
  });
});

describe('help', () => {
  it.each([
    [[]],
    [['classify']],
    [['compare']],
    [['policies']],
    [['send']],
    [['show']],
    [['quarantine']],
    [['quarantine', 'resubmit']],
    [['reclassify']],
    [['rebuild']],
    [['redrive']],
    [['sample']],
  ])('is there for %j, within 80 columns', async (command) => {
    const { code, out, err } = await ownMotion(...command, '--help');
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain(`Usage: own-motion ${command.join(' ')}`);
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it.each([['classify'], ['explain'], ['compare'], ['policies']])(
    'is as narrow as the terminal for %s',
    async (name) => {
      const { out } = await onTerminal(60, [name, '--help']);
      // But for an example that is one word, which stands on a line of its own.
      const wide = out.split('\n').filter((line) => line.length > 60 && line.trim().includes(' '));
      expect(wide.filter((line) => !/^ +\(readings\./.test(line))).toEqual([]);
    },
  );

  it.each([['classify'], ['explain'], ['compare']])('of %s says that the day leaves no update out', async (name) => {
    expect((await ownMotion(name, '--help')).out.replaceAll(/\s+/g, ' ')).toContain('updates of later days count too');
  });
});

describe('policies', () => {
  it('lists the instruments with their dates and their status on a day', async () => {
    const { code, out } = await ownMotion('policies', '--as-of', '2021-08-25');
    expect(code).toBe(0);
    expect(out).toContain('issued 2021-05-27; on 2021-08-25: suspended');
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it('takes today when no day is given', async () => {
    expect((await ownMotion('policies')).out).toContain('issued 2021-05-27; on 2021-08-02: in-force');
  });

  it('gives the same as JSON', async () => {
    const { out } = await ownMotion('policies', '--json', '--as-of', '2021-05-26');
    const memo = { id: 'opla-2021-05-27', status: 'not-yet', issuedOn: '2021-05-27', asOf: '2021-05-26' };
    expect(JSON.parse(out)).toContainEqual(expect.objectContaining(memo));
  });
});
