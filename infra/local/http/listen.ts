/** Listens on loopback: on the port that was asked for, or on any that is free. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { LOCAL_HOST } from '../loopback.ts';

export interface WantedPort {
  readonly port: number;
  /** Whether any free port will do where this one is taken. */
  readonly orAnother: boolean;
}

/** @returns the origin that the server answers at */
export async function listenOnLoopback(server: Server, { port, orAnother }: WantedPort): Promise<string> {
  if (!(await listens(server, port))) {
    if (!orAnother) throw new Error(`port ${port} of this machine is taken`);
    await listens(server, 0);
  }
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server listens on no port');
  return `http://${LOCAL_HOST}:${address.port}`;
}

async function listens(server: Server, port: number): Promise<boolean> {
  server.listen(port, LOCAL_HOST);
  try {
    await once(server, 'listening');
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return false;
    throw error;
  }
}

export async function closeServer(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}

/** A port that is free now: this one, or another where it is taken. */
export async function freePort(wanted: number): Promise<number> {
  const server = createServer();
  const origin = await listenOnLoopback(server, { port: wanted, orAnother: true });
  await closeServer(server);
  return Number(new URL(origin).port);
}
