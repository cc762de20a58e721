/** Every worked case through the real command: its facts told one by one, in mixed order, some of them twice. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../cli/sample/random.ts';
import { goldenCases } from '../golden/opla-2021-05-27.ts';
import { answerOf, expected, type GoldenCase, given } from '../golden/table.ts';
import { updateOf } from './case-world.ts';

const BIN = join(import.meta.dirname, '..', '..', 'cli', 'own-motion.js');

/** One update for each fact of the case. */
function updatesFor(golden: GoldenCase): string[] {
  const facts = Object.entries(given(golden));
  const told = facts.map(([name, fact], index) => updateOf(golden.id, index + 1, { [name]: fact }));
  return told.map((update) => JSON.stringify(update));
}

function mixed(lines: string[]): string[] {
  const random = randomFrom(2021, 5);
  const all = [...lines, ...lines.filter(() => random.chance(0.2))];
  return all
    .map((line) => ({ line, place: random.between(0, 1_000_000) }))
    .sort((one, other) => one.place - other.place)
    .map(({ line }) => line);
}

const byDay = Map.groupBy(goldenCases, ({ asOf }) => asOf);

describe('own-motion classify on the worked cases', () => {
  it.each([...byDay.keys()])('as of %s', (asOf) => {
    const cases = byDay.get(asOf) ?? [];
    const input = `${mixed(cases.flatMap(updatesFor)).join('\n')}\n`;
    const args = [BIN, 'classify', '--policy', 'opla-2021-05-27', '--as-of', asOf];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { input, encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
    const answers = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const firstSeen = [
      ...new Set(
        input
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line).subject),
      ),
    ];
    expect(answers.map(({ caseId }) => caseId)).toEqual(firstSeen);
    const ours = Object.fromEntries(answers.map((answer) => [answer.caseId, answerOf(answer)]));
    expect(ours).toEqual(Object.fromEntries(cases.map((golden) => [golden.id, expected(golden)])));
  });
});
