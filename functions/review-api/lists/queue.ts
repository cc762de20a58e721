/** The flags of an office a page at a time: what waits in the order of work, what is decided the latest first. */
import * as z from 'zod';
import type { FlagRow, QueuePageShown } from '../../../shared/review/api/answers.ts';
import { flagRow } from '../../../shared/review/api/answers.ts';
import type { Viewer } from '../../../shared/review/viewer.ts';
import { type Endpoint, NOT_FOUND, type ReviewDeps } from '../endpoint.ts';
import { badRequest, badRequestOf } from '../request.ts';
import { rowOf } from '../rows.ts';
import { mergedQueues } from './merged-queues.ts';
import { officeOf } from './office-of.ts';

const PAGE_SIZE = 50;

/** Most flags looked at for one page: where few have the status that is asked for, a page may be short and go on. */
const LOOKED_AT_MAX = 1_000;

/** A working day: whoever comes back the next morning starts at the top. */
const CURSOR_LIFE_MILLIS = 12 * 3_600_000;

const queueQuery = z.object({
  lane: flagRow.shape.lane.optional(),
  status: flagRow.shape.status.optional(),
  cursor: z.string().max(1_000).optional(),
});

const place = z.object({ after: z.string(), until: z.string() });

interface Wanted {
  readonly office: string;
  readonly lane: FlagRow['lane'] | undefined;
  readonly status: FlagRow['status'] | undefined;
}

/** What a cursor is for: another viewer, office or filter could make nothing of it. */
function purposeOf({ id, protectedAccess }: Viewer, { office, lane, status }: Wanted): string {
  return JSON.stringify(['queue', id, protectedAccess, office, lane ?? null, status ?? null]);
}

function openCursor({ seals, now }: ReviewDeps, cursor: string, purpose: string): string | undefined {
  const text = seals.open(cursor, purpose);
  if (text === undefined) return undefined;
  const { after, until } = place.parse(JSON.parse(text));
  return until > now() ? after : undefined;
}

function makeCursor({ seals, now }: ReviewDeps, after: string, purpose: string): string {
  const until = new Date(Date.parse(now()) + CURSOR_LIFE_MILLIS).toISOString();
  return seals.seal(JSON.stringify({ after, until }), purpose);
}

async function readPage(deps: ReviewDeps, viewer: Viewer, wanted: Wanted, after: string | undefined) {
  const { office, lane, status } = wanted;
  const now = deps.now();
  const flags: FlagRow[] = [];
  let last: string | undefined;
  let lookedAt = 0;
  const isBackwards = status === 'decided';
  const queues = {
    viewer,
    office,
    part: isBackwards ? 'decided' : 'work',
    lanes: lane === undefined ? flagRow.shape.lane.options : [lane],
  } as const;
  // One more than a page shows, to know whether there is a page after it.
  for await (const queued of mergedQueues(deps, queues, { pageSize: PAGE_SIZE + 1, after, isBackwards })) {
    const row = rowOf(queued, viewer, now);
    const isWanted = status === undefined || row.status === status;
    if (isWanted && flags.length === PAGE_SIZE) return { flags, goesOnAfter: last };
    if (isWanted) flags.push(row);
    last = queued.order;
    lookedAt += 1;
    if (lookedAt === LOOKED_AT_MAX) return { flags, goesOnAfter: last };
  }
  return { flags, goesOnAfter: undefined };
}

export const showQueue: Endpoint = async (deps, call) => {
  const office = officeOf(call);
  if (office === undefined) return NOT_FOUND;
  const query = queueQuery.safeParse(call.query);
  if (!query.success) return badRequestOf(query.error.issues, ['query']);
  const { lane, status, cursor } = query.data;
  const wanted: Wanted = { office, lane, status };
  const purpose = purposeOf(call.viewer, wanted);
  const after = cursor === undefined ? undefined : openCursor(deps, cursor, purpose);
  if (cursor !== undefined && after === undefined) return badRequest('query.cursor');
  const { flags, goesOnAfter } = await readPage(deps, call.viewer, wanted, after);
  const body: QueuePageShown = {
    flags,
    ...(goesOnAfter !== undefined && { cursor: makeCursor(deps, goesOnAfter, purpose) }),
  };
  return { kind: 'ok', body };
};
