/** A plan as a page of text. */
import { EFFECTS, type Effect } from '../../shared/reclassify/effect.ts';
import { type EffectCounts, type Plan, rowsOf, totalOf } from '../../shared/reclassify/plan.ts';
import { cut, printable, tableOf } from '../text.ts';

const SHOWN = EFFECTS.filter((effect) => effect !== 'same');

const WORDS = {
  appears: 'appear',
  moves: 'move lane',
  changes: 'change in their lane',
  vanishes: 'vanish',
  kept: 'lose their lane, but stay: a person has them',
  unflagged: 'no flag, before or after: another answer',
  same: 'the same',
} as const satisfies Record<Effect, string>;

const TITLES = {
  appears: 'appear',
  moves: 'move',
  changes: 'change',
  vanishes: 'vanish',
  kept: 'kept',
  unflagged: 'no flag',
  same: 'same',
} as const satisfies Record<Effect, string>;

function totalLines(effects: EffectCounts): string[] {
  const width = Math.max(...EFFECTS.map((effect) => String(effects[effect]).length));
  return EFFECTS.map((effect) => `  ${String(effects[effect]).padStart(width)}  ${WORDS[effect]}`);
}

function tableLines(title: string, counts: Plan['counts'], by: 'office' | 'rule', columns: number): string[] {
  const rows = rowsOf(counts, by);
  if (rows.length === 0) return [];
  const heads = [{ title }, ...SHOWN.map((effect) => ({ title: TITLES[effect], align: 'right' as const }))];
  const cells = rows.map(({ key, effects }) => [printable(key), ...SHOWN.map((effect) => String(effects[effect]))]);
  return ['', ...tableOf(heads, cells).map((line) => cut(line, columns))];
}

function sumOf(effects: EffectCounts): number {
  return EFFECTS.reduce((sum, effect) => sum + effects[effect], 0);
}

export function isNothingToDo({ counts }: Plan): boolean {
  return (['all', 'restricted'] as const).every((by) => {
    const effects = totalOf(counts, by);
    return SHOWN.every((effect) => effects[effect] === 0);
  });
}

export function planLines(made: Plan, { columns, showRestricted }: { columns: number; showRestricted: boolean }) {
  const { counts, policyId, asOf } = made;
  const restricted = totalOf(counts, 'restricted');
  const lines = [
    `Flags, if every case were classified by ${policyId} as of ${asOf}:`,
    ...totalLines(totalOf(counts, 'all')),
  ];
  if (sumOf(restricted) > 0) {
    const left = showRestricted ? '' : ', and what becomes of them is shown with --show-restricted';
    lines.push('', `Restricted cases: ${sumOf(restricted)}, in none of these numbers${left}`);
    if (showRestricted) lines.push(...totalLines(restricted));
  }
  lines.push(
    ...tableLines('office', counts, 'office', columns),
    ...tableLines('rule that finds otherwise', counts, 'rule', columns),
  );
  return lines;
}
