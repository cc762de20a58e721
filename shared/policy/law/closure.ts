/**
 * Where an immigration court could close a case administratively, by circuit and date. Matter of Castro-Tum, 27 I&N Dec.
 * 271 (A.G. 2018), took general authority away; Matter of Cruz-Valdez, 28 I&N Dec. 326 (A.G. 2021-07-15), gave it back
 * "except when a court of appeals has held otherwise".
 */
import type { CalendarDate } from '../../../events/dates.ts';
import type { Facts } from '../../../events/facts.ts';
import type { Truth } from '../classification.ts';

type Circuit = NonNullable<Facts['circuit']>;

export interface Authority {
  /** First day of the authority; absent where it already existed when the memo was issued. */
  from?: CalendarDate;
  /** Only so that a provisional waiver, Form I-601A, can be sought. */
  onlyForWaiver?: boolean;
  source: string;
}

/** Closure is not suggested for days before the memo of May 27, 2021, whatever the circuit allowed. */
export const CLOSURE_SUGGESTED_FROM = '2021-05-27';

/** Where no court of appeals had spoken. */
export const RESTORED: Authority = { from: '2021-07-15', source: 'Matter of Cruz-Valdez, 28 I&N Dec. 326 (A.G. 2021)' };

/** Circuits whose court of appeals had spoken; all others follow Cruz-Valdez. */
export const AUTHORITIES: Readonly<Partial<Record<Circuit, Authority>>> = {
  '3': { from: '2021-05-05', source: "Arcos Sanchez v. Att'y Gen., 997 F.3d 113 (3d Cir. 2021)" },
  '4': { source: 'Zuniga Romero v. Barr, 937 F.3d 282 (4th Cir. 2019)' },
  '6': {
    from: '2021-06-11',
    onlyForWaiver: true,
    source:
      'Hernandez-Serrano v. Barr, 981 F.3d 459 (6th Cir. 2020); Garcia-DeLeon v. Garland, 999 F.3d 986 (6th Cir. 2021)',
  },
  '7': { source: 'Meza Morales v. Barr, 973 F.3d 656 (7th Cir. 2020)' },
};

/** Whether authority to close is known to exist; unknown while the circuit is, since some circuit always allows it. */
export function closureAuthority({ circuit, relief }: Facts, asOf: CalendarDate): Truth {
  if (circuit === undefined) return 'unknown';
  const authority = AUTHORITIES[circuit] ?? RESTORED;
  if (authority.from !== undefined && asOf < authority.from) return false;
  if (authority.onlyForWaiver !== true) return true;
  return Object.values(relief ?? {}).some((request) => request?.waiver !== undefined && request.status !== 'denied');
}
