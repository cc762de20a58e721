/**
 * A port for a server that starts later than its address must be known. It lies outside of the range from which a system
 * hands out ports, so that no connection and no other server takes it by chance in between.
 */
import { freePort } from '../infra/local/http/listen.ts';

/** Linux hands out from 32768 on, macOS and Windows from 49152 on. */
const FIRST = 20_000;
const PORTS = 12_000;

/** Processes that run side by side begin elsewhere, each with room for some ports before it comes to those of the next. */
let next = process.pid * 16;

export async function ownPort(): Promise<number> {
  for (let tries = 0; tries < PORTS; tries += 1) {
    const port = FIRST + (next++ % PORTS);
    if ((await freePort(port)) === port) return port;
  }
  throw new Error(`no port from ${FIRST} to ${FIRST + PORTS - 1} is free`);
}
