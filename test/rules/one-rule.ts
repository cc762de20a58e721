/** An instrument that has one rule, a priority, in place of its own. */
import { compile, startCompilation } from '../../shared/policy/compile.ts';
import type { Instrument } from '../../shared/policy/instruments.ts';
import { opla20210527 } from '../../shared/policy/opla-2021-05-27/instrument.ts';
import type { Proposition } from '../../shared/policy/proposition.ts';

export function withOneRule(holds: Proposition): Instrument {
  const [priority] = opla20210527.priorities;
  if (priority === undefined) throw new Error('the memo has a priority');
  const node = compile(holds, startCompilation());
  return { ...opla20210527, priorities: [{ ...priority, holds, node }], grounds: [] };
}
