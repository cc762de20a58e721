/** Who is signed in, what they may do, and what every screen must say. */
import { UNASSIGNED_OFFICE } from '../../../shared/flag/queue-place.ts';
import type { Me } from '../../../shared/review/api/answers.ts';
import { EVERY_OFFICE, type Viewer, worksFor } from '../../../shared/review/viewer.ts';
import type { Endpoint, ReviewDeps } from '../endpoint.ts';

/** In the order of the deployment; an office of the token that the deployment does not list comes after. */
function officesOf(viewer: Viewer, offices: readonly string[]): string[] {
  const known = [...offices, UNASSIGNED_OFFICE].filter((office) => worksFor(viewer, office));
  return [...new Set([...known, ...viewer.offices.filter((office) => office !== EVERY_OFFICE)])];
}

export function policyShown({ instrument, asOf }: Pick<ReviewDeps, 'instrument' | 'asOf'>): Me['policy'] {
  const { id, title } = instrument;
  return { id, title, status: instrument.statusOn(asOf()) };
}

export const showMe: Endpoint = async (deps, { viewer }) => {
  const { id, name, role, protectedAccess } = viewer;
  const body: Me = {
    id,
    name,
    role,
    offices: officesOf(viewer, deps.offices),
    protectedAccess,
    policy: policyShown(deps),
    asOf: deps.asOf(),
    leaseMinutes: deps.leaseMinutes,
    handling: deps.handling,
  };
  return { kind: 'ok', body };
};
