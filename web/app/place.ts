/** Where in the page a person is: addresses and the places they name. No address ever holds a case id or a fact. */

export type Place =
  | { readonly page: 'queue'; readonly search: string }
  | { readonly page: 'case'; readonly key: string }
  | { readonly page: 'blind'; readonly key: string; readonly sample: string }
  | { readonly page: 'claims' }
  | { readonly page: 'summary'; readonly office: string }
  | { readonly page: 'samples'; readonly office: string }
  /** With a rule, at that rule's section: an element whose id is the rule's. */
  | { readonly page: 'policy'; readonly id: string; readonly rule?: string }
  | { readonly page: 'nowhere' };

export type PageName = Exclude<Place['page'], 'nowhere'>;

/** Undefined for a part that is empty or not percent-encoded text. */
function decoded(part: string | undefined): string | undefined {
  if (part === undefined || part === '') return undefined;
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}

const NOWHERE: Place = { page: 'nowhere' };

const policyPlace = (id: string, rule: string | undefined): Place =>
  rule === undefined ? { page: 'policy', id } : { page: 'policy', id, rule };

export function placeOf({ pathname, search, hash }: Pick<URL, 'pathname' | 'search' | 'hash'>): Place {
  const [head, name, tail, ...more] = pathname.split('/').slice(1);
  if (more.length > 0) return NOWHERE;
  const id = decoded(name);
  if (id === undefined) {
    if (name !== undefined || tail !== undefined) return NOWHERE;
    if (head === '') return { page: 'queue', search };
    return head === 'claims' ? { page: 'claims' } : NOWHERE;
  }
  switch (`${head}/${tail ?? ''}`) {
    case 'cases/':
      return tail === undefined ? { page: 'case', key: id } : NOWHERE;
    case 'cases/blind':
      return { page: 'blind', key: id, sample: new URLSearchParams(search).get('sample') ?? '' };
    case 'offices/summary':
      return { page: 'summary', office: id };
    case 'offices/samples':
      return { page: 'samples', office: id };
    case 'policies/':
      return tail === undefined ? policyPlace(id, decoded(hash.slice(1))) : NOWHERE;
    default:
      return NOWHERE;
  }
}

/** The address of a place, for `href` and for `ports.go`. */
export function addressOf(place: Exclude<Place, { page: 'nowhere' }>): string {
  switch (place.page) {
    case 'queue':
      return `/${place.search}`;
    case 'case':
      return `/cases/${encodeURIComponent(place.key)}`;
    case 'blind':
      return `/cases/${encodeURIComponent(place.key)}/blind?sample=${encodeURIComponent(place.sample)}`;
    case 'claims':
      return '/claims';
    case 'summary':
      return `/offices/${encodeURIComponent(place.office)}/summary`;
    case 'samples':
      return `/offices/${encodeURIComponent(place.office)}/samples`;
    case 'policy':
      return `/policies/${encodeURIComponent(place.id)}${place.rule === undefined ? '' : `#${encodeURIComponent(place.rule)}`}`;
  }
}
