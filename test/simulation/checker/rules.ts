/** What the rules make of facts, by the second readings of the contract in `test/reference` and `test/golden`. */
import type { Facts } from '../../../events/facts.ts';
import { secondReading } from '../../golden/opla-2022-04-03-second-reading.ts';
import { referenceClassify } from '../../reference/classify.ts';
import { TooManyUnknowns } from '../../reference/settle.ts';
import { canonical } from './canonical.ts';
import type { NaiveFacts } from './naive-fold.ts';

export type Answer = { readonly [name: string]: unknown };

/** Facts of the simulation are few, so the same questions come up in every schedule. */
const known = new Map<string, Answer | undefined>();
const KNOWN_MAX = 200_000;

function answerOf(policy: string, { facts, withProhibited, prohibitedAsserted }: NaiveFacts, asOf: string): Answer {
  const told = facts as Facts;
  const more = withProhibited as Facts | undefined;
  if (policy === 'opla-2021-05-27') {
    const options = { prohibitedAsserted, comparisonsMax: 9, ...(more && { withProhibited: more }) };
    const { policyStatus: _status, reachable: _reachable, ...answer } = referenceClassify(told, asOf, options);
    return answer;
  }
  if (policy === 'opla-2022-04-03') {
    const { lane, priorities, grounds } = secondReading(more ? [told, more] : [told], asOf, prohibitedAsserted);
    return { lane, priorities, grounds };
  }
  throw new Error(`no second reading of ${policy}`);
}

/** Undefined where there are more unknowns than brute force can take on. */
export function expectedAnswer(policy: string, naive: NaiveFacts, asOf: string): Answer | undefined {
  const { facts, withProhibited, prohibitedAsserted } = naive;
  const key = canonical([policy, asOf, facts, withProhibited ?? null, prohibitedAsserted]);
  if (known.has(key)) return known.get(key);
  if (known.size > KNOWN_MAX) known.clear();
  let answer: Answer | undefined;
  try {
    answer = answerOf(policy, naive, asOf);
  } catch (error) {
    if (!(error instanceof TooManyUnknowns)) throw error;
  }
  known.set(key, answer);
  return answer;
}
