/**
 * Who gets what from every endpoint, written out as tables and three questions: is the case theirs to see, does it ask for
 * a reason first, and what does the table say. It shares no code with what it is held against.
 */
import type { RouteName } from '../../shared/review/api/routes.ts';
import type { Role } from '../../shared/review/viewer.ts';

export const ROLES = ['reviewer', 'supervisor', 'auditor'] as const satisfies readonly Role[];

/** The office of the viewer, as seen from the case. */
export const OFFICES = ['own', 'every', 'other'] as const;

/** The case, the viewer's access, and whether they have given a reason. */
export const PROTECTIONS = [
  'plain, no access',
  'plain, access',
  'protected, no access',
  'protected, access, no reason',
  'protected, access, reason',
] as const;

export const STATES = [
  'open',
  'claimed by me',
  'claimed by another',
  'lease over',
  'resting by me',
  'resting by another',
  'decided by me',
  'decided by another',
  "open in the supervisor's lane",
  'unflagged',
  'withdrawn',
  'absent',
] as const;

export interface Cell {
  readonly role: (typeof ROLES)[number];
  readonly office: (typeof OFFICES)[number];
  readonly protection: (typeof PROTECTIONS)[number];
  readonly state: (typeof STATES)[number];
  /** Where the person looks for work. */
  readonly lane: 'own-motion' | 'supervisor';
}

export function laneOf(state: Cell['state']): Cell['lane'] {
  return state === "open in the supervisor's lane" ? 'supervisor' : 'own-motion';
}

type Act = 'claim' | 'release' | 'hold' | 'decision';
type Answers = readonly [claim: string, release: string, hold: string, decision: string];
const ACTS: readonly Act[] = ['claim', 'release', 'hold', 'decision'];

const all = (code: string): Answers => [code, code, code, code];
const OPEN_TO_REVIEWERS: Answers = ['ok', 'not-claimed', 'not-claimed', 'not-claimed'];
const OPEN_TO_SUPERVISORS: Answers = ['ok', 'not-claimed', 'ok', 'ok'];
const NOT_THEIRS: Answers = ['not-allowed', 'not-claimed', 'not-allowed', 'not-allowed'];

type Table = Readonly<Record<Exclude<Cell['state'], 'absent'>, Answers>>;

const REVIEWER: Table = {
  open: OPEN_TO_REVIEWERS,
  'claimed by me': all('ok'),
  'claimed by another': all('held-by-another'),
  'lease over': OPEN_TO_REVIEWERS,
  'resting by me': ['held-by-another', 'ok', 'held-by-another', 'held-by-another'],
  'resting by another': all('held-by-another'),
  'decided by me': ['ok', 'not-claimed', 'not-allowed', 'not-claimed'],
  'decided by another': NOT_THEIRS,
  "open in the supervisor's lane": NOT_THEIRS,
  unflagged: all('not-flagged'),
  withdrawn: all('not-flagged'),
};

const SUPERVISOR: Table = {
  open: OPEN_TO_SUPERVISORS,
  'claimed by me': all('ok'),
  'claimed by another': ['held-by-another', 'ok', 'ok', 'ok'],
  'lease over': OPEN_TO_SUPERVISORS,
  'resting by me': ['held-by-another', 'ok', 'ok', 'ok'],
  'resting by another': ['held-by-another', 'ok', 'ok', 'ok'],
  'decided by me': ['ok', 'not-claimed', 'not-allowed', 'ok'],
  'decided by another': ['ok', 'not-claimed', 'not-allowed', 'ok'],
  "open in the supervisor's lane": OPEN_TO_SUPERVISORS,
  unflagged: all('not-flagged'),
  withdrawn: all('not-flagged'),
};

const isOfTheirOffice = ({ office }: Cell) => office !== 'other';
export const isProtected = ({ protection }: Cell) => protection.startsWith('protected');
export const hasAccess = ({ protection }: Cell) => !protection.endsWith('no access');
const isFlagged = ({ state }: Cell) => !['unflagged', 'withdrawn', 'absent'].includes(state);
const isDecided = ({ state }: Cell) => state.startsWith('decided');

/** Whether the case exists for the viewer: in lists and counts, and by itself. */
export function isTheirs(cell: Cell): boolean {
  return cell.state !== 'absent' && isOfTheirOffice(cell) && (!isProtected(cell) || hasAccess(cell));
}

function acting({ role, state }: Cell, act: Act): string {
  if (role === 'auditor') return 'not-allowed';
  if (state === 'absent') return 'not-found';
  return (role === 'reviewer' ? REVIEWER : SUPERVISOR)[state][ACTS.indexOf(act)] ?? '';
}

function ofOneCase(route: RouteName, cell: Cell): string {
  const { role } = cell;
  if (!isTheirs(cell)) return 'not-found';
  if (route !== 'access' && cell.protection === 'protected, access, no reason') return 'access-reason-needed';
  switch (route) {
    case 'case':
    case 'access':
      return 'ok';
    case 'blindCase':
    case 'blindReview':
      return role === 'auditor' ? 'not-allowed' : 'ok';
    case 'draft':
      return acting(cell, 'decision');
    case 'finding':
    case 'reading':
      return role === 'supervisor' ? 'ok' : acting(cell, 'decision');
    case 'claim':
    case 'release':
    case 'hold':
    case 'decision':
      return acting(cell, route);
    default:
      throw new Error(`${route} is not about one case`);
  }
}

function next(cell: Cell): string {
  const { role, state, protection, lane } = cell;
  if (role === 'auditor') return 'not-allowed';
  if (role === 'reviewer' && lane === 'supervisor') return 'not-allowed';
  if (!isTheirs(cell) || !isFlagged(cell) || isDecided(cell)) return 'nothing-free all-done';
  if (state.startsWith('claimed') || state.startsWith('resting')) return 'nothing-free all-in-hand';
  return protection === 'protected, access, no reason' ? 'nothing-free only-protected' : 'ok';
}

/** What an endpoint answers: `ok`, or the code of its problem, with the reason that nothing is free. */
export function expectedCode(route: RouteName, cell: Cell): string {
  const { role, state } = cell;
  switch (route) {
    case 'me':
    case 'policy':
    case 'myClaims':
    case 'myClaimsCsv':
      return 'ok';
    case 'lookup':
      return isTheirs(cell) ? 'ok' : 'not-found';
    case 'queue':
      return isOfTheirOffice(cell) ? 'ok' : 'not-found';
    case 'summary':
      if (!isOfTheirOffice(cell)) return 'not-found';
      return role === 'reviewer' ? 'not-allowed' : 'ok';
    case 'drawSample':
      if (!isOfTheirOffice(cell)) return 'not-found';
      if (role !== 'supervisor') return 'not-allowed';
      return isTheirs(cell) && (state === 'unflagged' || state === 'withdrawn') ? 'ok' : 'nothing-free';
    case 'next':
      return isOfTheirOffice(cell) ? next(cell) : 'not-found';
    default:
      return ofOneCase(route, cell);
  }
}

/** How often the case stands in the queue of what waits, among what is decided, and in the person's claims. */
export function expectedRows(cell: Cell): { work: number; decided: number; claims: number } {
  const isListed = isTheirs(cell) && isFlagged(cell);
  return {
    work: isListed && !isDecided(cell) ? 1 : 0,
    decided: isListed && isDecided(cell) ? 1 : 0,
    claims: isListed && cell.state === 'claimed by me' ? 1 : 0,
  };
}
