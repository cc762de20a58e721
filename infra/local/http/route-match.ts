/** Picks the route of a request as API Gateway does: the most specific path first, a named method before any method. */

export interface Matched<Route> {
  readonly route: Route;
  readonly pathParameters: Readonly<Record<string, string>>;
}

export type MatchRoute<Route> = (method: string, path: string) => Matched<Route> | undefined;

const DEFAULT = '$default';
const ANY = 'ANY';
const NAMED = /^\{(\w+)(\+?)\}$/;

interface Pattern<Route> {
  readonly route: Route;
  readonly method: string;
  readonly parts: readonly Part[];
}

type Part = { kind: 'fixed'; text: string } | { kind: 'one' | 'rest'; name: string };

/** Fixed parts before variable ones, those before the rest of a path. */
const WEIGHT = { fixed: 0, one: 1, rest: 2 } as const;

/** @param path as it was sent, percent-encoded; throws a URIError for one that is not */
export function routeMatcher<Route extends { readonly key: string }>(routes: readonly Route[]): MatchRoute<Route> {
  const fallback = routes.find(({ key }) => key === DEFAULT);
  const patterns = routes
    .filter(({ key }) => key !== DEFAULT)
    .map(patternOf)
    .sort(bySpecificity);
  return (method, path) => {
    const sent = path.split('/').slice(1).map(decodeURIComponent);
    for (const pattern of patterns) {
      if (pattern.method !== method && pattern.method !== ANY) continue;
      const pathParameters = matchParts(pattern.parts, sent);
      if (pathParameters !== undefined) return { route: pattern.route, pathParameters };
    }
    return fallback === undefined ? undefined : { route: fallback, pathParameters: {} };
  };
}

function patternOf<Route extends { readonly key: string }>(route: Route): Pattern<Route> {
  const [method = '', path = ''] = route.key.split(' ');
  const parts = path.split('/').slice(1);
  return {
    route,
    method,
    parts: parts.map((text): Part => {
      const [, name, rest] = NAMED.exec(text) ?? [];
      if (name === undefined) return { kind: 'fixed', text };
      return { kind: rest === '+' ? 'rest' : 'one', name };
    }),
  };
}

function bySpecificity<Route>(one: Pattern<Route>, other: Pattern<Route>): number {
  for (let at = 0; at < Math.min(one.parts.length, other.parts.length); at += 1) {
    const difference = WEIGHT[one.parts[at]?.kind ?? 'rest'] - WEIGHT[other.parts[at]?.kind ?? 'rest'];
    if (difference !== 0) return difference;
  }
  return Number(one.method === ANY) - Number(other.method === ANY);
}

function matchParts(parts: readonly Part[], sent: readonly string[]): Record<string, string> | undefined {
  const found: Record<string, string> = {};
  for (const [at, part] of parts.entries()) {
    const text = sent[at];
    if (text === undefined || (part.kind !== 'fixed' && text === '')) return undefined;
    if (part.kind === 'rest') {
      found[part.name] = sent.slice(at).join('/');
      return found;
    }
    if (part.kind === 'fixed') {
      if (part.text !== text) return undefined;
    } else {
      found[part.name] = text;
    }
  }
  return parts.length === sent.length ? found : undefined;
}
