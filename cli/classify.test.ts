import { describe, expect, it } from 'vitest';
import type { AssertedFacts } from '../events/facts.ts';
import { AS_OF, clear, page, silent, theInstrument, updateOf } from '../test/cli/case-world.ts';
import { classifyLines } from './classify.ts';

async function run(text: string | Uint8Array) {
  const out = page();
  const err = page();
  async function* input() {
    yield Buffer.from(text);
  }
  const side = { instrument: theInstrument(), answers: {} };
  const outcome = await classifyLines({ input: input(), side, asOf: AS_OF, out, ...silent, err });
  const lines = (written: string) =>
    written
      .split('\n')
      .slice(0, -1)
      .map((each) => JSON.parse(each));
  return { outcome: outcome.kind, results: lines(out.text()), rejected: lines(err.text()) };
}

function updateLine(caseId: string, sequence: number, facts: AssertedFacts): string {
  return `${JSON.stringify(updateOf(caseId, sequence, facts))}\n`;
}

const approved: AssertedFacts = { relief: { r1: { kind: 'i-130', status: 'approved', visaAvailable: true } } };

describe('classify', () => {
  it('writes one classification a case, in order of first appearance, after the end of input', async () => {
    const { outcome, results, rejected } = await run(
      updateLine('B', 1, clear) +
        updateLine('A', 1, clear) +
        updateLine('B', 2, approved) +
        updateLine('A', 2, { stage: 'ended' }),
    );
    expect(outcome).toBe('done');
    expect(rejected).toEqual([]);
    expect(results.map(({ caseId, lane, asOf }) => [caseId, lane, asOf])).toEqual([
      ['B', 'own-motion', AS_OF],
      ['A', 'none', AS_OF],
    ]);
    expect(Object.keys(results[0])).toEqual([
      'caseId',
      'policy',
      'policyStatus',
      'asOf',
      'priority',
      'priorities',
      'grounds',
      'lane',
      'actions',
      'dismissParagraph',
      'needs',
      'notices',
      'because',
      'digest',
    ]);
  });

  it('takes the updates of a case as a set', async () => {
    const lines = [
      updateLine('A', 1, clear),
      updateLine('A', 2, approved),
      updateLine('A', 3, { respondentPosition: 'consents' }),
    ];
    const forwards = await run(lines.join(''));
    const backwards = await run([...lines, ...lines].toReversed().join(''));
    expect(backwards).toEqual(forwards);
  });

  it('reports a rejected line with number, reason and paths, without what it holds, and goes on', async () => {
    const impossible = updateLine('A', 2, { birthDate: '1987-02-30' });
    const broken = '{"secret":"SAMPLE"\n\n';
    const text = [updateLine('A', 1, clear), impossible, broken, updateLine('A', 3, approved)].join('');
    const { outcome, results, rejected } = await run(text);
    expect(outcome).toBe('incomplete');
    expect(results.map(({ lane }) => lane)).toEqual(['own-motion']);
    expect(rejected).toEqual([
      { line: 2, reason: 'no-such-date', paths: ['data.facts.birthDate'] },
      { line: 3, reason: 'not-json', paths: ['$'] },
    ]);
    expect(Object.keys(rejected[0])).toEqual(['line', 'reason', 'paths']);
  });

  it('has no classification for a case whose every line was rejected', async () => {
    const { results, rejected } = await run(updateLine('A', -1, clear) + updateLine('B', 1, clear));
    expect(results.map(({ caseId }) => caseId)).toEqual(['B']);
    expect(rejected).toHaveLength(1);
  });

  it('counts other content under a known source and id as well, and rejects neither', async () => {
    const { outcome, results, rejected } = await run(
      updateLine('A', 1, clear) + updateLine('A', 1, { ...clear, ...approved }),
    );
    expect([outcome, results[0].lane, rejected]).toEqual(['done', 'own-motion', []]);
  });

  it('rejects a line that is too long or not UTF-8, and no other', async () => {
    const long = `${JSON.stringify({ ...updateOf('A', 1, clear), id: 'x'.repeat(131_072) })}\n`;
    const latin = Buffer.from(updateLine('A', 2, clear).replace('Entry 2.', 'Entr\xe9e 2.'), 'latin1');
    const { results, rejected } = await run(
      Buffer.concat([Buffer.from(long), latin, Buffer.from(updateLine('A', 3, clear))]),
    );
    expect(rejected.map(({ line: number, reason }) => [number, reason])).toEqual([
      [1, 'too-large'],
      [2, 'not-utf8'],
    ]);
    expect(results).toHaveLength(1);
  });

  it('writes nothing for no input', async () => {
    expect(await run('')).toEqual({ outcome: 'done', results: [], rejected: [] });
  });
});
