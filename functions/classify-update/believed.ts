/**
 * Whoever may send can write any source. What a reviewer says can clear a mark that nobody else's word can, so an update of
 * that source is believed only where the act that it came from is in the case: the review API puts it there before it sends.
 */
import { REVIEW_SOURCE } from '../../events/docket-update.ts';
import { isSource } from '../../shared/review/act-body.ts';
import type { CaseReviews } from '../../shared/store/store.ts';
import { faultOf, mayPass } from '../fault.ts';
import type { Arrival } from './fold-arrivals.ts';
import { type SetAsideDeps, type Settle, setAside } from './set-aside.ts';

export interface BelievedDeps extends SetAsideDeps {
  readonly ledger: Pick<CaseReviews, 'readAct'>;
}

/** Arrivals that may be brought in; every other is settled. */
export async function believed(deps: BelievedDeps, arrivals: readonly Arrival[], settle: Settle): Promise<Arrival[]> {
  const found = arrivals.filter(({ update }) => update.source !== REVIEW_SOURCE);
  for (const arrival of arrivals) {
    if (arrival.update.source === REVIEW_SOURCE && (await hasAct(deps, arrival, settle))) found.push(arrival);
  }
  return found;
}

async function hasAct(deps: BelievedDeps, { message, update }: Arrival, settle: Settle): Promise<boolean> {
  try {
    const act = await deps.ledger.readAct(deps.names.caseKey(update.subject), update.id);
    if (act !== undefined && isSource(act, update)) return true;
  } catch (error) {
    settle(message, mayPass(error) ? 'retried' : 'error', faultOf(error));
    return false;
  }
  await setAside(deps, { message, reason: 'no-such-act', paths: ['source'] }, settle);
  return false;
}
