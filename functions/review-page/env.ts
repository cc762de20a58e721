/** The environment of review-page, parsed once; what is missing or wrong is named, its value never. */
import * as z from 'zod';
import { parseEnvironment } from '../environment.ts';

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

/** Encrypted, or on this machine. */
function isSafe(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && (url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.includes(url.hostname)));
}

/** An OpenID Connect issuer as a token names it. */
export const issuerUrl = z.string().refine((text) => isSafe(text) && /^[\w:/.~%[\]-]+$/.test(text));

/** An origin that a browser may send what signs a person in to. */
export const signInOrigin = z.string().refine((text) => isSafe(text) && URL.parse(text)?.origin === text);

/** Space-separated, as OAuth has them. */
export const oauthScope = z.string().regex(/^openid( [\w:./-]+)*$/);

const environment = z.object({
  /** OpenID Connect issuer that reviewers sign in at. */
  ISSUER: issuerUrl,
  CLIENT_ID: z.string().min(1),
  SCOPE: oauthScope,
  /** Origins beside the issuer's that signing in needs, such as that of its token endpoint; space-separated. */
  SIGN_IN_ORIGINS: z
    .string()
    .default('')
    .transform((text) => text.split(' ').filter((part) => part !== ''))
    .pipe(z.array(signInOrigin)),
});

export type Env = z.infer<typeof environment>;

/** @throws {OperatorError} naming the variables at fault */
export function parseEnv(variables: Record<string, string | undefined>): Env {
  return parseEnvironment('review-page', environment, variables);
}
