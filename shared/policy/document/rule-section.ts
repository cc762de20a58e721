/** One rule as a section of the policy page: the sentence, the outline, what it turns on, and the cases that work it. */
import type { Truth } from '../classification.ts';
import type { Parameter, Proposition } from '../proposition.ts';
import { questionsIn } from '../question.ts';
import type { Confidence, Rule } from '../rule.ts';
import { type FactUsed, factsUsed } from './facts-used.ts';
import { definition, type Line, outline } from './outline.ts';
import { everyNode } from './parts.ts';
import { termsOf } from './terms.ts';
import type { InstrumentWords, QuestionWords } from './words.ts';

/** A worked case by its id and title. */
export interface CaseRef {
  id: string;
  title: string;
}

/** The worked cases that exercise a rule, by what it says on them. */
export type CasesByTruth = Record<`${Truth}`, readonly CaseRef[]>;

export interface QuestionSection extends QuestionWords {
  id: string;
}

export interface RuleSection {
  id: string;
  kind: Rule['kind'];
  title: string;
  /** The sentence of law in plain words. */
  text: string;
  cite: string;
  confidence: Confidence;
  unverified: readonly string[];
  outline: Line;
  /** What the names in the outline mean, in the order in which it comes to them. */
  definitions: readonly Line[];
  parameters: readonly Parameter[];
  questions: readonly QuestionSection[];
  facts: readonly FactUsed[];
  cases?: CasesByTruth;
}

/** The parameters of one node, beside what its parts read. */
function parametersOf(proposition: Proposition, backgroundCheck: Parameter | undefined): Parameter[] {
  const check = backgroundCheck === undefined ? [] : [backgroundCheck];
  switch (proposition.op) {
    case 'before':
      return [proposition.day];
    case 'years-complete':
    case 'years-exceeded':
      return [proposition.years];
    case 'fresh':
      return [proposition.days];
    case 'took-part-at-age':
      return [proposition.age];
    case 'is':
      return proposition.silence === 'background-check' ? check : [];
    case 'unseen':
      return check;
    default:
      return [];
  }
}

function uniqueBy<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  return [...new Map(items.map((item) => [keyOf(item), item])).values()];
}

export function ruleSection(
  rule: Rule,
  words: Pick<InstrumentWords, 'questions' | 'terms'>,
  backgroundCheck: Parameter | undefined,
  cases: CasesByTruth | undefined,
): RuleSection {
  const { id, kind, title, text, cite, confidence, unverified = [], holds } = rule;
  const terms = termsOf(holds, words.terms[id] ?? []);
  const parameters = everyNode(holds).flatMap((node) => parametersOf(node, backgroundCheck));
  return {
    id,
    kind,
    title,
    text,
    cite,
    confidence,
    unverified,
    outline: outline(holds, {}, terms),
    definitions: terms.listed.map((term) => definition(term, terms)),
    parameters: uniqueBy(parameters, ({ name }) => name),
    questions: questionsIn([rule]).flatMap(({ id: question }) => {
      const found = words.questions[question];
      return found === undefined ? [] : [{ id: question, ...found }];
    }),
    facts: factsUsed(holds),
    ...(cases && { cases }),
  };
}
