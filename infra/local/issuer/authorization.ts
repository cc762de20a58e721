/** What an authorization request asks for, and the codes that are given for one: used once, for a minute, by who asked. */
import { createHash, randomBytes } from 'node:crypto';
import * as z from 'zod';

const authorizationRequest = z.object({
  client_id: z.string(),
  redirect_uri: z.url(),
  response_type: z.literal('code'),
  scope: z.string().regex(/(?:^| )openid(?: |$)/),
  code_challenge: z.string().regex(/^[\w-]{43}$/),
  code_challenge_method: z.literal('S256'),
  state: z.string().optional(),
  nonce: z.string().optional(),
  prompt: z.enum(['none', 'login', 'select_account', 'consent']).optional(),
});

export type AuthorizationRequest = z.infer<typeof authorizationRequest>;

export type ReadAuthorization =
  | { kind: 'asked'; request: AuthorizationRequest }
  /** Nobody may be sent anywhere: the client or the way back is not known. */
  | { kind: 'stranger'; why: string }
  | { kind: 'refused'; back: URL };

export interface KnownClient {
  readonly clientId: string;
  readonly redirectUris: readonly string[];
}

export function readAuthorization(given: URLSearchParams, client: KnownClient, issuer: string): ReadAuthorization {
  const values = Object.fromEntries(given);
  if (values.client_id !== client.clientId) return { kind: 'stranger', why: 'The client is not known here.' };
  const { redirect_uri: way = '' } = values;
  if (!client.redirectUris.includes(way))
    return { kind: 'stranger', why: 'The page to come back to is not known here.' };
  const parsed = authorizationRequest.safeParse(values);
  if (parsed.success) return { kind: 'asked', request: parsed.data };
  return { kind: 'refused', back: wayBack(way, issuer, { error: 'invalid_request' }, values.state) };
}

/** The address to come back to, with who says so (RFC 9207). */
export function wayBack(to: string, issuer: string, said: Record<string, string>, state: string | undefined): URL {
  const url = new URL(to);
  for (const [name, value] of Object.entries(said)) url.searchParams.set(name, value);
  if (state !== undefined) url.searchParams.set('state', state);
  url.searchParams.set('iss', issuer);
  return url;
}

const CODE_LIFETIME_MS = 60_000;

export interface Granted {
  readonly request: AuthorizationRequest;
  readonly personId: string;
}

export interface Codes {
  readonly give: (granted: Granted) => string;
  /** Undefined for a code that is not known, used, too old, or asked for by somebody else. */
  readonly take: (form: URLSearchParams) => Granted | undefined;
}

export function openCodes(nowMs: () => number): Codes {
  const codes = new Map<string, Granted & { endsAt: number }>();
  return {
    give(granted) {
      for (const [code, { endsAt }] of codes) if (endsAt < nowMs()) codes.delete(code);
      const code = randomBytes(24).toString('base64url');
      codes.set(code, { ...granted, endsAt: nowMs() + CODE_LIFETIME_MS });
      return code;
    },
    take(form) {
      const code = form.get('code') ?? '';
      const known = codes.get(code);
      codes.delete(code);
      if (known === undefined || known.endsAt < nowMs()) return undefined;
      const { request } = known;
      const challenge = createHash('sha256')
        .update(form.get('code_verifier') ?? '')
        .digest('base64url');
      const isSame =
        form.get('client_id') === request.client_id &&
        form.get('redirect_uri') === request.redirect_uri &&
        challenge === request.code_challenge;
      return isSame ? known : undefined;
    },
  };
}
