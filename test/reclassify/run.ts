/** `npm run reclassify-in-mid-stream`: 100,000 cases, or as many as are asked for, with the figures printed. */
import { lookThrough } from './check-mid-stream.ts';
import { runMidStream } from './mid-stream.ts';

const CASES = 100_000;

const cases = Number(process.argv[2] ?? CASES);
const run = await runMidStream(cases);
const faults = await lookThrough(run);
console.log(run.before);
console.log(`${cases} cases, ${run.decisions.size} of them decided meanwhile`);
console.log(
  `drawn again: ${JSON.stringify(run.counts)} in ${run.deliveries} deliveries; ${run.conflicts} writers too late`,
);
console.log(`seconds: ${JSON.stringify(run.seconds)}`);
console.log(run.after.trim().split('\n').at(-1));
console.log(Object.keys(faults).length === 0 ? 'nothing is lost' : `LOST: ${JSON.stringify(faults)}`);
process.exitCode = Object.keys(faults).length === 0 ? 0 : 1;
