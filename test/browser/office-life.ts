/** A few weeks of an office's work, done through the API, so that a page is seen in use. */
import * as z from 'zod';
import { caseView, queuePage, summary } from '../../shared/review/api/answers.ts';
import type { DecisionKind } from '../../shared/review/review.ts';
import { because } from './stand/caller.ts';
import { OFFICE } from './stand/people.ts';
import type { Stand } from './stand/stand.ts';

const DAY_S = 86_400;

/** What is decided in each lane, over and over; the latest so many days ago, and each some days before the next. */
const DECIDED: readonly { lane: string; days: number; apart: number; decisions: readonly DecisionKind[] }[] = [
  { lane: 'own-motion', days: 9, apart: 6, decisions: ['move-to-dismiss', 'move-to-close', 'decline'] },
  { lane: 'needs-facts', days: 4, apart: 9, decisions: ['refer', 'other-discretion'] },
  { lane: 'triage', days: 1, apart: 5, decisions: ['decline', 'decline', 'refer', 'decline', 'decline'] },
];
/** Before that no flag of the docket had been raised. */
const EARLIEST_DAYS = 70;

const drawn = summary.shape.samples.element;

/** Without restricted ones, which ask everyone for a reason first. */
async function flagsOf({ call }: Stand, lane: string): Promise<{ key: string }[]> {
  const { flags } = queuePage.parse(await call('dora', `/v1/offices/${OFFICE}/queue?lane=${lane}&status=open`));
  return flags.filter(({ restricted }) => !restricted);
}

async function decide({ call, clock }: Stand, key: string, decision: DecisionKind, daysAgo: number): Promise<void> {
  clock.forward(-daysAgo * DAY_S);
  const { seen } = caseView.parse(await call('dora', `/v1/cases/${key}/claim`, {}));
  await call('dora', `/v1/cases/${key}/decision`, { decision, seen, ...because('Weighed on the record.') });
  clock.forward(daysAgo * DAY_S);
}

/** @param rounds how often the list of decisions is gone through */
export async function liveThrough(stand: Stand, rounds = 1): Promise<void> {
  const { call, clock } = stand;
  for (const { lane, days, apart, decisions } of DECIDED) {
    // From the end of the queue, so that what presses stays on the list.
    const flags = (await flagsOf(stand, lane)).toReversed();
    const wanted = Array.from({ length: rounds }, () => decisions).flat();
    for (const [at, decision] of wanted.entries()) {
      const flag = flags[at];
      if (flag !== undefined) await decide(stand, flag.key, decision, (days + (apart * at) / rounds) % EARLIEST_DAYS);
    }
  }
  clock.forward(-12 * DAY_S);
  const { id, waiting } = drawn.parse(
    await call('dora', `/v1/offices/${OFFICE}/samples`, {
      size: 8 * rounds,
      idempotencyKey: because('').idempotencyKey,
    }),
  );
  // Two are left for the next reviewer.
  for (const [at, key] of waiting.slice(2).entries()) {
    const answer = at === 1 ? 'would-flag' : at === 3 ? 'cannot-tell' : 'would-not-flag';
    await call('dora', `/v1/cases/${key}/access`, because('Drawn for blind review.'));
    await call('dora', `/v1/cases/${key}/blind-review`, { sample: id, answer, ...because('Read without the answer.') });
  }
  clock.forward(12 * DAY_S);
  const [first] = await flagsOf(stand, 'triage');
  if (first !== undefined) await call('ben', `/v1/cases/${first.key}/claim`, {});
}

/** Key of the first open flag of a lane. */
export async function firstOf(stand: Stand, lane: string): Promise<string> {
  return z.string().parse((await flagsOf(stand, lane))[0]?.key);
}
