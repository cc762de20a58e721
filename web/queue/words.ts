/** A flag's urgency and status in words. They say how things stand and rank nothing. */
import type { FlagRow } from '../../shared/review/api/answers.ts';
import { dayInWords, daysBetween, timeInWords } from '../ui/days.ts';

export interface Mark {
  readonly text: string;
  /** Presses in time: set stronger, and said in the words too. */
  readonly isPressing: boolean;
}

/** A hearing this near is told in days. */
const NEAR_DAYS = 30;
/** And this near it presses. */
const PRESSING_DAYS = 14;

export function custodyMark(detained: FlagRow['detained']): Mark {
  if (detained === 'unknown') return { text: 'Custody not recorded', isPressing: false };
  return detained ? { text: 'Detained', isPressing: true } : { text: 'Not detained', isPressing: false };
}

/** @param asOf the day that the hearing is seen from */
export function hearingMark(hearingOn: string | undefined, asOf: string): Mark {
  if (hearingOn === undefined) return { text: 'No hearing recorded', isPressing: false };
  const days = daysBetween(asOf, hearingOn);
  if (days < 0) return { text: `Hearing was on ${dayInWords(hearingOn)}`, isPressing: false };
  const isPressing = days <= PRESSING_DAYS;
  if (days === 0) return { text: 'Hearing today', isPressing };
  if (days === 1) return { text: 'Hearing tomorrow', isPressing };
  if (days <= NEAR_DAYS) return { text: `Hearing in ${days} days`, isPressing };
  return { text: `Hearing on ${dayInWords(hearingOn)}`, isPressing };
}

/** The day itself, where the mark counts days; undefined where the mark names the day or there is none. */
export function hearingDay(hearingOn: string | undefined, asOf: string): string | undefined {
  if (hearingOn === undefined) return undefined;
  const days = daysBetween(asOf, hearingOn);
  return days >= 0 && days <= NEAR_DAYS ? dayInWords(hearingOn) : undefined;
}

const DECISIONS: Readonly<Record<NonNullable<FlagRow['decided']>['decision'], string>> = {
  'move-to-dismiss': 'move to dismiss',
  'move-to-close': 'move for closure',
  'cancel-nta': 'cancel the notice to appear',
  'other-discretion': 'other discretion',
  decline: 'decline',
  refer: 'refer to a supervisor',
};

const nameOf = ({ name, mine }: { readonly name: string; readonly mine: boolean }) => (mine ? 'you' : name);

export function statusText({ status, claim, hold, decided }: FlagRow): string {
  switch (status) {
    case 'open':
      return 'Open';
    case 'claimed':
      if (claim === undefined) return 'In hand';
      return `In hand: ${nameOf(claim)}, until ${timeInWords(claim.expiresAt)}`;
    case 'on-hold':
      if (hold === undefined) return 'On hold';
      return `On hold until ${dayInWords(hold.until)} by ${nameOf(hold)}`;
    case 'decided':
      if (decided === undefined) return 'Decided';
      return `Decided by ${nameOf(decided)} on ${dayInWords(decided.at.slice(0, 10))}: ${DECISIONS[decided.decision]}`;
  }
}

/** How long ago a flag was raised. */
export function ageText(raisedAt: string, now: string): string {
  const days = daysBetween(raisedAt.slice(0, 10), now.slice(0, 10));
  if (days <= 0) return 'today';
  return days === 1 ? 'yesterday' : `${days} days ago`;
}

export interface Standing {
  readonly open: number;
  readonly claimed: number;
  readonly onHold: number;
}

export function standingOf(rows: readonly FlagRow[]): Standing {
  const count = (status: FlagRow['status']) => rows.filter((row) => row.status === status).length;
  return { open: count('open'), claimed: count('claimed'), onHold: count('on-hold') };
}

/** Why nobody can take a case from a lane: all is done, or all is in hand. Undefined while one is open. */
export function emptyText(standing: Standing): string | undefined {
  const { open, claimed, onHold } = standing;
  if (open > 0) return undefined;
  const inHand = [...(claimed > 0 ? [`${claimed} claimed`] : []), ...(onHold > 0 ? [`${onHold} on hold`] : [])];
  if (inHand.length === 0) return 'All is done: no flag waits in this lane.';
  return `All is in hand: ${inHand.join(' and ')}. Claims end and holds run out by themselves.`;
}
