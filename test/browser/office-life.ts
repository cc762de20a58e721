/** A few weeks of an office's work, done through the API, so that pictures show a page in use. */
import * as z from 'zod';
import { caseView, queuePage, summary } from '../../shared/review/api/answers.ts';
import type { DecisionKind } from '../../shared/review/review.ts';
import { because } from './stand/caller.ts';
import { OFFICE } from './stand/people.ts';
import type { Stand } from './stand/stand.ts';

const DAY_S = 86_400;

/** What is done with the flags of a lane, from the last in its order: how many days ago, and what was decided. */
const DECIDED: readonly { lane: string; days: number; decisions: readonly DecisionKind[] }[] = [
  { lane: 'own-motion', days: 9, decisions: ['move-to-dismiss', 'move-to-close', 'decline'] },
  { lane: 'needs-facts', days: 4, decisions: ['refer', 'other-discretion'] },
  { lane: 'triage', days: 1, decisions: ['decline', 'decline', 'refer', 'decline', 'decline'] },
];

const drawn = summary.shape.samples.element;

async function flagsOf({ call }: Stand, lane: string): Promise<string[]> {
  const { flags } = queuePage.parse(await call('dora', `/v1/offices/${OFFICE}/queue?lane=${lane}&status=open`));
  return flags.map(({ key }) => key);
}

async function decide({ call, clock }: Stand, key: string, decision: DecisionKind, daysAgo: number): Promise<void> {
  clock.forward(-daysAgo * DAY_S);
  const { seen } = caseView.parse(await call('dora', `/v1/cases/${key}/claim`, {}));
  await call('dora', `/v1/cases/${key}/decision`, { decision, seen, ...because('Weighed on the record.') });
  clock.forward(daysAgo * DAY_S);
}

export async function liveThrough(stand: Stand): Promise<void> {
  const { call, clock } = stand;
  for (const { lane, days, decisions } of DECIDED) {
    const keys = (await flagsOf(stand, lane)).toReversed();
    for (const [at, decision] of decisions.entries()) {
      const key = keys[at];
      if (key !== undefined) await decide(stand, key, decision, days + 6 * at);
    }
  }
  clock.forward(-12 * DAY_S);
  const { id, waiting } = drawn.parse(
    await call('dora', `/v1/offices/${OFFICE}/samples`, { size: 8, idempotencyKey: because('').idempotencyKey }),
  );
  // Two are left for the next reviewer.
  for (const [at, key] of waiting.slice(2).entries()) {
    const answer = at === 1 ? 'would-flag' : at === 3 ? 'cannot-tell' : 'would-not-flag';
    await call('dora', `/v1/cases/${key}/blind-review`, { sample: id, answer, ...because('Read without the answer.') });
  }
  clock.forward(12 * DAY_S);
  const [first] = await flagsOf(stand, 'triage');
  if (first !== undefined) await call('ben', `/v1/cases/${first}/claim`, {});
}

/** Key of the first open flag of a lane. */
export async function firstOf(stand: Stand, lane: string): Promise<string> {
  return z.string().parse((await flagsOf(stand, lane))[0]);
}
