/** Finds a case by its id, which stands in the body of the request so that no URL ever names it. */
import type { LookupRequest } from '../../../shared/review/api/requests.ts';
import { maySee } from '../../../shared/review/viewer.ts';
import { type Endpoint, NOT_FOUND } from '../endpoint.ts';
import { seenOf } from '../seen-of.ts';

export const lookUp: Endpoint<LookupRequest> = async (deps, { viewer, body }) => {
  const key = deps.names.caseKey(body.caseId);
  const head = await deps.cases.readHead(key);
  return head !== undefined && maySee(viewer, seenOf(deps, head)) ? { kind: 'ok', body: { key } } : NOT_FOUND;
};
