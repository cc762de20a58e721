/** Words of a comparison, on a terminal and in the report alike. */
import type { Truth } from '../../shared/policy/classification.ts';
import type { Account } from '../../shared/policy/compare/account.ts';
import type { ComparedSide, Comparison } from '../../shared/policy/compare/comparison.ts';
import { HANDLING } from '../case-words.ts';

export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

function truthUnder(truth: Truth | null, side: string): string {
  if (truth === null) return `no such rule in ${side}`;
  return `${truth === 'unknown' ? 'not known' : truth ? 'yes' : 'no'} under ${side}`;
}

/** What a rule says under one side and under the other. */
export function changeText(a: Truth | null, b: Truth | null): string {
  if (a === b) return 'not known under either, for want of other facts';
  return `${truthUnder(a, 'A')}, ${truthUnder(b, 'B')}`;
}

function rowText(row: string | null): string {
  return row === null ? 'its own way' : `“${row.replaceAll('`', '')}”`;
}

export function accountText(account: Account): string {
  switch (account.kind) {
    case 'rule':
      return `${account.rule}: ${changeText(account.a, account.b)}`;
    case 'lanes':
      return `the lane tables: A by ${rowText(account.a)}, B by ${rowText(account.b)}`;
    case 'restricted':
      return 'restricted cases: what rules say of them is not shown';
  }
}

const STATUS = {
  // Issued it may be: the guidance of April 3, 2022 governed from April 25.
  'not-yet': 'not yet in force',
  'in-force': 'in force',
  suspended: 'suspended',
  superseded: 'superseded',
} as const;

/** Whether the policy governed on the day of the answers. */
export function statusText({ status }: ComparedSide, asOf: string): string {
  const note = status === 'in-force' ? '' : ': this is what it would say';
  return `${STATUS[status]} on ${asOf}${note}`;
}

/** What was set for this run, a line each. */
export function settingLines({ parameters, readings }: Pick<ComparedSide, 'parameters' | 'readings'>): string[] {
  return [
    ...Object.entries(parameters).map(([name, { is, was }]) => `${name} = ${is} (the policy has ${was})`),
    ...Object.entries(readings).map(([question, answer]) => `readings.${question} = ${answer}, where a case has none`),
  ];
}

/** How the page is to be handled, a sentence or two each. */
export function handlingLines({ restricted, showsRestricted }: Comparison): string[] {
  const use = 'To weigh a policy by. It decides no case, and nothing may be moved on it alone.';
  if (restricted === 0) return [use];
  if (showsRestricted) return [use, HANDLING];
  const cases = counted(restricted, 'restricted case', 'restricted cases');
  const counts =
    `It counts ${cases} (8 U.S.C. 1367; 8 CFR 208.6). Their ids, offices and grounds are left out; small counts can still ` +
    'point to a person, so show it to no one without a legitimate official purpose.';
  return [use, counts];
}

export function outcomeText({ cases, differing, asOf }: Comparison): string {
  const same = counted(cases - differing, 'case stands', 'cases stand');
  return `As of ${asOf}, ${same} in the same lane under both, and ${differing} in another.`;
}

export function cellText({ a, b }: { a: string; b: string }): string {
  return `${a} → ${b}`;
}
