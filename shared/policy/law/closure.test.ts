/** Where and when a court could close a case administratively, by circuit. Contract, section 3; the authorities by date. */
import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../../../events/dates.ts';
import { assertedFacts, type Facts } from '../../../events/facts.ts';
import type { Truth } from '../classification.ts';
import { AUTHORITIES, closureAuthority, RESTORED } from './closure.ts';

type Circuit = NonNullable<Facts['circuit']>;
type Request = NonNullable<NonNullable<Facts['relief']>[string]>;

const seekingWaiver = (status: Request['status'], kind: Request['kind'] = 'i-130'): Facts['relief'] => ({
  r1: { kind, status, waiver: 'i-601a' },
});

interface Row {
  circuits: Circuit[];
  relief?: Facts['relief'];
  /** Authority on each of the days. */
  on: Record<CalendarDate, Truth>;
}

const DAYS = [
  '2021-05-04',
  '2021-05-05',
  '2021-06-10',
  '2021-06-11',
  '2021-07-14',
  '2021-07-15',
  '2021-07-16',
] as const;

/** The days of the table, from the first of which there is authority. */
const from = (first: (typeof DAYS)[number] | 'always' | 'never'): Record<CalendarDate, Truth> =>
  Object.fromEntries(DAYS.map((day) => [day, first === 'always' || (first !== 'never' && day >= first)]));

const rows: Row[] = [
  { circuits: ['1', '2', '5', '8', '9', '10', '11', 'DC'], on: from('2021-07-15') },
  { circuits: ['3'], on: from('2021-05-05') },
  { circuits: ['4', '7'], on: from('always') },
  { circuits: ['6'], on: from('never') },
  { circuits: ['6'], relief: seekingWaiver('pending'), on: from('2021-06-11') },
];

describe('authority to close', () => {
  const cells = rows.flatMap(({ circuits, relief, on }) =>
    circuits.flatMap((circuit) =>
      Object.entries(on).map(([day, holds]) => ({
        circuit,
        waiver: relief === undefined ? 'no waiver sought' : 'a waiver sought',
        day,
        holds,
        facts: { circuit, ...(relief && { relief }) },
      })),
    ),
  );

  it.each(cells)('circuit $circuit, $waiver, on $day: $holds', ({ facts, day, holds }) => {
    expect(closureAuthority(assertedFacts.parse(facts) as Facts, day)).toBe(holds);
  });

  it('is in the table for every circuit', () => {
    const known = assertedFacts.shape.circuit.unwrap().unwrap().options;
    expect(new Set(rows.flatMap(({ circuits }) => circuits))).toEqual(new Set(known));
  });

  it.each(DAYS)('is unknown on %s while the circuit is', (day) => {
    expect(closureAuthority({}, day)).toBe('unknown');
    expect(closureAuthority({ relief: seekingWaiver('pending') }, day)).toBe('unknown');
  });
});

describe('the condition of the 6th Circuit: a provisional waiver is sought, Form I-601A', () => {
  it.each<{ given: string; relief: NonNullable<Facts['relief']>; holds: Truth }>([
    { given: 'announced', relief: { ...seekingWaiver('announced') }, holds: true },
    { given: 'pending', relief: { ...seekingWaiver('pending') }, holds: true },
    { given: 'approved', relief: { ...seekingWaiver('approved') }, holds: true },
    { given: 'denied', relief: { ...seekingWaiver('denied') }, holds: false },
    { given: 'with a request of another kind', relief: { ...seekingWaiver('pending', 'other') }, holds: true },
    { given: 'a request without the waiver', relief: { r1: { kind: 'i-130', status: 'approved' } }, holds: false },
    {
      given: 'one denied and another pending',
      relief: { ...seekingWaiver('denied'), r2: { kind: 'adjustment', status: 'pending', waiver: 'i-601a' } },
      holds: true,
    },
    {
      given: 'denied with the waiver, pending without',
      relief: { ...seekingWaiver('denied'), r2: { kind: 'adjustment', status: 'pending' } },
      holds: false,
    },
    { given: 'no request', relief: {}, holds: false },
  ])('$given: $holds', ({ relief, holds }) => {
    expect(closureAuthority({ circuit: '6', relief }, '2021-07-20')).toBe(holds);
  });
});

describe('each authority', () => {
  it('names the decision it comes from', () => {
    for (const { source } of [RESTORED, ...Object.values(AUTHORITIES)])
      expect(source).toMatch(/\((A\.G\.|.+ Cir\.) \d{4}\)/);
  });
});
