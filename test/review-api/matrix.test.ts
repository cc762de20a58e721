/**
 * The whole matrix: role, office, protection and access, state of the flag, and every endpoint, against the tables of
 * `matrix-oracle.ts`. What is not theirs is compared with what is not there, byte for byte.
 */
import { expect, test } from 'vitest';
import { type RouteName, routes } from '../../shared/review/api/routes.ts';
import { names } from '../contract/store-samples.ts';
import {
  type Cell,
  expectedCode,
  expectedRows,
  isTheirs,
  laneOf,
  OFFICES,
  PROTECTIONS,
  ROLES,
  STATES,
} from './matrix-oracle.ts';
import { type CellWorld, cellWorld, viewerOf } from './matrix-world.ts';
import type { Reply } from './world.ts';

/** First what changes nothing; what a person's reason opens comes last. */
const ORDER: readonly RouteName[] = [
  'me',
  'policy',
  'myClaims',
  'myClaimsCsv',
  'queue',
  'summary',
  'lookup',
  'case',
  'blindCase',
  'draft',
  'drawSample',
  'claim',
  'release',
  'hold',
  'decision',
  'finding',
  'reading',
  'blindReview',
  'next',
  'access',
];

const ABSENT = { key: names.caseKey('nobody'), caseId: 'nobody' };

function codeOf({ statusCode, json }: Reply): string {
  if (statusCode === 200) return 'ok';
  return json.because === undefined ? json.code : `${json.code} ${json.because}`;
}

/** All that a client is told. */
const bytesOf = ({ statusCode, headers, body }: Reply) => JSON.stringify({ statusCode, headers, body });

interface Tried {
  readonly codes: Record<string, string>;
  readonly rows: { work: number; decided: number; claims: number };
  /** What lists and counts say, as a client gets it, by route. */
  readonly said: ReadonlyMap<string, string>;
  /** Routes that answer otherwise for the case than for one that is not there. */
  readonly betrays: readonly string[];
}

async function ask({ world, requests }: CellWorld, cell: Cell, route: RouteName, of?: typeof ABSENT): Promise<Reply> {
  return world.ask(viewerOf(cell), await requests(route, of));
}

async function rowsIn({ world }: CellWorld, cell: Cell): Promise<Tried['rows']> {
  const count = async (path: string, query: Record<string, string> = {}): Promise<number> =>
    (await world.ask(viewerOf(cell), { path, query })).json.flags?.length ?? 0;
  return {
    work: await count('/v1/offices/NYC/queue'),
    decided: await count('/v1/offices/NYC/queue', { status: 'decided' }),
    claims: await count('/v1/me/claims'),
  };
}

async function tryEveryEndpoint(cell: Cell): Promise<Tried> {
  const made = await cellWorld(cell);
  const rows = await rowsIn(made, cell);
  const codes: Record<string, string> = {};
  const said = new Map<string, string>();
  const betrays: string[] = [];
  for (const route of ORDER) {
    const reply = await ask(made, cell, route);
    codes[route] = codeOf(reply);
    if (routes[route].path.includes('{key}') || route === 'lookup') {
      const missing = isTheirs(cell) ? undefined : await ask(made, cell, route, ABSENT);
      if (missing !== undefined && bytesOf(missing) !== bytesOf(reply)) betrays.push(route);
    } else {
      said.set(route, bytesOf(reply));
    }
    await made.restore();
  }
  return { codes, rows, said, betrays };
}

function expectedCodes(cell: Cell): Record<string, string> {
  return Object.fromEntries(ORDER.map((route) => [route, expectedCode(route, cell)]));
}

/** Lists, counts and errors of a world with a case that is not theirs, where they differ from those of one without it. */
function told({ said }: Tried, without: Tried): string[] {
  return [...said].filter(([route, bytes]) => bytes !== without.said.get(route)).map(([route]) => route);
}

test('every endpoint is in the matrix', () => {
  expect([...ORDER].sort()).toEqual(Object.keys(routes).sort());
});

const groups = ROLES.flatMap((role) =>
  OFFICES.flatMap((office) => PROTECTIONS.map((protection) => ({ role, office, protection }))),
);

test.each(groups)(
  'a $role, $office office, $protection: each endpoint answers as the tables say, and what is not theirs is not there',
  async (group) => {
    const without: Record<string, Tried> = {};
    for (const lane of ['own-motion', 'supervisor'] as const) {
      without[lane] = await tryEveryEndpoint({ ...group, state: 'absent', lane });
    }
    const got: Record<string, object> = {};
    const expected: Record<string, object> = {};
    for (const state of STATES) {
      const cell: Cell = { ...group, state, lane: laneOf(state) };
      const tried = await tryEveryEndpoint(cell);
      const nothing = without[cell.lane]!;
      const betrays = isTheirs(cell) ? [] : [...tried.betrays, ...told(tried, nothing)];
      got[state] = { codes: tried.codes, rows: tried.rows, betrays };
      expected[state] = { codes: expectedCodes(cell), rows: expectedRows(cell), betrays: [] };
    }
    expect(got).toEqual(expected);
  },
);
