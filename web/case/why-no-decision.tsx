/** Why a person cannot decide on a case now. */
import type { CaseView, Me } from '../../shared/review/api/answers.ts';

function whyNot({ lane, status, claim, may }: CaseView, role: Me['role']): string {
  if (role === 'auditor') return 'An auditor reads, and acts nowhere.';
  if (lane === undefined) return 'This case has no flag, so there is nothing to decide.';
  if (lane === 'supervisor' && role === 'reviewer') return 'Cases in this lane are decided by a supervisor.';
  if (may.claim) return 'Claim the case to decide on it.';
  if (status === 'claimed' && claim !== undefined) return `${claim.name} has the case in hand and decides on it.`;
  if (status === 'on-hold') return 'The case rests until the day its hold ends.';
  return 'A decision stands. Whoever made it, or a supervisor, can take it up again.';
}

export function WhyNoDecision({ view, role }: { readonly view: CaseView; readonly role: Me['role'] }) {
  return <p>{whyNot(view, role)}</p>;
}
