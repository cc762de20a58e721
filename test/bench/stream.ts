/**
 * What deciding costs over a stream of cases that were not seen before, since a table that goes round the same cases finds
 * all of them in memory. Each call is timed by itself, with its facts just built, as an update's are.
 */
import { standingFacts } from '../../shared/docket/standing.ts';
import type { Instrument } from '../../shared/policy/instrument.ts';
import { BOUNDS, remembering } from '../../shared/policy/remembered/decisions.ts';
import { AS_OF, measuredUpdates } from './updates.ts';

export interface Streamed {
  updates: number;
  /** Shares of the updates. */
  knownCases: number;
  knownByRules: number;
  decidedAnew: number;
  /** Means in nanoseconds, without the half a percent of calls that took longest: those the machine was elsewhere. */
  parse: number;
  decide: number;
}

const KEPT_SHARE = 0.995;

function mean(nanos: readonly number[]): number {
  const kept = nanos.toSorted((a, b) => a - b).slice(0, Math.ceil(nanos.length * KEPT_SHARE));
  return kept.reduce((sum, each) => sum + each, 0) / kept.length;
}

function timed(work: () => unknown): number {
  const start = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - start);
}

function* first<T>(all: Iterable<T>, count: number): Generator<T> {
  let taken = 0;
  for (const each of all) {
    if (taken === count) return;
    taken += 1;
    yield each;
  }
}

/** @param warmUp so many updates of another docket that come before */
export function measureStream(instrument: Instrument, seed: number, warmUp: number, updates: number): Streamed {
  const ways = { 'known-by-rules': 0, 'decided-anew': 0 };
  const { decide } = remembering(instrument, BOUNDS, (way) => {
    ways[way] += 1;
  });
  for (const { standing } of first(measuredUpdates(seed + 1, warmUp), warmUp)) decide(standing, AS_OF);
  ways['known-by-rules'] = 0;
  ways['decided-anew'] = 0;

  const [clock, parse, decided]: [number[], number[], number[]] = [[], [], []];
  for (const { text, recordAfter } of first(measuredUpdates(seed + 2, updates), updates)) {
    clock.push(timed(() => undefined));
    parse.push(timed(() => JSON.parse(text)));
    const standing = standingFacts(recordAfter);
    decided.push(timed(() => decide(standing, AS_OF)));
  }
  const [byRules, anew] = [ways['known-by-rules'] / updates, ways['decided-anew'] / updates];
  return {
    updates,
    knownCases: 1 - byRules - anew,
    knownByRules: byRules,
    decidedAnew: anew,
    parse: mean(parse) - mean(clock),
    decide: mean(decided) - mean(clock),
  };
}

export function streamLines({ updates, knownCases, knownByRules, decidedAnew, parse, decide }: Streamed): string {
  const share = (part: number) => `${(part * 100).toFixed(1)} %`;
  return (
    `${updates.toLocaleString('en-US')} updates not seen before: ${share(knownCases)} are of a known case, ` +
    `${share(knownByRules)} known by what their rules found, ${share(decidedAnew)} decided anew;\n` +
    `on average ${(decide / 1_000).toFixed(2)} µs to decide and ${(parse / 1_000).toFixed(2)} µs to parse, ` +
    `${(decide / parse).toFixed(2)} of parse`
  );
}
