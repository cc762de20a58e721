/**
 * The person's own list for use outside the program. It leaves the program's protection, so it holds nothing that tells
 * whose case it is, and protected cases are left out, whether or not there are any.
 */
import type { FlagRow, Me } from '../../../shared/review/api/answers.ts';
import type { Endpoint } from '../endpoint.ts';
import { csvOf } from './csv.ts';
import { policyShown } from './me.ts';
import { claimsOf } from './my-claims.ts';

const COLUMNS = ['office', 'lane', 'in custody', 'next hearing', 'raised', 'changed', 'claimed until'] as const;

const STATUSES: Readonly<Record<Me['policy']['status'], string>> = {
  'not-yet': 'not yet in force',
  'in-force': 'in force',
  suspended: 'suspended',
  superseded: 'superseded',
};

const CUSTODY = new Map<FlagRow['detained'], string>([
  [true, 'yes'],
  [false, 'no'],
  ['unknown', 'not recorded'],
]);

function rowInWords({ office, lane, detained, hearingOn, raisedAt, changedAt, claim }: FlagRow): string[] {
  return [
    office,
    lane,
    CUSTODY.get(detained) ?? '',
    hearingOn ?? 'not recorded',
    raisedAt,
    changedAt,
    claim?.expiresAt ?? '',
  ];
}

export const exportMyClaims: Endpoint = async (deps, call) => {
  const flags = (await claimsOf(deps, call)).filter(({ restricted }) => !restricted);
  const { title, status } = policyShown(deps);
  const at = deps.now();
  const text = csvOf([
    [deps.handling],
    [`${title}: ${STATUSES[status]} on ${deps.asOf()}`],
    [`Own claims at ${at}. Protected cases are not exported.`],
    [...COLUMNS],
    ...flags.map(rowInWords),
    [deps.handling],
  ]);
  return { kind: 'csv', text, fileName: `own-motion-claims-${at.slice(0, 10)}.csv` };
};
