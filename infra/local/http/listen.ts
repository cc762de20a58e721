/** Listens on loopback: on the port that was asked for, or on any that is free. */
import { once } from 'node:events';
import type { Server } from 'node:http';
import { LOCAL_HOST } from '../loopback.ts';

export interface WantedPort {
  readonly port: number;
  /** Somebody chose it: another would not be what they asked for. */
  readonly isFixed: boolean;
}

/** @returns the origin that the server answers at */
export async function listenOnLoopback(server: Server, { port, isFixed }: WantedPort): Promise<string> {
  if (!(await listens(server, port))) {
    if (isFixed) throw new Error(`port ${port} is taken: choose another with --port`);
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
