/** The people of a schedule, and how the page they work on behaves: what they saw, what they mean, what they try again. */
import type { Chance } from '../world/chance.ts';
import type { Switches } from '../world/switches.ts';

export interface Token {
  readonly id: string;
  readonly name: string;
  readonly role: 'reviewer' | 'supervisor' | 'auditor';
  readonly offices: readonly string[];
  readonly protectedAccess: boolean;
}

interface Seen {
  readonly version: number;
  readonly digest: string;
  readonly updates: number;
}

/** As far as the page uses it. */
interface ShownCase {
  readonly key: string;
  readonly seen: Seen;
  readonly findable: readonly { readonly path: string; readonly options: readonly { readonly value: unknown }[] }[];
  readonly readable: readonly { readonly question: string; readonly options: readonly { readonly answer: string }[] }[];
}

export interface Ask {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: { readonly [name: string]: unknown };
  readonly kind: string;
  readonly caseKey?: string;
}

export interface Person {
  token: Token;
  /** Cases as they were last shown. */
  readonly shown: Map<string, ShownCase>;
  /** Keys of cases that a list showed. */
  readonly known: Set<string>;
  /** An act that was not answered: sent again under the same key, or given up. */
  pending: Ask | undefined;
  /** The case they are at work on. */
  inHand: string | undefined;
  /** A protected case that asked them for a reason. */
  barred: string | undefined;
  isWaiting: boolean;
}

const STAFF: readonly Token[] = [
  { id: 'sub-anna', name: 'Anna', role: 'reviewer', offices: ['NYC'], protectedAccess: false },
  { id: 'sub-boris', name: 'Boris', role: 'reviewer', offices: ['NYC', 'LOS'], protectedAccess: false },
  { id: 'sub-petra', name: 'Petra', role: 'reviewer', offices: ['NYC', 'LOS'], protectedAccess: true },
  { id: 'sub-sofia', name: 'Sofia', role: 'supervisor', offices: ['NYC'], protectedAccess: false },
  { id: 'sub-simon', name: 'Simon', role: 'supervisor', offices: ['*'], protectedAccess: true },
  { id: 'sub-aldo', name: 'Aldo', role: 'auditor', offices: ['NYC'], protectedAccess: false },
];

/** Who opens every case in the calm at the end. */
export const CARETAKER: Token = {
  id: 'sub-caretaker',
  name: 'Caretaker',
  role: 'supervisor',
  offices: ['*'],
  protectedAccess: true,
};

export function isSupervisor(id: string): boolean {
  return id === CARETAKER.id || STAFF.some((token) => token.id === id && token.role === 'supervisor');
}

export function newPerson(token: Token): Person {
  return {
    token,
    shown: new Map(),
    known: new Set(),
    pending: undefined,
    inHand: undefined,
    barred: undefined,
    isWaiting: false,
  };
}

export function drawPeople(chance: Chance): Person[] {
  // Most who work there can see what is there.
  const left = chance.isTrue(0.6) ? STAFF.filter(({ role }) => role !== 'auditor') : [...STAFF];
  return Array.from({ length: 2 + chance.below(2) }, () => {
    const [token] = left.splice(chance.below(left.length), 1);
    if (token === undefined) throw new RangeError('no more people');
    return newPerson(token);
  });
}

/** Their next token says something else: another office, or no more access. */
export function changeSession(chance: Chance, person: Person): void {
  const { token } = person;
  person.token = chance.isTrue(0.5)
    ? { ...token, offices: chance.pick([['NYC'], ['LOS'], ['NYC', 'LOS']]) }
    : { ...token, protectedAccess: !token.protectedAccess };
}

const DECISIONS = ['move-to-dismiss', 'move-to-close', 'cancel-nta', 'other-discretion', 'decline', 'refer'] as const;
const LANES = ['own-motion', 'supervisor', 'needs-facts', 'triage'] as const;
const UNTIL = ['2021-06-16', '2021-06-20', '2021-07-01', '2021-06-15'] as const;

/** What a person does with a flag in hand. */
const WORK: readonly (readonly [string, number])[] = [
  ['decision', 4],
  ['hold', 1.5],
  ['release', 1],
  ['finding', 2],
  ['reading', 0.7],
  ['claim', 0.7],
];

export interface Office {
  readonly chance: Chance;
  readonly switches: Switches;
  /** Every key of the schedule: a person may have one from a letter, a colleague or an old page. */
  readonly caseKeys: readonly string[];
  readonly caseIds: readonly string[];
  /** A number that no other act of the schedule has. */
  readonly nextAct: () => number;
}

function actOn(office: Office, person: Person, caseKey: string, kind: string): Ask {
  const { chance, nextAct } = office;
  const nth = nextAct();
  const because = { reason: `because-${nth}`, idempotencyKey: `idempotency-key-${String(nth).padStart(6, '0')}` };
  const { shown } = person;
  const view = shown.get(caseKey);
  const seen = view?.seen ?? { version: 1, digest: 'sha256:none', updates: 1 };
  const post = (act: string, body: { readonly [name: string]: unknown }): Ask => ({
    method: 'POST',
    path: `/v1/cases/${caseKey}/${act}`,
    body,
    kind: act,
    caseKey,
  });
  switch (kind) {
    case 'hold':
      return post('hold', { until: chance.pick(UNTIL), ...because });
    case 'release':
      return post('release', chance.isTrue(0.6) ? because : { idempotencyKey: because.idempotencyKey });
    case 'decision':
      return post('decision', { decision: chance.pick(DECISIONS), seen, ...because });
    case 'access':
      return post('access', because);
    case 'finding': {
      const finding = view && view.findable.length > 0 ? chance.pick(view.findable) : undefined;
      const value = finding && finding.options.length > 0 ? chance.pick(finding.options).value : true;
      return post('finding', { path: finding?.path ?? 'removable', value, seen, ...because });
    }
    case 'reading': {
      const question = view && view.readable.length > 0 ? chance.pick(view.readable) : undefined;
      const answer = question === undefined ? 'none' : chance.pick(question.options).answer;
      return post('reading', { question: question?.question ?? 'gang-age', answer, seen, ...because });
    }
    default:
      return post('claim', {});
  }
}

/** What a person does next. */
export function nextAsk(office: Office, person: Person): Ask {
  const { chance, caseKeys, caseIds } = office;
  const { pending, shown, known, token, inHand, barred } = person;
  if (pending !== undefined && chance.isTrue(0.7)) return pending;
  if (barred !== undefined && chance.isTrue(0.7)) return actOn(office, person, barred, 'access');
  if (inHand !== undefined && chance.isTrue(0.65)) return actOn(office, person, inHand, chance.weighted(WORK));
  const ownOffice = token.offices.includes('*') ? 'NYC' : chance.pick(token.offices);
  const someKey = () => {
    const mine = [...shown.keys(), ...known];
    return mine.length > 0 && chance.isTrue(0.92) ? chance.pick(mine) : chance.pick(caseKeys);
  };
  const get = (kind: string, path: string, query?: Record<string, string>): Ask => ({
    method: 'GET',
    path,
    kind,
    ...(query && { query }),
  });
  // Who knows of no case asks for the list of their office first.
  const isNew = known.size === 0 ? 6 : 1;
  const kind = chance.weighted([
    ['queue', 2 * isNew],
    ['next', isNew],
    ['case', 1.5],
    ['claim', 8],
    ['decision', 2],
    ['hold', 1],
    ['release', 1],
    ['finding', 1.5],
    ['reading', 0.5],
    ['access', token.protectedAccess ? 1 : 0.1],
    ['lookup', 0.5],
    ['myClaims', 0.7],
    ['summary', token.role === 'reviewer' ? 0.1 : 0.8],
  ]);
  switch (kind) {
    case 'queue': {
      const status = chance.pick(['', '', 'open', 'decided']);
      return get(kind, `/v1/offices/${chance.isTrue(0.9) ? ownOffice : 'NYC'}/queue`, status === '' ? {} : { status });
    }
    case 'next':
      return {
        method: 'POST',
        path: `/v1/offices/${ownOffice}/next`,
        body: { lane: chance.isTrue(0.6) ? 'own-motion' : chance.pick(LANES) },
        kind,
      };
    case 'case': {
      const caseKey = someKey();
      return { ...get(kind, `/v1/cases/${caseKey}`), caseKey };
    }
    case 'lookup':
      return { method: 'POST', path: '/v1/lookup', body: { caseId: chance.pick(caseIds) }, kind };
    case 'myClaims':
      return get(kind, '/v1/me/claims');
    case 'summary':
      return get(kind, `/v1/offices/${ownOffice}/summary`);
    default:
      return actOn(office, person, someKey(), kind);
  }
}

/** Somebody uses the key of an act for another one. */
export function otherBody(chance: Chance, ask: Ask): Ask {
  return { ...ask, body: { ...ask.body, reason: `because-other-${chance.below(1_000)}` } };
}

/** The page takes in an answer; `text` is empty where none came. */
export function takeIn(person: Person, ask: Ask, status: number, text: string): void {
  const isAct = ask.body !== undefined && 'idempotencyKey' in ask.body;
  const isOpen = status === 0 || status >= 500;
  if (isAct) person.pending = isOpen ? ask : undefined;
  const { caseKey } = ask;
  person.barred = undefined;
  if (status === 403 && text.includes('"access-reason-needed"')) person.barred = caseKey;
  if (status === 404 || status === 409) person.inHand = undefined;
  if (status === 404 && caseKey !== undefined && person.known.delete(caseKey)) person.shown.delete(caseKey);
  if (status !== 200) return;
  const answer = JSON.parse(text) as Partial<ShownCase> & { flags?: { key: string }[] };
  for (const { key } of answer.flags ?? []) person.known.add(key);
  if (['decision', 'hold', 'release'].includes(ask.kind)) person.inHand = undefined;
  if (answer.key === undefined) return;
  person.known.add(answer.key);
  if (ask.kind === 'claim' || ask.kind === 'next') person.inHand = answer.key;
  if (answer.seen !== undefined) person.shown.set(answer.key, answer as ShownCase);
}
