/** The people who sign in at the stand: a claim of each kind that a token can have. */
import { DEFAULT_CLAIM_NAMES } from '../../../functions/review-api/viewer-of.ts';
import type { Role } from '../../../shared/review/viewer.ts';

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** As the token has them: separated by blanks, `*` for all. */
  readonly offices: string;
  readonly protectedAccess: boolean;
}

const reviewer = { role: 'reviewer', protectedAccess: false } as const;

/** The office that most tests work in: the sample has cases in every lane there. */
export const OFFICE = 'LOS';
/** Offices that the reviewers work for. */
export const OFFICES = [OFFICE, 'SFR'] as const;

export const people = {
  alma: { id: 'r-alma', name: 'Alma Reyes', offices: OFFICE, ...reviewer },
  ben: { id: 'r-ben', name: 'Ben Okafor', offices: OFFICES.join(' '), ...reviewer },
  cleo: { id: 'r-cleo', name: 'Cleo Marsh', offices: OFFICE, role: 'reviewer', protectedAccess: true },
  dora: { id: 's-dora', name: 'Dora Lindqvist', offices: '*', role: 'supervisor', protectedAccess: true },
  egon: { id: 'a-egon', name: 'Egon Pratt', offices: '*', role: 'auditor', protectedAccess: false },
} as const satisfies Record<string, Person>;

export type PersonName = keyof typeof people;

/** What the issuer says of a person, under the names the API reads by default. */
export function claimsOf({ name, role, offices, protectedAccess }: Person): Record<string, string> {
  return {
    name,
    [DEFAULT_CLAIM_NAMES.role]: role,
    [DEFAULT_CLAIM_NAMES.offices]: offices,
    [DEFAULT_CLAIM_NAMES.protectedAccess]: String(protectedAccess),
  };
}
