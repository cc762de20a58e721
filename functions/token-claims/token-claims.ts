/**
 * Puts what an administrator has recorded of a reviewer into the access token that a Cognito user pool is about to issue. What is
 * not recorded is not claimed, and the API gives nothing to a token without a role.
 */
import * as z from 'zod';
import { DEFAULT_CLAIM_NAMES } from '../review-api/viewer-of.ts';

/** Attributes of a user, which only an administrator of the pool may write. */
export const ROLE_ATTRIBUTES = { role: 'role', offices: 'offices', protectedAccess: 'protected' } as const;

/** As version 2 of the trigger has it; what else is in it goes back untouched. */
const tokenEvent = z.looseObject({
  version: z.literal('2'),
  request: z.looseObject({ userAttributes: z.record(z.string(), z.string()) }),
});

export type TokenEvent = z.infer<typeof tokenEvent>;

const claimOf: Readonly<Record<string, string>> = {
  [`custom:${ROLE_ATTRIBUTES.role}`]: DEFAULT_CLAIM_NAMES.role,
  [`custom:${ROLE_ATTRIBUTES.offices}`]: DEFAULT_CLAIM_NAMES.offices,
  [`custom:${ROLE_ATTRIBUTES.protectedAccess}`]: DEFAULT_CLAIM_NAMES.protectedAccess,
  name: 'name',
};

/** @throws {z.ZodError} for an event of another version, whose answer would be another one too */
export function claimsFor(given: unknown): TokenEvent {
  const event = tokenEvent.parse(given);
  const { userAttributes } = event.request;
  const claims = Object.entries(claimOf).flatMap(([attribute, claim]) => {
    const value = userAttributes[attribute];
    return value === undefined || value === '' ? [] : [[claim, value]];
  });
  return {
    ...event,
    response: {
      claimsAndScopeOverrideDetails: { accessTokenGeneration: { claimsToAddOrOverride: Object.fromEntries(claims) } },
    },
  };
}
