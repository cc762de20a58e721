/**
 * What part of a queue is shown, as an address: office, lane and filters, never anything of a case. So a view is saved by
 * bookmarking it, and sent to a colleague by its address.
 */

import type { Lane } from '../api/api.ts';
import { LANES } from '../app/lanes.ts';

export const STATUS_FILTERS = ['waiting', 'open', 'claimed', 'on-hold', 'decided'] as const;
export const CUSTODY_FILTERS = ['any', 'detained', 'not-detained', 'not-recorded'] as const;
export const HEARING_FILTERS = ['any', 'in-7-days', 'in-30-days', 'in-90-days', 'not-recorded'] as const;

export type StatusFilter = (typeof STATUS_FILTERS)[number];
export type CustodyFilter = (typeof CUSTODY_FILTERS)[number];
export type HearingFilter = (typeof HEARING_FILTERS)[number];

export interface QueueView {
  readonly office: string;
  readonly lane: Lane;
  /** `waiting`: open, claimed and on hold. */
  readonly status: StatusFilter;
  readonly custody: CustodyFilter;
  readonly hearing: HearingFilter;
}

/** The word of an address if it is one of the known, else the first of them. */
function wordOf<Word extends string>(text: string | null, known: readonly [Word, ...Word[]]): Word {
  return known.find((word) => word === text) ?? known[0];
}

/** @param offices of the person who looks; an office of an address that is not among them reads as their first */
export function viewOf(search: string, offices: readonly string[]): QueueView {
  const query = new URLSearchParams(search);
  return {
    office: offices.find((office) => office === query.get('office')) ?? offices[0] ?? '',
    lane: wordOf(query.get('lane'), LANES),
    status: wordOf(query.get('status'), STATUS_FILTERS),
    custody: wordOf(query.get('custody'), CUSTODY_FILTERS),
    hearing: wordOf(query.get('hearing'), HEARING_FILTERS),
  };
}

/** Office and lane are always named, so that an address means the same to a colleague; filters only where they filter. */
export function searchOf({ office, lane, status, custody, hearing }: QueueView): string {
  const query = new URLSearchParams({ office, lane });
  if (status !== 'waiting') query.set('status', status);
  if (custody !== 'any') query.set('custody', custody);
  if (hearing !== 'any') query.set('hearing', hearing);
  return `?${query}`;
}

export function hasFilters({ status, custody, hearing }: QueueView): boolean {
  return status !== 'waiting' || custody !== 'any' || hearing !== 'any';
}
