/** Shows a case, and opens a protected one for a reason. */

import { updateOf } from '../../../shared/review/act-body.ts';
import type { AccessRequest } from '../../../shared/review/api/requests.ts';
import type { Endpoint, ReviewDeps } from '../endpoint.ts';
import { caseView } from './case-view.ts';
import { askedAct, keepAct, knownAct } from './keep-act.ts';
import { isAccess, minutesAfter, type OpenCase, openCase } from './open-case.ts';
import { KEY_USED_OTHERWISE } from './refusals.ts';

/** Long enough for the queue to have brought a finding in. */
const LOST_AFTER_MINUTES = 5;

/**
 * A finding was kept, and the process ended before the queue had its update: it is sent again, to the letter. Whoever
 * opens the case next mends it, so that no finding that people see is missing from the facts for long.
 */
async function sendWhatWasLost(deps: ReviewDeps, { acts, folded }: OpenCase): Promise<void> {
  const before = minutesAfter(deps.now(), -LOST_AFTER_MINUTES);
  const lost = acts.filter(({ id, at }) => at < before && !folded.has(id)).flatMap((act) => updateOf(act) ?? []);
  // A queue that is down must not keep anyone from reading; the next reader tries again.
  await Promise.allSettled(lost.map(deps.sendUpdate));
}

export const showCase: Endpoint = async (deps, call) => {
  const opened = await openCase(deps, call);
  if (opened.kind === 'closed') return opened.answer;
  await sendWhatWasLost(deps, opened.found);
  return { kind: 'ok', body: caseView(deps, call.viewer, opened.found) };
};

export const openProtected: Endpoint<AccessRequest> = async (deps, call) => {
  const opened = await openCase(deps, call, { needsReason: false });
  if (opened.kind === 'closed') return opened.answer;
  const { found } = opened;
  if (!found.restricted) return { kind: 'ok', body: caseView(deps, call.viewer, found) };
  const asked = askedAct(deps, call, 'access');
  const before = knownAct(asked, found);
  const { reason } = call.body;
  const known = before.kind === 'new' ? await keepAct(deps, found, call, asked, { reason, restricted: true }) : before;
  if (known.kind === 'other') return KEY_USED_OTHERWISE;
  // A reason opens a case for a while: sent again later, it is no new one.
  if (!isAccess(known.act, call.viewer, deps)) return { kind: 'problem', code: 'access-reason-needed' };
  const acts = before.kind === 'new' ? [...found.acts, known.act] : found.acts;
  return { kind: 'ok', body: caseView(deps, call.viewer, { ...found, acts }) };
};
