/** Where reviewers sign in and how a token says who they are, whether the issuer is the agency's own or deployed with the rest. */
import type { OwnIssuer } from '../environment.ts';

export interface SignIn {
  readonly issuer: string;
  readonly clientId: string;
  /** Whom tokens for the API are made out to. */
  readonly audience: string;
  readonly scope: string;
  /** Origins beside the issuer's that signing in needs. */
  readonly origins: readonly string[];
  readonly roleClaim: string;
  readonly officesClaim: string;
  readonly protectedClaim: string;
}

export function signInAt(settings: OwnIssuer): SignIn {
  return { ...settings, audience: settings.audience ?? settings.clientId };
}
