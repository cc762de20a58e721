/**
 * The issuer that the sample reviewers sign in at. It asks for no password, so it listens on loopback only and knows no page
 * but the one of this run.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { isLoopbackHost } from '../http/host.ts';
import { closeServer, listenOnLoopback } from '../http/listen.ts';
import { type AnswerIssuer, type Asked, type IssuerSettings, issuerEndpoints, type Reply } from './endpoints.ts';
import { openSigningKey } from './signing-key.ts';

export interface IssuerParts extends IssuerSettings {
  readonly keyFile: string;
  /** Told of what a person should see. */
  readonly log: (line: string) => void;
}

export interface Issuer {
  readonly close: () => Promise<void>;
}

const MAX_FORM_BYTES = 16 * 1024;

/** Listens where the issuer's own address says. */
export async function openIssuer(parts: IssuerParts): Promise<Issuer> {
  const answer = issuerEndpoints(parts, await openSigningKey(parts.keyFile));
  const server = createServer((incoming, response) => {
    serve(incoming, response, answer, parts).catch((error: unknown) => {
      parts.log(`the sign-in could not answer: ${error instanceof Error ? error.message : 'no error'}`);
      response.destroy();
    });
  });
  await listenOnLoopback(server, { port: Number(new URL(parts.issuer).port), orAnother: false });
  return { close: () => closeServer(server) };
}

async function serve(
  incoming: IncomingMessage,
  response: ServerResponse,
  answer: AnswerIssuer,
  { issuer, pageOrigins }: IssuerParts,
): Promise<void> {
  const { origin, cookie, host } = incoming.headers;
  const common = {
    'cache-control': 'no-store',
    // Without a referrer a browser would not say where the page's own form comes from.
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    ...(origin !== undefined &&
      pageOrigins.includes(origin) && { 'access-control-allow-origin': origin, vary: 'origin' }),
  };
  const send = ({ status, headers, body }: Reply) => {
    response.writeHead(status, { ...common, ...headers });
    response.end(body);
  };
  if (!isLoopbackHost(host)) return send({ status: 421, headers: {}, body: '' });
  if (incoming.method === 'OPTIONS') {
    const headers = { 'access-control-allow-methods': 'GET, POST', 'access-control-allow-headers': 'content-type' };
    return send({ status: 204, headers, body: '' });
  }
  const form = await readForm(incoming);
  if (form === undefined) return send({ status: 413, headers: {}, body: '' });
  const asked: Asked = {
    method: incoming.method ?? 'GET',
    url: new URL(incoming.url ?? '/', issuer),
    form,
    origin,
    cookie,
  };
  return send(await answer(asked));
}

async function readForm(incoming: IncomingMessage): Promise<URLSearchParams | undefined> {
  let text = '';
  for await (const chunk of incoming) {
    text += Buffer.from(chunk).toString('latin1');
    if (text.length > MAX_FORM_BYTES) return undefined;
  }
  return new URLSearchParams(text);
}
