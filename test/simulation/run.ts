/**
 * Runs schedules from the command line: `--schedules N` of them from `--from SEED` on, over `--workers N` processes, or
 * one `--seed N` step by step, or `--planted` bugs until each is caught.
 */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { MUST_HAPPEN, MUST_HAPPEN_RARELY } from './world/coverage.ts';
import { runSchedule } from './world/world.ts';

const { values } = parseArgs({
  options: {
    schedules: { type: 'string', default: '1000' },
    from: { type: 'string', default: '1' },
    workers: { type: 'string', default: '1' },
    seed: { type: 'string' },
    planted: { type: 'boolean', default: false },
    bug: { type: 'string', multiple: true },
    part: { type: 'boolean', default: false },
  },
});

/** From so many schedules on, everything that a simulation is for must have happened. */
const THOUSANDS = 3_000;

interface Part {
  readonly schedules: number;
  readonly steps: number;
  readonly broken: readonly { seed: number; rule: string; detail: string }[];
  readonly coverage: readonly (readonly [string, number])[];
}

async function runPart(from: number, schedules: number): Promise<Part> {
  const broken: { seed: number; rule: string; detail: string }[] = [];
  const coverage = new Map<string, number>();
  let steps = 0;
  for (let seed = from; seed < from + schedules; seed++) {
    const outcome = await runSchedule(seed);
    steps += outcome.steps;
    for (const [what, count] of outcome.coverage) coverage.set(what, (coverage.get(what) ?? 0) + count);
    const [first] = outcome.violations;
    if (first !== undefined) broken.push({ seed, ...first });
  }
  return { schedules, steps, broken, coverage: [...coverage] };
}

function forkPart(from: number, schedules: number): Promise<Part> {
  return new Promise((resolve, reject) => {
    const args = ['--part', '--from', String(from), '--schedules', String(schedules)];
    const child = fork(fileURLToPath(import.meta.url), args);
    child.once('message', (part) => resolve(part as Part));
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code !== 0) reject(new Error(`a worker ended with ${code}`));
    });
  });
}

async function runAll(from: number, schedules: number, workers: number): Promise<void> {
  const started = performance.now();
  const each = Math.ceil(schedules / workers);
  const parts = await Promise.all(
    workers === 1
      ? [runPart(from, schedules)]
      : Array.from({ length: workers }, (_, i) => forkPart(from + i * each, Math.min(each, schedules - i * each))),
  );
  const seconds = (performance.now() - started) / 1_000;
  const coverage = new Map<string, number>();
  for (const part of parts)
    for (const [what, count] of part.coverage) coverage.set(what, (coverage.get(what) ?? 0) + count);
  for (const [what, count] of [...coverage].sort(([a], [b]) => (a < b ? -1 : 1)))
    console.log(`${String(count).padStart(10)}  ${what}`);
  const never = [...MUST_HAPPEN, ...MUST_HAPPEN_RARELY].filter((what) => !coverage.has(what));
  if (never.length > 0) console.log(`never happened: ${never.join('; ')}`);
  if (never.length > 0 && schedules >= THOUSANDS) process.exitCode = 1;
  const broken = parts.flatMap((part) => part.broken);
  for (const { seed, rule, detail } of broken) console.log(`seed ${seed}: ${rule}: ${detail}`);
  const steps = parts.reduce((sum, part) => sum + part.steps, 0);
  console.log(`${schedules} schedules, ${steps} steps, ${broken.length} broken, ${seconds.toFixed(0)} s`);
  if (broken.length > 0) process.exitCode = 1;
}

async function runOne(seed: number): Promise<void> {
  const { trace, violations, digest, switches } = await runSchedule(seed, { keepTrace: true });
  console.log(trace.join('\n'));
  console.log(
    Object.entries(switches)
      .flatMap(([name, isOn]) => (isOn ? name : []))
      .join(' '),
  );
  for (const { rule, detail } of violations) console.log(`${rule}: ${detail}`);
  console.log(digest);
  if (violations.length > 0) process.exitCode = 1;
}

async function runPlanted(names: readonly string[], seedsMax: number): Promise<void> {
  const { findPlanted } = await import('./planted/find-planted.ts');
  const { PLANTED } = await import('./planted/bugs.ts');
  for (const bug of PLANTED) {
    if (names.length > 0 && !names.includes(bug.name)) continue;
    const { seeds, rule } = await findPlanted(bug, 1, seedsMax);
    console.log(JSON.stringify({ bug: bug.name, seeds: seeds ?? null, rule }));
    if (seeds === undefined) process.exitCode = 1;
  }
}

const [from, schedules, workers] = [Number(values.from), Number(values.schedules), Number(values.workers)];
if (values.planted) await runPlanted(values.bug ?? [], schedules);
else if (values.seed !== undefined) await runOne(Number(values.seed));
else if (values.part) {
  const part = await runPart(from, schedules);
  process.send?.(part);
} else await runAll(from, schedules, workers);
