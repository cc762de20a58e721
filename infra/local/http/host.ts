/** Tells whether a request was meant for this machine. */

const LOOPBACK_HOST = /^(?:127\.0\.0\.1|localhost)(?::\d+)?$/;

/**
 * A page elsewhere can give its own name the address 127.0.0.1 and then read what answers there as its own; the name it
 * asks by gives it away.
 */
export function isLoopbackHost(host: string | undefined): boolean {
  return host !== undefined && LOOPBACK_HOST.test(host);
}
