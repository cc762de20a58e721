/** The headers under which the page is served: it may load what lies beside it and talk to the issuer, and nothing else. */
import type { Env } from './env.ts';

const TWO_YEARS_S = 63_072_000;

const forbidden = ['camera', 'display-capture', 'geolocation', 'microphone', 'payment', 'usb'];

/** @param connect origins that the page may send requests to, beside its own */
function contentPolicy(connect: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self'",
    `connect-src ${["'self'", ...connect].join(' ')}`,
    "base-uri 'none'",
    // Nothing is sent by a form: signing in is a navigation, and acts are requests of the page's own.
    "form-action 'none'",
    "frame-ancestors 'none'",
    // No text becomes markup or code, whatever a docket says.
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}

export function securityHeaders({ ISSUER, SIGN_IN_ORIGINS }: Env): Readonly<Record<string, string>> {
  const connect = new Set([new URL(ISSUER).origin, ...SIGN_IN_ORIGINS]);
  return {
    'content-security-policy': contentPolicy([...connect]),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': forbidden.map((feature) => `${feature}=()`).join(', '),
    // An address may hold the keyed hash of a case: no other site is told it.
    'referrer-policy': 'no-referrer',
    'strict-transport-security': `max-age=${TWO_YEARS_S}; includeSubDomains`,
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  };
}
