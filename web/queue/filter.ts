/** Which rows of a list a view shows. What is not recorded is never taken for a no: it matches its own filter only. */
import type { FlagRow } from '../../shared/review/api/answers.ts';
import { daysBetween } from '../ui/days.ts';
import type { CustodyFilter, HearingFilter, QueueView } from './view.ts';

const CUSTODY: Readonly<Record<Exclude<CustodyFilter, 'any'>, FlagRow['detained']>> = {
  detained: true,
  'not-detained': false,
  'not-recorded': 'unknown',
};

const WITHIN_DAYS: Readonly<Record<Exclude<HearingFilter, 'any' | 'not-recorded'>, number>> = {
  'in-7-days': 7,
  'in-30-days': 30,
  'in-90-days': 90,
};

function matchesHearing(hearing: HearingFilter, on: string | undefined, asOf: string): boolean {
  if (hearing === 'any') return true;
  if (hearing === 'not-recorded') return on === undefined;
  if (on === undefined) return false;
  const days = daysBetween(asOf, on);
  return days >= 0 && days <= WITHIN_DAYS[hearing];
}

/** @param asOf the day that hearings are seen from */
export function matches({ status, custody, hearing }: QueueView, row: FlagRow, asOf: string): boolean {
  if (status === 'waiting' ? row.status === 'decided' : row.status !== status) return false;
  if (custody !== 'any' && row.detained !== CUSTODY[custody]) return false;
  return matchesHearing(hearing, row.hearingOn, asOf);
}
