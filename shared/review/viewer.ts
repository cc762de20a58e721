/** Who asks: a person with a role, the offices they work for, and whether they may see protected cases. */
import { UNASSIGNED_OFFICE } from '../flag/queue-place.ts';

export const ROLES = ['reviewer', 'supervisor', 'auditor'] as const;
export type Role = (typeof ROLES)[number];

/** Stands in a token for every office of the deployment. */
export const EVERY_OFFICE = '*';

/** Read from a token that was verified, never from a request. */
export interface Viewer {
  /** The token's subject: opaque, and the only thing that is ever compared. */
  readonly id: string;
  /** Shown to colleagues beside a claim or decision. */
  readonly name: string;
  readonly role: Role;
  readonly offices: readonly string[];
  /** May see cases under 8 U.S.C. 1367 and those of law-enforcement cooperation, for a reason that is recorded. */
  readonly protectedAccess: boolean;
}

/** What decides whether a case exists for a viewer. */
export interface Seen {
  /** Undefined where no office is on record. */
  readonly office: string | undefined;
  readonly restricted: boolean;
}

export function worksFor({ offices }: Viewer, office: string): boolean {
  return offices.includes(EVERY_OFFICE) || offices.includes(office);
}

/** Where not, the case must be to the viewer as if it were not there. */
export function maySee(viewer: Viewer, { office, restricted }: Seen): boolean {
  return worksFor(viewer, office ?? UNASSIGNED_OFFICE) && (!restricted || viewer.protectedAccess);
}
