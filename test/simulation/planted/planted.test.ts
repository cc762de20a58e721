/**
 * A simulation that finds no bug shows nothing: each planted one must be caught. `planted-seeds.ts` says how many seeds it
 * took; those that few seeds catch are tried here anew.
 */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { PLANTED } from './bugs.ts';
import { PLANTED_SEEDS } from './planted-seeds.ts';

const RUN = fileURLToPath(new URL('../run.ts', import.meta.url));
/** The others take minutes: `node test/simulation/run.ts --planted --schedules 800` tries all. */
const SEEDS_OF_QUICK_ONES = 4;

test('every planted bug is of one place of the source, and has a figure', () => {
  expect(PLANTED.length).toBeGreaterThanOrEqual(25);
  expect(Object.keys(PLANTED_SEEDS).sort()).toEqual(PLANTED.map(({ name }) => name).sort());
  const stale = PLANTED.filter(({ file, from }) => {
    const source = readFileSync(fileURLToPath(new URL(`../../../${file}`, import.meta.url)), 'utf8');
    return !source.includes(from);
  });
  expect(stale.map(({ name }) => name)).toEqual([]);
});

test('planted bugs are caught', async () => {
  const quick = PLANTED.filter(({ name }) => (PLANTED_SEEDS[name] ?? Infinity) <= SEEDS_OF_QUICK_ONES);
  const args = ['--planted', '--schedules', '150', ...quick.flatMap(({ name }) => ['--bug', name])];
  const { stdout } = await promisify(execFile)(process.execPath, [RUN, ...args]);
  const caught = stdout
    .trim()
    .split('\n')
    .map((line): { bug: string; seeds: number | null } => JSON.parse(line));
  expect(caught.filter(({ seeds }) => seeds === null)).toEqual([]);
  expect(caught.map(({ bug }) => bug)).toEqual(quick.map(({ name }) => name));
}, 300_000);
