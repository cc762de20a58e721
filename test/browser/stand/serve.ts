/** A server on loopback, on a port of the machine's choosing. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Answered {
  readonly statusCode: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

export interface Server {
  readonly origin: string;
  readonly stop: () => Promise<void>;
}

const HOST = '127.0.0.1';

export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

/** @param answer what it throws is answered with 500 and handed to `onFault` */
export async function serve(
  answer: (request: IncomingMessage, url: URL) => Promise<Answered>,
  onFault: (error: unknown) => void,
): Promise<Server> {
  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const {
      statusCode,
      headers = {},
      body = '',
    } = await answer(request, new URL(request.url ?? '/', `http://${HOST}`));
    response.writeHead(statusCode, headers).end(body);
  }
  const server = createServer((request, response) => {
    respond(request, response).catch((error: unknown) => {
      onFault(error);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, HOST, resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://${HOST}:${port}`,
    stop: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}
