/** One run of the measurements: inputs, agreement, interleaved rounds, tables and bars. Prints; asserts no time. */
import { findInstrument } from '../../shared/policy/instruments.ts';
import { bytesPerInput } from './heap.ts';
import { checkAgreement, decisionJobs, makePeers, OURS } from './peers/decisions.ts';
import { type Bar, barLines, type Row, tableOf } from './report.ts';
import { type Job, ratioTo, type Schedule, type Timing, timeInRounds } from './rounds.ts';
import { spreadOf } from './spread.ts';
import { AS_DEPLOYED, DECIDE_WITH_NEEDS, type Stage, stagesOf, WHOLE_PATH, WITHOUT_SDK } from './stages.ts';
import { measureStream, streamLines } from './stream.ts';
import { type MeasuredUpdate, SIZES, type SizeName, updatesBySize } from './updates.ts';

export interface Plan extends Schedule {
  seed: number;
  /** Updates of each size. */
  updates: number;
  /** Updates on which the engines must agree. */
  agreeOn: number;
  print: (text: string) => void;
}

export const INSTRUMENT = 'opla-2021-05-27';

interface Measured {
  rows: Row[];
  /** Median of what a job took for one input, in nanoseconds. */
  nanosOf: (name: string) => number;
  ratioOf: (name: string) => number;
  bytesOf: (name: string) => number;
}

/** @param parts each job with the one it is held against */
function measuredRows(parts: readonly Stage[], timings: Map<Job, Timing>, bytes: Map<Job, number>): Measured {
  const rows = parts.flatMap(({ job, parse }): Row[] => {
    const [timing, against] = [timings.get(job), timings.get(parse)];
    if (timing === undefined || against === undefined) return [];
    const { name } = job;
    return [{ name, nanos: spreadOf(timing.nanos), ratio: ratioTo(against, timing), bytes: bytes.get(job) }];
  });
  const rowOf = (name: string) => rows.find((row) => row.name === name);
  return {
    rows,
    nanosOf: (name) => rowOf(name)?.nanos.median ?? Number.NaN,
    ratioOf: (name) => rowOf(name)?.ratio.median ?? Number.NaN,
    bytesOf: (name) => rowOf(name)?.bytes ?? Number.NaN,
  };
}

function stageBars(size: SizeName, { nanosOf, ratioOf, bytesOf }: Measured): Bar[] {
  const sdk = (nanosOf(AS_DEPLOYED) - nanosOf(WITHOUT_SDK)) / 1_000;
  return [
    {
      what: `${size}: ${DECIDE_WITH_NEEDS}`,
      found: ratioOf(DECIDE_WITH_NEEDS),
      bar: 0.2,
      is: 'at most',
      unit: 'of parse',
    },
    { what: `${size}: ${WHOLE_PATH}`, found: ratioOf(WHOLE_PATH), bar: 2, is: 'at most', unit: 'of parse' },
    { what: `${size}: ${WHOLE_PATH}`, found: bytesOf(WHOLE_PATH) / 1_000, bar: 10, is: 'at most', unit: 'KB' },
    { what: `${size}: work of the SDK`, found: sdk, bar: 50, is: 'at most', unit: 'µs' },
  ];
}

const FLOORS = [
  ['json-logic-engine', 4],
  ['json-rules-engine', 50],
  ['@gorules/zen-engine', 50],
] as const;

function peerBars({ ratioOf }: Measured): Bar[] {
  return FLOORS.map(([name, bar]) => ({
    what: `against ${name}`,
    found: ratioOf(name),
    bar,
    is: 'at least',
    unit: 'times',
  }));
}

function sizeTitle(name: SizeName, updates: readonly MeasuredUpdate[]): string {
  const size = SIZES.find((each) => each.name === name);
  const mean = updates.reduce((sum, { bytes }) => sum + bytes.length, 0) / updates.length;
  const first = updates.filter(({ earlier }) => earlier.length === 0).length;
  return `${name}: ${updates.length} updates of ${Math.round(mean)} bytes on average (${size?.meaning}), ${first} the first of their case`;
}

export async function measure(plan: Plan): Promise<void> {
  const { print } = plan;
  const instrument = findInstrument(INSTRUMENT);
  if (instrument === undefined) throw new Error(`no instrument ${INSTRUMENT}`);
  const peers = makePeers();
  const { updates, spread } = await checkAgreement(peers, plan.seed, plan.agreeOn);
  const answers = spread.map(([no, yes, unknown]) => `${yes}/${no}/${unknown}`).join(', ');
  print(`All engines give the same answers on ${updates.toLocaleString('en-US')} generated updates.`);
  print(`Yes/no/unknown by rule: ${answers}.\n`);

  print(`${streamLines(measureStream(instrument, plan.seed, plan.agreeOn, plan.agreeOn))}\n`);

  const bySize = updatesBySize(plan.seed, plan.updates);
  const stages = new Map<SizeName, Stage[]>();
  for (const [size, inputs] of bySize) stages.set(size, await stagesOf(inputs, instrument));
  const decided = [...bySize.values()].flat().filter((_, i) => i % bySize.size === 0);
  const decisions = decisionJobs(peers, decided, instrument);

  const timed = [...[...stages.values()].flat().flatMap(({ job, parse }) => [parse, job]), ...decisions];
  const jobs = [...new Set(timed)];
  const timings = await timeInRounds(jobs, plan);
  const bytes = new Map<Job, number>();
  for (const job of jobs) bytes.set(job, await bytesPerInput(job));

  const bars: Bar[] = [];
  for (const [size, parts] of stages) {
    const measured = measuredRows(parts, timings, bytes);
    print(`${sizeTitle(size, bySize.get(size) ?? [])}\n${tableOf(measured.rows, 'of parse')}\n`);
    bars.push(...stageBars(size, measured));
  }
  const ours = decisions.find(({ name }) => name === OURS);
  const measured = measuredRows(
    decisions.flatMap((job) => (ours === undefined ? [] : [{ job, parse: ours }])),
    timings,
    bytes,
  );
  print(
    `the same nineteen conditions, on ${decided.length} updates of all sizes\n${tableOf(measured.rows, 'times ours')}\n`,
  );
  print(barLines([...bars, ...peerBars(measured)]));
}
