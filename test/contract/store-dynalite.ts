/** Starts dynalite, a table in this process, on a free port of loopback. */
import type { AddressInfo, Server } from 'node:net';
import dynalite from 'dynalite';

export async function startDynalite(): Promise<{ port: number; stop: () => Promise<void> }> {
  const server: Server = dynalite({ createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return { port, stop: () => new Promise((resolve) => void server.close(() => resolve())) };
}
