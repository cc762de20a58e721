/** One case in the state of a cell, the person who asks, and a request to every endpoint. */
import type { AssertedFacts } from '../../events/facts.ts';
import { standingFacts } from '../../shared/docket/standing.ts';
import { type RouteName, routes } from '../../shared/review/api/routes.ts';
import { type DecisionMention, factsDigest, type Review } from '../../shared/review/review.ts';
import type { Viewer } from '../../shared/review/viewer.ts';
import { memberCount } from '../../shared/store/members.ts';
import type { CaseHead } from '../../shared/store/store.ts';
import { names, reviewContent } from '../contract/store-samples.ts';
import { type Cell, hasAccess, isProtected } from './matrix-oracle.ts';
import { type Asked, type ReviewWorld, reviewWorld, viewer } from './world.ts';

const CASE = 'A-MATRIX-1';
const KEY = names.caseKey(CASE);
const OFFICE = 'NYC';
const SAMPLE = 'sample-of-the-matrix';
const REASON = 'A reason of the matrix.';

/** With an answer to an open question, so that there is one to give again. */
const FACTS: AssertedFacts = { readings: { 'gang-age': 'present-age' } };
const NO_LANE: AssertedFacts = { respondentPosition: 'opposes' };
const SUPERVISORS_LANE: AssertedFacts = { pendingCharges: { p1: { offense: 'theft' } } };

export function viewerOf(cell: Cell): Viewer {
  const offices = { own: [OFFICE], every: ['*'], other: ['LOS'] }[cell.office];
  return viewer('me', { role: cell.role, offices, protectedAccess: hasAccess(cell) });
}

const me = { by: 'me', name: 'me of the tests' };
const another = { by: 'another', name: 'Another' };
const BEFORE = '2021-06-15T11:50:00.000Z';

function reviewOf({ state }: Cell, head: CaseHead): Review | undefined {
  const claim = (by: typeof me, expiresAt = '2021-06-15T12:20:00.000Z') => ({ ...by, at: BEFORE, expiresAt });
  const hold = (by: typeof me) => ({ ...by, at: BEFORE, until: '2021-07-01', act: 'act-of-the-hold' });
  const decision = (by: typeof me): DecisionMention => ({
    ...by,
    act: 'act-of-the-decision',
    decision: 'decline',
    at: BEFORE,
    factsDigest: factsDigest(standingFacts(head.record)),
    lane: 'own-motion',
    rules: [],
    policyId: head.policyId,
  });
  switch (state) {
    case 'claimed by me':
      return { decisions: [], claim: claim(me) };
    case 'claimed by another':
      return { decisions: [], claim: claim(another) };
    case 'lease over':
      return { decisions: [], claim: claim(another, '2021-06-15T12:00:00.000Z') };
    case 'resting by me':
      return { decisions: [], hold: hold(me) };
    case 'resting by another':
      return { decisions: [], hold: hold(another) };
    case 'decided by me':
      return { decisions: [decision(me)] };
    case 'decided by another':
      return { decisions: [decision(another)] };
    default:
      return undefined;
  }
}

async function addCase(world: ReviewWorld, cell: Cell): Promise<void> {
  const { state } = cell;
  const mark: AssertedFacts = isProtected(cell) ? { protected1367: true } : {};
  const lane = state === 'unflagged' ? NO_LANE : state === "open in the supervisor's lane" ? SUPERVISORS_LANE : {};
  await world.addCase({ subject: CASE, facts: { ...FACTS, ...mark, ...lane } });
  if (state === 'withdrawn') await world.addUpdate({ subject: CASE, id: 'u2', sequence: 2, facts: NO_LANE });
}

async function giveReason(world: ReviewWorld): Promise<void> {
  const body = JSON.stringify({ reason: REASON, restricted: true });
  await world.cases.putAct(KEY, { ...me, id: 'act-of-access', kind: 'access', at: BEFORE, requestHash: 'hash', body });
}

export interface CellWorld {
  readonly world: ReviewWorld;
  /** The requests to an endpoint, in this state of the case. */
  readonly requests: (route: RouteName, of?: { key: string; caseId: string }) => Promise<Asked>;
  /** Brings people's half back to what it was. */
  readonly restore: () => Promise<void>;
}

export async function cellWorld(cell: Cell): Promise<CellWorld> {
  const world = reviewWorld();
  const readHead = () => world.cases.readHead(KEY);
  if (cell.state !== 'absent') await addCase(world, cell);
  const first = await readHead();
  if (first !== undefined && cell.protection === 'protected, access, reason') await giveReason(world);
  const sample = { id: SAMPLE, office: OFFICE, seed: 's', by: 's', name: 'S', at: BEFORE, requestHash: 'hash' };
  await world.deps.samples.putSample({ ...sample, caseKeys: first === undefined ? [] : [KEY] });

  async function restore(): Promise<void> {
    const head = await readHead();
    const review = head && reviewOf(cell, head);
    if (head === undefined) return;
    await world.cases.writeReview(KEY, reviewContent(head, review ?? { decisions: [] }), head.version);
  }
  await restore();

  let keys = 0;
  return {
    world,
    restore,
    async requests(route, { key, caseId } = { key: KEY, caseId: CASE }) {
      const head = await readHead();
      const seen = { version: 1, digest: 'none', updates: 0 };
      if (head !== undefined) {
        Object.assign(seen, {
          version: head.version,
          digest: head.classification.digest,
          updates: memberCount(head.members),
        });
      }
      return asked(route, { key, caseId, seen, lane: cell.lane, idempotencyKey: `key-of-the-matrix-${++keys}` });
    },
  };
}

interface Filling {
  readonly key: string;
  readonly caseId: string;
  readonly seen: object;
  readonly lane: string;
  readonly idempotencyKey: string;
}

/** A request that nothing is wrong with but, perhaps, who makes it and when. */
function asked(route: RouteName, { key, caseId, seen, lane, idempotencyKey }: Filling): Asked {
  const because = { reason: REASON, idempotencyKey };
  const bodies: Partial<Record<RouteName, object>> = {
    next: { lane },
    drawSample: { size: 1, seed: 'seed', idempotencyKey },
    access: because,
    claim: {},
    release: because,
    hold: { until: '2021-07-15', ...because },
    decision: { decision: 'refer', seen, ...because },
    finding: { path: 'removable', value: true, seen, ...because },
    reading: { question: 'gang-age', answer: 'at-participation', seen, ...because },
    blindReview: { sample: SAMPLE, answer: 'cannot-tell', ...because },
    lookup: { caseId },
  };
  const queries: Partial<Record<RouteName, Record<string, string>>> = {
    blindCase: { sample: SAMPLE },
    draft: { kind: 'move-to-dismiss' },
  };
  const path = routes[route].path.replace('{key}', key).replace('{office}', OFFICE).replace('{id}', 'opla-2021-05-27');
  const query = queries[route];
  const body = bodies[route];
  return { method: routes[route].method, path, ...(query && { query }), ...(body && { body }) };
}
