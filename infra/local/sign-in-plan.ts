/** Where the template has reviewers sign in, and by which names its functions read a token. */
import * as z from 'zod';
import type { ClaimNames } from '../../functions/review-api/viewer-of.ts';
import type { Plan } from './plan.ts';
import type { UrlOfQueue } from './resource-names.ts';
import { CannotRun } from './understood.ts';

export interface PlannedSignIn {
  readonly issuer: string;
  readonly audience: string;
  readonly clientId: string;
  readonly claimNames: ClaimNames;
}

/** What the page is told by the template. */
const pageVariables = z.object({ ISSUER: z.string(), CLIENT_ID: z.string() });
/** What the API is told by the template. */
const apiVariables = z.object({ ROLE_CLAIM: z.string(), OFFICES_CLAIM: z.string(), PROTECTED_CLAIM: z.string() });

/** @returns undefined for a template without routes that want a token */
export function planSignIn({ api, functions }: Plan, urlOf: UrlOfQueue): PlannedSignIn | undefined {
  const guards = (api?.routes ?? []).flatMap(({ authorizer }) => authorizer ?? []);
  const [guard] = guards;
  const audience = guard?.audience[0];
  if (guard === undefined || audience === undefined) return undefined;
  const environments = functions.map((planned) => planned.environment(urlOf));
  const told = <T>(schema: z.ZodType<T>) =>
    environments.flatMap((variables) => schema.safeParse(variables).data ?? [])[0];
  const page = told(pageVariables);
  const claims = told(apiVariables);
  if (page === undefined || claims === undefined || page.ISSUER !== guard.issuer) {
    throw new CannotRun('the page signs in elsewhere than its API expects');
  }
  return {
    issuer: guard.issuer,
    audience,
    clientId: page.CLIENT_ID,
    claimNames: {
      role: claims.ROLE_CLAIM,
      offices: claims.OFFICES_CLAIM,
      protectedAccess: claims.PROTECTED_CLAIM,
    },
  };
}
