/** What the page must know before anyone has signed in, from `/config.json` of its own origin. */

export interface Settings {
  /** OpenID Connect issuer. */
  readonly issuer: string;
  readonly clientId: string;
  /** Space-separated. */
  readonly scope: string;
}

function isSettings(body: unknown): body is Settings {
  return (
    typeof body === 'object' &&
    body !== null &&
    'issuer' in body &&
    typeof body.issuer === 'string' &&
    URL.canParse(body.issuer) &&
    'clientId' in body &&
    typeof body.clientId === 'string' &&
    'scope' in body &&
    typeof body.scope === 'string'
  );
}

/** Undefined where it cannot be had. */
export async function loadSettings(
  fetch: (request: Request) => Promise<Response>,
  origin: string,
): Promise<Settings | undefined> {
  try {
    const response = await fetch(new Request(new URL('/config.json', origin), { cache: 'no-store' }));
    const body: unknown = response.ok ? await response.json() : undefined;
    return isSettings(body) ? body : undefined;
  } catch {
    return undefined;
  }
}
