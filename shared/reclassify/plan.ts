/**
 * What a reclassification would do, counted, under a name that nobody can give to anything else: whoever approves the name
 * approves these numbers, of this instrument, on this day.
 */
import * as z from 'zod';
import { calendarDate } from '../../events/dates.ts';
import { canonicalHash } from '../docket/content-hash.ts';
import type { Effected } from './effect.ts';
import { EFFECTS, type Effect } from './effect.ts';

export const plan = z.strictObject({
  id: z.string(),
  policyId: z.string(),
  policyHash: z.string(),
  /** Table of the cases. */
  table: z.string(),
  asOf: calendarDate,
  /** Numbers by what they count, see `countsOf`. */
  counts: z.record(z.string(), z.int().min(0)),
});

export type Plan = Readonly<z.infer<typeof plan>>;
export type PlanCounts = Plan['counts'];

const ID_DIGITS = 16;

export function planIdOf({ policyId, policyHash, table, asOf, counts }: Omit<Plan, 'id'>): string {
  return canonicalHash({ policyId, policyHash, table, asOf, counts }).slice(0, ID_DIGITS);
}

/** Stands for the rule where none finds otherwise. */
export const NO_RULE = 'no rule: lanes, notices or status';

export type CountedBy = 'all' | 'restricted' | 'office' | 'rule';

function nameOf(by: CountedBy, key: string, effect: Effect): string {
  return `${by}|${key}|${effect}`;
}

/** Restricted cases are counted among themselves, and by no office or rule. */
export function countsOf({ effect, rules, restricted }: Effected, office: string): PlanCounts {
  if (restricted) return { [nameOf('restricted', '', effect)]: 1 };
  const counts: PlanCounts = { [nameOf('all', '', effect)]: 1 };
  if (effect === 'same') return counts;
  counts[nameOf('office', office, effect)] = 1;
  for (const rule of rules.length === 0 ? [NO_RULE] : rules) counts[nameOf('rule', rule, effect)] = 1;
  return counts;
}

export type EffectCounts = Readonly<Record<Effect, number>>;

function noEffects(): Record<Effect, number> {
  return { appears: 0, moves: 0, changes: 0, vanishes: 0, kept: 0, unflagged: 0, same: 0 };
}

/** The numbers of one kind, by office or rule, those with most effects first. */
export function rowsOf(counts: PlanCounts, by: CountedBy): { readonly key: string; readonly effects: EffectCounts }[] {
  const rows = new Map<string, Record<Effect, number>>();
  for (const [name, count] of Object.entries(counts)) {
    const [kind, key, named] = name.split('|');
    const effect = EFFECTS.find((each) => each === named);
    if (kind !== by || key === undefined || effect === undefined) continue;
    const row = rows.get(key) ?? noEffects();
    row[effect] += count;
    rows.set(key, row);
  }
  const sizeOf = (effects: EffectCounts) => EFFECTS.reduce((sum, effect) => sum + effects[effect], 0);
  return [...rows]
    .map(([key, effects]) => ({ key, effects }))
    .sort((a, b) => sizeOf(b.effects) - sizeOf(a.effects) || (a.key < b.key ? -1 : 1));
}

export function totalOf(counts: PlanCounts, by: 'all' | 'restricted'): EffectCounts {
  return rowsOf(counts, by)[0]?.effects ?? noEffects();
}
