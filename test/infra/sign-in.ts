/** Signs in at the page of a local run by the code flow with PKCE, as the page does, and calls its API. */
import { createHash, randomBytes } from 'node:crypto';
import * as z from 'zod';

const settings = z.object({ issuer: z.url(), clientId: z.string(), scope: z.string() });
const discovery = z.object({ authorization_endpoint: z.url(), token_endpoint: z.url() });
const tokens = z.object({ access_token: z.string() });

export interface Answered {
  status: number;
  type: string | null;
  text: string;
  /** Undefined for what is not JSON. */
  body: any;
}

export type CallApi = (method: 'GET' | 'POST', path: string, body?: object) => Promise<Answered>;

async function read<T>(schema: z.ZodType<T>, address: string, init: RequestInit = {}): Promise<T> {
  return schema.parse(await (await fetch(address, init)).json());
}

/** @param person id of one of the sample reviewers */
export async function signIn(pageUrl: string, person: string): Promise<CallApi> {
  const { issuer, clientId, scope } = await read(settings, `${pageUrl}config.json`);
  const known = await read(discovery, `${issuer}/.well-known/openid-configuration`);
  const verifier = randomBytes(32).toString('base64url');
  const asked = {
    client_id: clientId,
    redirect_uri: pageUrl,
    response_type: 'code',
    scope,
    state: randomBytes(16).toString('base64url'),
    nonce: randomBytes(16).toString('base64url'),
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  };
  const chosen = await fetch(known.authorization_endpoint, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: issuer },
    body: new URLSearchParams({ ...asked, person }),
  });
  const back = new URL(chosen.headers.get('location') ?? '');
  if (back.searchParams.get('state') !== asked.state) throw new Error('the answer belongs to another question');
  const { access_token } = await read(tokens, known.token_endpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code: back.searchParams.get('code') ?? '',
      redirect_uri: pageUrl,
      client_id: clientId,
      code_verifier: verifier,
    }),
  });
  return callerWith(pageUrl, access_token);
}

export function callerWith(pageUrl: string, token: string | undefined): CallApi {
  return async (method, path, body) => {
    const response = await fetch(new URL(path, pageUrl), {
      method,
      headers: {
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const type = response.headers.get('content-type');
    const text = await response.text();
    return {
      status: response.status,
      type,
      text,
      body: type?.includes('json') === true ? JSON.parse(text) : undefined,
    };
  };
}
