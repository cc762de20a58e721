/** The same decision in every engine: first whether all of them give the same answers, then what each of them takes. */
import { decide } from '../../../shared/policy/decide.ts';
import { type Decision, decideAnew } from '../../../shared/policy/decide-anew.ts';
import { givenOf } from '../../../shared/policy/findings.ts';
import type { Instrument } from '../../../shared/policy/instrument.ts';
import { awaitedJob, type Job, job } from '../rounds.ts';
import { AS_OF, type MeasuredUpdate, measuredUpdates } from '../updates.ts';
import { jsonLogic } from './json-logic.ts';
import { jsonRules } from './json-rules.ts';
import { answered, answersOf, nineteen, type Peer, type SixAnswers } from './nineteen.ts';
import { zen } from './zen.ts';

export const OURS = 'own motion, with decisive needs';
const RULES_ALONE = 'own motion, rules and lane alone, nothing remembered';
const OURS_ANEW = 'own motion, with decisive needs, nothing remembered';
const OURS_FULL = 'own motion, the full instrument, with needs';

/** Cases that an engine which works outside the JavaScript thread is given at once. */
const SIDE_BY_SIDE = 32;

export function makePeers(): Peer[] {
  return [jsonLogic(AS_OF), jsonRules(AS_OF), zen(AS_OF)];
}

function answersIn({ priorities, grounds }: Decision): SixAnswers {
  return answered([...priorities, ...grounds].map(({ value }) => value));
}

function isSame(a: SixAnswers, b: SixAnswers): boolean {
  return a.lane === b.lane && a.values.every((value, i) => value === b.values[i]);
}

export interface Agreement {
  updates: number;
  /** For each rule how many answers were no, yes and unknown. */
  spread: number[][];
}

/** @throws when any engine answers otherwise than ours on any of the updates */
export async function checkAgreement(peers: readonly Peer[], seed: number, updates: number): Promise<Agreement> {
  const spread = [...nineteen.priorities, ...nineteen.grounds].map(() => [0, 0, 0]);
  let checked = 0;
  for (const { standing } of measuredUpdates(seed, updates)) {
    if (checked === updates) break;
    checked += 1;
    const ours = answersOf(givenOf(nineteen, standing.facts, AS_OF));
    if (!isSame(ours, answersIn(decide(nineteen, standing, AS_OF)))) {
      throw new Error(`update ${checked}: the decision and the rules alone disagree`);
    }
    for (const peer of peers) {
      const answer = await peer.answer(standing.facts);
      if (isSame(ours, answer)) continue;
      const difference = `${answer.values.join()} ${answer.lane}, not ${ours.values.join()} ${ours.lane}`;
      throw new Error(`update ${checked}: ${peer.name} answers ${difference}`);
    }
    for (const [rule, value] of ours.values.entries()) {
      const counts = spread[rule];
      if (counts !== undefined) counts[value] = (counts[value] ?? 0) + 1;
    }
  }
  if (checked < updates) throw new Error(`only ${checked} updates were generated`);
  return { updates: checked, spread };
}

export function decisionJobs(peers: readonly Peer[], updates: readonly MeasuredUpdate[], full: Instrument): Job[] {
  const ours = [
    job(OURS, updates, ({ standing }) => decide(nineteen, standing, AS_OF)),
    job(RULES_ALONE, updates, ({ standing }) => answersOf(givenOf(nineteen, standing.facts, AS_OF))),
    job(OURS_ANEW, updates, ({ standing }) => decideAnew(nineteen, standing, AS_OF)),
    job(OURS_FULL, updates, ({ standing }) => decide(full, standing, AS_OF)),
  ];
  const theirs = peers.map(({ name, answer, sideBySide }) => {
    const run = ({ standing }: MeasuredUpdate) => answer(standing.facts);
    if (sideBySide === undefined) return job(name, updates, run);
    return awaitedJob(name, updates, run, sideBySide ? SIDE_BY_SIDE : 1);
  });
  return [...ours, ...theirs];
}
