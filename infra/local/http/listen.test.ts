import { createServer } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { isLoopbackHost } from './host.ts';
import { closeServer, freePort, listenOnLoopback } from './listen.ts';

async function listening(port: number, orAnother: boolean): Promise<number> {
  const server = createServer();
  const origin = await listenOnLoopback(server, { port, orAnother });
  onTestFinished(() => closeServer(server));
  return Number(new URL(origin).port);
}

test('a port that is taken is another, or refused where nobody would look for it there', async () => {
  const taken = await listening(0, false);
  expect(await listening(taken, true)).not.toBe(taken);
  expect(await freePort(taken)).not.toBe(taken);
  await expect(listening(taken, false)).rejects.toThrow(`port ${taken} of this machine is taken`);
});

test('a port that is free is taken as it is', async () => {
  const free = await freePort(0);
  expect(await freePort(free)).toBe(free);
  expect(await listening(free, false)).toBe(free);
});

test.each([
  { host: '127.0.0.1:8021', isOurs: true },
  { host: 'localhost:8021', isOurs: true },
  { host: 'localhost', isOurs: true },
  { host: '127.0.0.1.elsewhere.example', isOurs: false },
  { host: 'elsewhere.example:8021', isOurs: false },
  { host: undefined, isOurs: false },
])('a request for $host is for this machine: $isOurs', ({ host, isOurs }) => {
  expect(isLoopbackHost(host)).toBe(isOurs);
});
