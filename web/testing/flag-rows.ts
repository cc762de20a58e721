/** Rows of a queue for tests. */
import type { FlagRow } from '../../shared/review/api/answers.ts';

export function flagRow(key: string, more: Partial<FlagRow> = {}): FlagRow {
  return {
    key,
    office: 'LOS',
    lane: 'own-motion',
    status: 'open',
    restricted: false,
    detained: false,
    raisedAt: '2021-07-01T10:00:00.000Z',
    changedAt: '2021-07-01T10:00:00.000Z',
    fellAway: false,
    ...more,
  };
}

export const claimedBy = (name: string, mine = false): Partial<FlagRow> => ({
  status: 'claimed',
  claim: { name, mine, at: '2021-08-02T14:00:00.000Z', expiresAt: '2021-08-02T14:30:00.000Z' },
});
