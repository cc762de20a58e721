/** The people who sign in at the stand: one for each thing that a role, an office or protected access changes. */
import { DEFAULT_CLAIM_NAMES } from '../../../functions/review-api/viewer-of.ts';
import type { SamplePerson } from '../../../infra/local/issuer/people.ts';

/** The office that most tests work in: the sample has cases in every lane there. */
export const OFFICE = 'LOS';
/** Offices that the reviewers work for. */
export const OFFICES = [OFFICE, 'SFR'] as const;

const reviewer = { role: 'reviewer', protectedAccess: false } as const;

export const people = {
  alma: { id: 'r-alma', name: 'Alma Reyes', offices: [OFFICE], about: 'reviewer', ...reviewer },
  ben: { id: 'r-ben', name: 'Ben Okafor', offices: OFFICES, about: 'reviewer of two offices', ...reviewer },
  cleo: {
    id: 'r-cleo',
    name: 'Cleo Marsh',
    offices: [OFFICE],
    role: 'reviewer',
    protectedAccess: true,
    about: 'reviewer who may open protected cases',
  },
  dora: {
    id: 's-dora',
    name: 'Dora Lindqvist',
    offices: ['*'],
    role: 'supervisor',
    protectedAccess: true,
    about: 'supervisor who may open protected cases',
  },
  egon: {
    id: 'a-egon',
    name: 'Egon Pratt',
    offices: ['*'],
    role: 'auditor',
    protectedAccess: false,
    about: 'auditor of every office',
  },
} as const satisfies Record<string, SamplePerson>;

export type PersonName = keyof typeof people;

/** What the gateway hands on of a person's token, under the names the API reads by default. */
export function claimsOf({ id, name, role, offices, protectedAccess }: SamplePerson): Record<string, string> {
  return {
    sub: id,
    name,
    [DEFAULT_CLAIM_NAMES.role]: role,
    [DEFAULT_CLAIM_NAMES.offices]: offices.join(' '),
    [DEFAULT_CLAIM_NAMES.protectedAccess]: String(protectedAccess),
  };
}
