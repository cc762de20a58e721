/** Headers of every answer. An answer is data for the page: a browser that opens one by itself must do nothing with it. */
import type httpSecurityHeaders from '@middy/http-security-headers';

type Options = NonNullable<Parameters<typeof httpSecurityHeaders>[0]>;

const TWO_YEARS_S = 63_072_000;

export const securityHeaders: Options = {
  contentSecurityPolicy: {
    'default-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': "'none'",
    sandbox: '',
    'report-to': '',
    'require-trusted-types-for': '',
  },
  strictTransportSecurity: { maxAge: TWO_YEARS_S, includeSubDomains: true, preload: false },
  // Data has no use of a device; the page's own policy says so for the page.
  permissionsPolicy: false,
  reportTo: false,
  reportingEndpoints: false,
  downloadOptions: false,
};
