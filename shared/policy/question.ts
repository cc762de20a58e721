/** The open questions of an instrument, gathered from its rules: what an attorney can answer, and in which words. */
import { everyNode } from './document/parts.ts';
import type { Rule } from './rule.ts';

export interface Question {
  /** As in `facts.readings`. */
  id: string;
  /** Every answer that some rule takes, in the order in which the rules list them. */
  answers: readonly string[];
  /** Ids of the rules that ask it. */
  rules: readonly string[];
}

/** Questions in the order in which the rules meet them, each once. */
export function questionsIn(rules: readonly Rule[]): Question[] {
  const questions = new Map<string, { answers: Set<string>; rules: Set<string> }>();
  for (const rule of rules) {
    for (const node of everyNode(rule.holds)) {
      if (node.op !== 'question') continue;
      const question = questions.get(node.id) ?? { answers: new Set(), rules: new Set() };
      for (const answer of Object.keys(node.answers)) question.answers.add(answer);
      question.rules.add(rule.id);
      questions.set(node.id, question);
    }
  }
  return [...questions].map(([id, { answers, rules: asking }]) => ({ id, answers: [...answers], rules: [...asking] }));
}
