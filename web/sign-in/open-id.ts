/**
 * Signing in with OpenID Connect: the authorization code flow with PKCE, against whatever issuer the settings name. Tokens
 * are handed back and never stored; between leaving for the issuer and coming back, the tab's session storage holds what
 * proves that the answer belongs to the question.
 */
import * as oauth from 'oauth4webapi';
import type { TextStore } from '../app/drafts.ts';
import type { Settings } from './settings.ts';

export interface OpenIdPorts {
  readonly fetch: (request: Request) => Promise<Response>;
  readonly store: TextStore;
  /** Milliseconds since 1970. */
  readonly nowMs: () => number;
  readonly origin: string;
}

export interface Tokens {
  /** Sent to the API. */
  readonly access: string;
  /** Tells the issuer at sign-out who leaves. */
  readonly id: string | undefined;
  readonly endsAtMs: number;
}

export type SignedIn =
  | { readonly kind: 'signed-in'; readonly tokens: Tokens; readonly returnTo: string }
  /** The issuer or its answer refused. */
  | { readonly kind: 'refused'; readonly returnTo: string }
  | { readonly kind: 'unreachable'; readonly returnTo: string };

export interface OpenId {
  /** @returns where the browser must go; undefined when the issuer cannot be reached */
  readonly begin: (returnTo: string) => Promise<string | undefined>;
  /** @param address the page's, as the issuer sent the browser back to it */
  readonly finish: (address: URL) => Promise<SignedIn>;
  /** @returns where the browser must go to end the issuer's session too; undefined where it has no such address */
  readonly end: (idToken: string | undefined) => Promise<string | undefined>;
}

const PENDING = 'own-motion.sign-in';
/** For an issuer that does not say how long its token lasts: the API then says when it has ended. */
const UNSAID_LIFETIME_S = 3600;
const CLOCK_TOLERANCE_S = 60;
const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

interface Pending {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly returnTo: string;
}

/** Whether an address is an issuer's answer. The queue's own address has neither parameter. */
export function isAnswer({ pathname, searchParams }: URL): boolean {
  return pathname === '/' && searchParams.has('state') && (searchParams.has('code') || searchParams.has('error'));
}

function takePending(store: TextStore): Pending | undefined {
  const text = store.getItem(PENDING);
  store.removeItem(PENDING);
  if (text === null) return undefined;
  const [state, nonce, verifier, returnTo] = text.split('\n');
  if (state === undefined || nonce === undefined || verifier === undefined || returnTo === undefined) return undefined;
  return { state, nonce, verifier, returnTo };
}

function keepPending(store: TextStore, { state, nonce, verifier, returnTo }: Pending): void {
  store.setItem(PENDING, [state, nonce, verifier, returnTo].join('\n'));
}

/** The way back is a path of this page, whatever the storage holds. */
const pathOnly = (returnTo: string) => (/^\/(?![/\\])/.test(returnTo) ? returnTo : '/');

export function openIdOf({ issuer, clientId, scope }: Settings, ports: OpenIdPorts): OpenId {
  const issuerUrl = new URL(issuer);
  // Unencrypted only on this very machine.
  const isLocal = issuerUrl.protocol === 'http:' && LOOPBACK.includes(issuerUrl.hostname);
  const send = (url: string, { body, ...init }: oauth.CustomFetchOptions<string, URLSearchParams | undefined>) =>
    ports.fetch(new Request(url, body === undefined ? init : { ...init, body }));
  const options = { [oauth.customFetch]: send, [oauth.allowInsecureRequests]: isLocal };
  const client: oauth.Client = { client_id: clientId, [oauth.clockTolerance]: CLOCK_TOLERANCE_S };
  const redirectUri = `${ports.origin}/`;

  async function discover(): Promise<oauth.AuthorizationServer> {
    return oauth.processDiscoveryResponse(issuerUrl, await oauth.discoveryRequest(issuerUrl, options));
  }

  async function exchange(address: URL, pending: Pending): Promise<Tokens> {
    const server = await discover();
    const answer = oauth.validateAuthResponse(server, client, address, pending.state);
    const response = await oauth.authorizationCodeGrantRequest(
      server,
      client,
      oauth.None(),
      answer,
      redirectUri,
      pending.verifier,
      options,
    );
    const issued = await oauth.processAuthorizationCodeResponse(server, client, response, {
      expectedNonce: pending.nonce,
      requireIdToken: true,
    });
    return {
      access: issued.access_token,
      id: issued.id_token,
      endsAtMs: ports.nowMs() + (issued.expires_in ?? UNSAID_LIFETIME_S) * 1000,
    };
  }

  return {
    async begin(returnTo) {
      try {
        const { authorization_endpoint } = await discover();
        if (authorization_endpoint === undefined) return undefined;
        const pending = {
          state: oauth.generateRandomState(),
          nonce: oauth.generateRandomNonce(),
          verifier: oauth.generateRandomCodeVerifier(),
          returnTo,
        };
        keepPending(ports.store, pending);
        const address = new URL(authorization_endpoint);
        const asked = {
          client_id: clientId,
          redirect_uri: redirectUri,
          response_type: 'code',
          scope,
          state: pending.state,
          nonce: pending.nonce,
          code_challenge: await oauth.calculatePKCECodeChallenge(pending.verifier),
          code_challenge_method: 'S256',
        };
        for (const [name, value] of Object.entries(asked)) address.searchParams.set(name, value);
        return address.href;
      } catch {
        return undefined;
      }
    },

    async finish(address) {
      const pending = takePending(ports.store);
      if (pending === undefined) return { kind: 'refused', returnTo: '/' };
      const returnTo = pathOnly(pending.returnTo);
      try {
        return { kind: 'signed-in', tokens: await exchange(address, pending), returnTo };
      } catch (error) {
        // `fetch` throws a TypeError where no answer comes; whatever else goes wrong is an answer that will not do.
        return { kind: error instanceof TypeError ? 'unreachable' : 'refused', returnTo };
      }
    },

    async end(idToken) {
      try {
        const { end_session_endpoint } = await discover();
        if (end_session_endpoint === undefined) return undefined;
        const address = new URL(end_session_endpoint);
        address.searchParams.set('client_id', clientId);
        address.searchParams.set('post_logout_redirect_uri', redirectUri);
        if (idToken !== undefined) address.searchParams.set('id_token_hint', idToken);
        return address.href;
      } catch {
        return undefined;
      }
    },
  };
}
