/** What the local issuer answers: discovery, keys, the authorization code flow with PKCE, and sign-out. */
import { randomBytes } from 'node:crypto';
import { type KnownClient, openCodes, readAuthorization, wayBack } from './authorization.ts';
import type { SamplePerson } from './people.ts';
import { messagePage, signInPage } from './sign-in-page.ts';
import { SIGNATURE, type SigningKey } from './signing-key.ts';
import { makeTokens, type TokenSettings } from './tokens.ts';

export interface IssuerSettings extends TokenSettings {
  readonly people: readonly SamplePerson[];
  /** Origins that the page is served at. */
  readonly pageOrigins: readonly string[];
  readonly nowMs: () => number;
}

export interface Asked {
  readonly method: string;
  readonly url: URL;
  readonly form: URLSearchParams;
  readonly origin: string | undefined;
  readonly cookie: string | undefined;
}

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export type AnswerIssuer = (asked: Asked) => Promise<Reply>;

const PATHS = {
  discovery: '/.well-known/openid-configuration',
  keys: '/jwks',
  authorize: '/authorize',
  token: '/token',
  endSession: '/end-session',
} as const;

/** Cookies know no ports, so its name must be of its own. */
const COOKIE = 'own-motion-sample-sign-in';

export function issuerEndpoints(settings: IssuerSettings, key: SigningKey): AnswerIssuer {
  const { issuer, clientId, people, pageOrigins, nowMs } = settings;
  const codes = openCodes(nowMs);
  /** Who is signed in, by the cookie of a browser. */
  const sessions = new Map<string, SamplePerson>();
  const client: KnownClient = { clientId, redirectUris: pageOrigins.map((origin) => `${origin}/`) };
  const page = (status: number, body: string): Reply => ({ status, headers: pageHeaders(pageOrigins), body });
  const sessionOf = ({ cookie }: Asked) => sessions.get(cookieValue(cookie) ?? '');

  const authorize = (asked: Asked, given: URLSearchParams): Reply => {
    const read = readAuthorization(given, client, issuer);
    if (read.kind === 'stranger') return page(400, messagePage('This sign-in cannot go on', read.why));
    if (read.kind === 'refused') return redirect(read.back);
    const { redirect_uri: way, state, prompt } = read.request;
    const chosen = asked.method === 'POST' ? people.find(({ id }) => id === given.get('person')) : undefined;
    const known = prompt === 'login' || prompt === 'select_account' ? undefined : sessionOf(asked);
    const person = chosen ?? known;
    if (person === undefined) {
      if (prompt === 'none') return redirect(wayBack(way, issuer, { error: 'login_required' }, state));
      const { person: _, ...handedOn } = Object.fromEntries(given);
      return page(200, signInPage({ people, asked: handedOn }));
    }
    const back = wayBack(way, issuer, { code: codes.give({ request: read.request, personId: person.id }) }, state);
    if (chosen === undefined) return redirect(back);
    const session = randomBytes(24).toString('base64url');
    sessions.set(session, chosen);
    return redirect(back, setCookie(session));
  };

  const token = async ({ form }: Asked): Promise<Reply> => {
    if (form.get('grant_type') !== 'authorization_code') return json(400, { error: 'unsupported_grant_type' });
    const granted = codes.take(form);
    const person = people.find(({ id }) => id === granted?.personId);
    if (granted === undefined || person === undefined) return json(400, { error: 'invalid_grant' });
    const { scope, nonce } = granted.request;
    return json(200, await makeTokens(settings, key, { person, scope, nonce, nowMs: nowMs() }));
  };

  const endSession = ({ url, cookie }: Asked): Reply => {
    sessions.delete(cookieValue(cookie) ?? '');
    const way = url.searchParams.get('post_logout_redirect_uri') ?? '';
    if (client.redirectUris.includes(way)) return redirect(new URL(way), setCookie(''));
    const signedOut = page(200, messagePage('Signed out', 'Nobody is signed in to the sample now.'));
    return { ...signedOut, headers: { ...signedOut.headers, ...setCookie('') } };
  };

  return async (asked) => {
    switch (`${asked.method} ${asked.url.pathname}`) {
      case `GET ${PATHS.discovery}`:
        return json(200, discovery(issuer));
      case `GET ${PATHS.keys}`:
        return json(200, { keys: [key.publicKey] });
      case `GET ${PATHS.authorize}`:
        return authorize(asked, asked.url.searchParams);
      case `POST ${PATHS.authorize}`:
        // A form of another site must not sign anybody in.
        if (asked.origin !== issuer) return page(403, messagePage('This sign-in cannot go on', 'It began elsewhere.'));
        return authorize(asked, asked.form);
      case `POST ${PATHS.token}`:
        return token(asked);
      case `GET ${PATHS.endSession}`:
        return endSession(asked);
      default:
        return page(404, messagePage('Nothing here', 'This is the sign-in of the sample.'));
    }
  };
}

function discovery(issuer: string): object {
  return {
    issuer,
    authorization_endpoint: issuer + PATHS.authorize,
    token_endpoint: issuer + PATHS.token,
    jwks_uri: issuer + PATHS.keys,
    end_session_endpoint: issuer + PATHS.endSession,
    response_types_supported: ['code'],
    response_modes_supported: ['query'],
    grant_types_supported: ['authorization_code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: [SIGNATURE],
    token_endpoint_auth_methods_supported: ['none'],
    code_challenge_methods_supported: ['S256'],
    authorization_response_iss_parameter_supported: true,
    scopes_supported: ['openid', 'profile'],
  };
}

/** A form may lead back to the page, which a browser counts as a place that the form goes to. */
function pageHeaders(pageOrigins: readonly string[]): Record<string, string> {
  const formTargets = ["'self'", ...pageOrigins].join(' ');
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action ${formTargets}; frame-ancestors 'none'; base-uri 'none'`,
  };
}

function json(status: number, body: object): Reply {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

function redirect(to: URL, headers: Record<string, string> = {}): Reply {
  return { status: 303, headers: { location: to.href, ...headers }, body: '' };
}

function setCookie(value: string): Record<string, string> {
  const life = value === '' ? '; Max-Age=0' : '';
  return { 'set-cookie': `${COOKIE}=${value}; HttpOnly; SameSite=Lax; Path=/${life}` };
}

function cookieValue(header: string | undefined): string | undefined {
  const pairs = (header ?? '').split('; ').map((pair) => pair.split('='));
  return pairs.find(([name]) => name === COOKIE)?.[1];
}
