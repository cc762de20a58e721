/** Answers a request for the page: a file, the page's settings, the page itself, or that there is nothing there. */
import type { Env } from './env.ts';
import { securityHeaders } from './headers.ts';
import { isPageAddress } from './page-addresses.ts';
import { INDEX, type PageFile, type PageFiles } from './page-files.ts';

export interface Page {
  readonly files: PageFiles;
  readonly env: Env;
}

export interface PageRequest {
  readonly path: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
}

export interface PageAnswer {
  readonly statusCode: 200 | 404;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly isBase64Encoded: boolean;
}

/** What the page must know before anyone has signed in. */
const SETTINGS = '/config.json';
const NOT_STORED = 'no-store';
const FOR_EVER = 'public, max-age=31536000, immutable';

export function answerPage({ files, env }: Page, { path, headers }: PageRequest): PageAnswer {
  const secured = securityHeaders(env);
  const send = (file: PageFile, statusCode: 200 | 404 = 200): PageAnswer => {
    const answer = encode(file, headers['accept-encoding'] ?? '');
    return { ...answer, statusCode, headers: { ...secured, ...answer.headers } };
  };
  const index = files.get(INDEX);
  const file = path === INDEX ? undefined : files.get(path);
  if (file !== undefined) return send(file);
  if (path === SETTINGS) return text(200, 'application/json', JSON.stringify(settings(env)), secured);
  if (index !== undefined) {
    if (isPageAddress(path)) return send(index);
    // A person who mistyped an address is told so by the page, in its own frame.
    if ((headers.accept ?? '').includes('text/html')) return send(index, 404);
  }
  return text(404, 'text/plain; charset=utf-8', 'There is nothing here.\n', secured);
}

function settings({ ISSUER, CLIENT_ID, SCOPE }: Env): object {
  return { issuer: ISSUER, clientId: CLIENT_ID, scope: SCOPE };
}

function text(
  statusCode: 200 | 404,
  type: string,
  body: string,
  secured: Readonly<Record<string, string>>,
): PageAnswer {
  const headers = { ...secured, 'content-type': type, 'cache-control': NOT_STORED };
  return { statusCode, headers, body, isBase64Encoded: false };
}

function encode({ content, type, brotli, isHashed }: PageFile, accepted: string): Omit<PageAnswer, 'statusCode'> {
  const isCompressed = brotli !== undefined && accepts(accepted, 'br');
  return {
    headers: {
      'content-type': type,
      'cache-control': isHashed ? FOR_EVER : NOT_STORED,
      ...(brotli !== undefined && { vary: 'accept-encoding' }),
      ...(isCompressed && { 'content-encoding': 'br' }),
    },
    body: (isCompressed ? brotli : content).toString('base64'),
    isBase64Encoded: true,
  };
}

/** Whether an `Accept-Encoding` header names the coding, and not with a weight of nothing. */
function accepts(header: string, coding: string): boolean {
  return header.split(',').some((part) => {
    const [name, ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
    return name === coding && !parameters.some((parameter) => /^q=0(?:\.0*)?$/.test(parameter));
  });
}
