import { describe, expect, it } from 'vitest';
import { explainStored } from '../../cli/explain.ts';
import { chooseSide } from '../../cli/policy-choice.ts';
import { run } from '../../cli/program.ts';
import { noProgress } from '../../cli/progress.ts';
import type { DocketUpdate } from '../../events/docket-update.ts';
import type { AssertedFacts } from '../../events/facts.ts';
import { AS_OF, caseWorld, clear, page, updateOf } from './case-world.ts';

const approved = { relief: { r1: { kind: 'i-130', status: 'approved', visaAvailable: true } } } as const;

interface Typed {
  columns?: number;
  inputIsTerminal?: boolean;
}

/** `own-motion explain` with updates piped in. */
async function explain(lines: (DocketUpdate | string)[], args: string[] = [], typed: Typed = {}) {
  const out = page({ columns: typed.columns ?? 80 });
  const err = page();
  async function* input() {
    yield Buffer.from(lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join(''));
  }
  const code = await run(['explain', '--as-of', AS_OF, ...args], {
    input: input(),
    inputIsTerminal: typed.inputIsTerminal === true,
    inputBytes: () => undefined,
    out,
    err,
    today: () => AS_OF,
    now: () => `${AS_OF}T12:00:00.000Z`,
    running: async () => ({ kind: 'refused', message: 'nothing is running here' }),
    progress: async () => noProgress,
    interrupted: () => new AbortController().signal,
  });
  const text = out.text();
  return { code, text, words: text.replaceAll(/\s+/g, ' '), lines: text.split('\n'), err: err.text() };
}

function from(update: DocketUpdate, source: string, provenance: DocketUpdate['data']['provenance']): DocketUpdate {
  return { ...update, source, data: { ...update.data, provenance } };
}

const arrested = { place: 'interior', on: '2021-03-01', attemptingUnlawfulEntry: false } as const;
const reEntered: AssertedFacts = {
  ...clear,
  lastEntry: { on: '2021-01-05', manner: 'without-inspection' },
  apprehension: arrested,
};

const twice: DocketUpdate[] = [
  updateOf('A-1', 1, reEntered),
  updateOf('A-1', 2, approved),
  from(updateOf('A-1', 3, { respondentPosition: 'consents' }), 'urn:docket:opla', 'respondent'),
];

describe('the page of a case', () => {
  it('goes from facts to law, to what follows, to what is missing, to what would change it', async () => {
    const { code, words, lines } = await explain(twice);
    expect(code).toBe(0);
    const parts = [
      `Case A-1 as of ${AS_OF}, under opla-2021-05-27`,
      'In force since 2021-05-27',
      'What is on record',
      "respondent's position: consents [3]",
      'manner of the last entry: without inspection [1]',
      'Who says so',
      '[3] 2021-07-03 entry, from urn:docket:opla (A-1-3, sequence 3): the respondent says so',
      'What the policy finds in it',
      'Border security (priority): not known',
      'The person was apprehended at the border',
      'Johnson memo (Feb. 18, 2021), border security; read in two sources]',
      'yes day of the last entry lies on or after November 1, 2020 (2021-01-05) [1]',
      'not known open question border-re-entry (not answered by an attorney)',
      'What follows, for an attorney to decide',
      'priority: not determined',
      'lane: needs-facts: what is missing decides',
      'since: a priority is unknown, and a ground holds or is unknown',
      'nothing is decided, filed or sent here',
      'What is missing and would decide',
      '1. Open question border-re-entry, not answered by an attorney.',
      '-> own-motion (no priority)',
      '-> supervisor (Border security)',
      'What would change the lane, now needs-facts, were it otherwise',
      'own-motion (no priority), with - day of the last entry: before 2020-11-01, instead of 2021-01-05',
    ];
    const places = parts.map((part) => [part, words.indexOf(part)] as const);
    expect(places.filter(([, place]) => place === -1)).toEqual([]);
    expect(places.map(([, place]) => place)).toEqual(places.map(([, place]) => place).toSorted((a, b) => a - b));
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it('begins with how a restricted case must be handled, and shows a prohibited source for what it is', async () => {
    const tip = from(updateOf('A-1', 4, { aggravating: { fraud: true } }), 'urn:tip-line', 'prohibited');
    const { lines, words } = await explain([...twice, tip]);
    expect(lines[0]).toMatch(/^RESTRICTED: .*8 U\.S\.C\. 1367/);
    expect(words).toContain('priorities take it as not known: fraud on record: yes [4]');
    expect(words).toContain('sequence 4): PROHIBITED SOURCE, 8 U.S.C. 1367(a)(1)');
    expect((await explain(twice)).text).not.toContain('RESTRICTED');
  });

  it('sets what two sources say side by side, with the one that stands and why', async () => {
    const other = from(updateOf('A-1', 7, { firstPresence: '2020-12-01' }), 'urn:docket:opla', 'third-party');
    const { words } = await explain([...twice, other]);
    expect(words).toContain('Where sources disagree first known presence stands 2020-12-01, by urn:docket:opla');
    expect(words).toContain('(sequence 7) [4]: its sequence is higher 2015-03-01, by urn:docket:eoir (sequence 1) [1]');
  });

  it('says with which other facts a missing one decides', async () => {
    const { words } = await explain([updateOf('A-1', 1, { ...clear, convictions: { c1: { offense: 'theft' } } })]);
    expect(words).toContain(
      'It turns the lane once this is settled as well: conviction c1 is an aggravated felony: yes; and finding on threat: found to pose a threat: yes - final or expunged -> none (Public safety)',
    );
  });

  it('says when nothing is missing, and when no single change would matter', async () => {
    const { words } = await explain([updateOf('A-1', 1, { ...clear, stage: 'ended', proceeding: 'asylum-only' })]);
    expect(words).toContain('Nothing: no missing fact would change the lane.');
    expect(words).toContain('No single change of what is on record would.');
  });

  it('makes what senders wrote harmless to the terminal', async () => {
    const facts: AssertedFacts = { ...clear, convictions: { '\u001b[2J': { offense: 'Theft\u202e' } } };
    const { text } = await explain([from(updateOf('A-1', 1, facts), 'urn:\u001b[31m', 'record')]);
    expect(Array.from(text).filter((character) => character < ' ' && character !== '\n')).toEqual([]);
    expect(text).not.toContain('\u202e');
    expect(text).toContain('offense of conviction \\u{1b}[2J: Theft\\u{202e}');
  });

  it('is as wide as the terminal', async () => {
    const { lines } = await explain(twice, [], { columns: 50 });
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(50);
  });
});

describe('updates on standard input', () => {
  it('give a page a case, in order of first appearance, or JSON, one a line', async () => {
    const lines = [updateOf('B', 1, clear), ...twice, updateOf('B', 2, approved)];
    const { text } = await explain(lines);
    expect([...text.matchAll(/^Case (\S+) /gm)].map(([, id]) => id)).toEqual(['B', 'A-1']);
    const json = await explain(lines, ['--json']);
    const explained = json.text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(explained.map(({ caseId, classification }) => [caseId, classification.lane])).toEqual([
      ['B', 'own-motion'],
      ['A-1', 'needs-facts'],
    ]);
    expect(explained[1].missing[0]).toMatchObject({ path: 'readings.border-re-entry', turnsLane: 'alone' });
  });

  it('are those of one case when it is named', async () => {
    const { text } = await explain([updateOf('B', 1, clear), ...twice], ['--case', 'B']);
    expect([...text.matchAll(/^Case (\S+) /gm)].map(([, id]) => id)).toEqual(['B']);
  });

  it('are reported as by classify where they are rejected, and the others explained', async () => {
    const { code, err, text } = await explain([...twice, '{"a":1}']);
    expect([code, JSON.parse(err)]).toEqual([1, { line: 4, reason: 'unknown-key', paths: ['$'] }]);
    expect(text).toContain('Case A-1');
  });

  it('that have no update of the case end with 1 and do not say which case', async () => {
    const { code, text, err } = await explain(twice, ['--case', 'A-SECRET']);
    expect([code, text]).toEqual([1, '']);
    expect(err).toBe(
      'own-motion: the input has no accepted update of this case; --from-table reads the running table\n',
    );
  });

  it('are explained by another policy when it is named', async () => {
    const { text } = await explain(twice, ['--policy', 'opla-2022-04-03']);
    expect(text).toContain('under opla-2022-04-03');
    expect(text).toContain('Not yet in force');
  });
});

describe('a what-if', () => {
  it('is told at the head of the page, and an answer that was set where it is read', async () => {
    const { words, code } = await explain(twice, ['--set', 'readings.border-re-entry=present-stay']);
    expect(code).toBe(0);
    expect(words).toContain(
      'public on 2021-06-04 What if: readings.border-re-entry = present-stay, where a case has none',
    );
    expect(words).toContain('yes open question border-re-entry (answered present-stay) [set]');
    expect(words).toContain('Border security (priority): yes');
    expect(words).toContain('lane: supervisor');
    expect(words).toContain('notices: - Something was set for this run');
    expect(words).toContain('What is missing and would decide Nothing');
    // What was set is no fact of the case.
    expect(words.slice(words.indexOf('What is on record'), words.indexOf('Who says so'))).not.toContain('present-stay');
  });

  it('leaves a reading of the case as it is, and one that only a prohibited source gives aside', async () => {
    const set = ['--set', 'readings.border-re-entry=present-stay'];
    const reading: AssertedFacts = { readings: { 'border-re-entry': 'any-earlier-presence' } };
    const own = await explain([...twice, updateOf('A-1', 9, reading)], set);
    expect(own.words).toContain('no open question border-re-entry (answered any-earlier-presence) [4]');
    expect(own.words).toContain('lane: own-motion');
    expect(own.words).not.toContain('[set]');
    const tip = from(updateOf('A-1', 9, reading), 'urn:tip-line', 'prohibited');
    expect((await explain([...twice, tip], set)).words).toContain(
      'yes open question border-re-entry (answered present-stay) [set]',
    );
  });

  it('puts another value in the place of a parameter, in the words of the rule too', async () => {
    const { words } = await explain(twice, ['--set', 'borderCutOff=2021-02-01']);
    expect(words).toContain('What if: borderCutOff = 2021-02-01 (the policy has 2020-11-01)');
    expect(words).toContain('day of the last entry lies on or after February 1, 2021 (2021-01-05)');
    expect(words).toContain('lane: own-motion');
  });

  it('is data with --json: what was set, and each place it is read', async () => {
    const set = ['readings.border-re-entry=present-stay', 'backgroundCheck=365', 'gangAge=18'];
    const { text } = await explain(twice, [...set.flatMap((each) => ['--set', each]), '--json']);
    const explained = JSON.parse(text);
    expect(explained.whatIf).toEqual({
      parameters: { gangAge: { is: 18, was: 16 } },
      readings: { 'border-re-entry': 'present-stay' },
    });
    expect(explained.classification.notices).toContain('what-if');
    const border = explained.rules.find(({ rule }: { rule: string }) => rule === 'border-security');
    expect(border.restsOn).toContainEqual({
      path: 'readings.border-re-entry',
      name: 'reading of open question border-re-entry',
      value: 'present-stay',
      told: 'present-stay',
      set: true,
    });
    expect(JSON.parse((await explain(twice, ['--json'])).text)).not.toHaveProperty('whatIf');
  });

  it.each([
    ['a parameter', 'cutOff=2021-01-01', 'has nothing named "cutOff"; parameters: borderCutOff, gangAge, '],
    ['a question', 'readings.age=x', 'questions: readings.juvenile-finding, '],
    ['an answer', 'readings.border-re-entry=no', 'readings.border-re-entry has the answers: '],
    ['a value', 'gangAge=young', 'gangAge takes a whole number of years'],
    ['a side', 'A:gangAge=18', 'has nothing named "A:gangAge"'],
    ['anything', 'gangAge', '--set takes key=value'],
  ])('of %s that there is not is refused with what there is', async (_what, set, message) => {
    const { code, text, err } = await explain(twice, ['--set', set]);
    expect([code, text]).toEqual([2, '']);
    expect(err).toMatch(/^own-motion: [^\n]*\n$/);
    expect(err).toContain(message);
  });
});

describe('a request that cannot be met', () => {
  it.each([
    ['an unknown policy', ['--policy', 'memo'], {}, 'opla-2021-05-27, opla-2022-04-03, ice-2021-02-18'],
    ['a table and no case', ['--from-table'], {}, '--case names the case'],
    ['half of a deployed stack', ['--case', 'A-1', '--table', 'cases'], {}, 'takes both --table and --key-secret'],
    ['a table, and nothing runs', ['--case', 'A-1', '--from-table'], {}, 'nothing is running here'],
    [
      'a case and nothing piped in, and nothing runs',
      ['--case', 'A-1'],
      { inputIsTerminal: true },
      'nothing is running',
    ],
  ])('ends with 2 and one line: %s', async (_what, args, typed, message) => {
    const { code, text, err } = await explain([], args, typed);
    expect([code, text]).toEqual([2, '']);
    expect(err).toMatch(/^own-motion: [^\n]*\n$/);
    expect(err).toContain(message);
  });

  it('is told in the help, within 80 columns', async () => {
    const { code, lines } = await explain([], ['--help']);
    expect(code).toBe(0);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
  });
});

describe('a case in the table', () => {
  interface Stored {
    caseId?: string;
    asJson?: boolean;
    damage?: boolean;
    set?: string[];
  }

  async function stored({ caseId = 'A-1', asJson = false, damage = false, set = [] }: Stored = {}) {
    const world = caseWorld();
    for (const update of twice) await world.add(update);
    const caseKey = world.names.caseKey(caseId);
    if (damage) {
      await world.cases.putEntry(caseKey, {
        memberId: new Uint8Array(16),
        body: '{}',
        receivedAt: '2021-08-02T12:00:00Z',
      });
    }
    const [out, err] = [page(), page()];
    const ledger = world.cases;
    const sideFor = (policy: string) => chooseSide(policy, { modules: [], settings: set });
    const outcome = await explainStored({ caseId, caseKey, ledger, sideFor, asOf: undefined, asJson, out, err });
    return { kind: outcome.kind, outcome, text: out.text(), err: err.text() };
  }

  it('is explained from its ledger as the same updates piped in are', async () => {
    const { kind, text, err } = await stored();
    expect([kind, err]).toEqual(['done', '']);
    expect(text).toBe((await explain(twice)).text);
    expect((await stored({ asJson: true })).text).toBe((await explain(twice, ['--json'])).text);
  });

  it('that is not there is said not to be, and nothing else', async () => {
    expect(await stored({ caseId: 'A-2' })).toMatchObject({
      kind: 'incomplete',
      text: '',
      err: 'own-motion: the table has no case of this id\n',
    });
  });

  it('is explained by the policy it was classified by, with what is set for it', async () => {
    const set = ['readings.border-re-entry=present-stay'];
    expect((await stored({ set })).text).toBe((await explain(twice, ['--set', ...set])).text);
    expect((await stored({ set: ['nothing=1'] })).outcome).toEqual({
      kind: 'refused',
      message: expect.stringMatching(
        /^the case was classified by opla-2021-05-27: opla-2021-05-27 has nothing named "nothing"; parameters: /,
      ),
    });
  });

  it('is explained without stored updates that this version cannot read, and says how many', async () => {
    const { kind, text, err } = await stored({ damage: true });
    expect(kind).toBe('incomplete');
    expect(text).toContain('Case A-1');
    expect(err).toContain('1 of the stored updates');
  });
});
