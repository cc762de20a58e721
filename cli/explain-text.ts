/** An explanation of a case as a page of text: facts, law, what follows, what is missing, what would change it. */
import type { PolicyStatus } from '../shared/policy/classification.ts';
import type {
  CaseExplanation,
  Disagreement,
  ExplainedFact,
  RuleExplanation,
  StandsBecause,
  Statement,
  UpdateReference,
} from '../shared/policy/explanation/case-explanation.ts';
import type { Confidence } from '../shared/policy/rule.ts';
import { HANDLING, laneText, truthText } from './case-words.ts';
import { settingLines } from './compare/words.ts';
import { missingSection, nearestSection } from './explain-answers.ts';
import { type MarkOf, outlineLines } from './explain-outline.ts';
import { printable, wrapped } from './text.ts';

const PROVENANCE: Readonly<Record<UpdateReference['provenance'], string>> = {
  record: 'record',
  respondent: 'the respondent says so',
  'third-party': 'a third party says so',
  prohibited: 'PROHIBITED SOURCE, 8 U.S.C. 1367(a)(1)',
};

const STATUS: Readonly<Record<PolicyStatus, string>> = {
  'not-yet': 'Not yet in force',
  'in-force': 'In force',
  suspended: 'Suspended',
  superseded: 'Superseded',
};

const CONFIDENCE: Readonly<Record<Confidence, string>> = {
  'two-sources': 'read in two sources',
  'one-source': 'read in one source',
  unverified: 'unverified',
};

const STANDS: Readonly<Record<StandsBecause, string>> = {
  'higher-sequence': 'its sequence is higher',
  'same-sequence-higher-source': 'of one sequence, the source, id and content that sort higher stand',
  'not-from-a-prohibited-source': 'what a prohibited source says never replaces it',
  'protection-stands': 'that protected information is on file stands until a named role clears it',
};

/** Updates by number, so that a fact can name the one that asserts it: "[2]". */
function numbered(updates: readonly UpdateReference[]): MarkOf {
  const keyOf = ({ source, id, contentHash }: UpdateReference) => JSON.stringify([source, id, contentHash]);
  const numbers = new Map(updates.map((update, i) => [keyOf(update), i + 1]));
  return (update) => `[${numbers.get(keyOf(update)) ?? '?'}]`;
}

function factLines({ told, update }: ExplainedFact, columns: number, markOf: MarkOf): string[] {
  return told.flatMap(({ name, value }) =>
    wrapped(`${printable(name)}: ${printable(value)} ${markOf(update)}`, columns, '  '),
  );
}

function factSection({ facts }: CaseExplanation, columns: number, markOf: MarkOf): string[] {
  const lines = (chosen: readonly ExplainedFact[]) => chosen.flatMap((fact) => factLines(fact, columns, markOf));
  const own = facts.filter(({ prohibitedOnly }) => !prohibitedOnly);
  const prohibited = facts.filter(({ prohibitedOnly }) => prohibitedOnly);
  const heading =
    'Said only by a prohibited source (8 U.S.C. 1367(a)(1)). It can raise a ground; priorities take it as not known:';
  return [
    ...(own.length === 0 ? ['  Nothing.'] : lines(own)),
    ...(prohibited.length === 0 ? [] : ['', ...wrapped(heading, columns, '  '), ...lines(prohibited)]),
  ];
}

function updateLine(update: UpdateReference, columns: number, markOf: MarkOf): string[] {
  const { source, id, sequence, provenance, on, entry } = update;
  const what = entry === undefined ? '' : ` ${printable(entry)}`;
  const text = `${on ?? 'undated'}${what}, from ${printable(source)} (${printable(id)}, sequence ${sequence}): ${PROVENANCE[provenance]}`;
  return wrapped(text, columns, `  ${markOf(update).padEnd(4)} `);
}

const STANDS_LEAD = '    stands  ';

function statementLines({ told, update, stands }: Statement, because: string, columns: number, markOf: MarkOf) {
  const why = stands ? `: ${because}` : '';
  const text = `${printable(told)}, by ${printable(update.source)} (sequence ${update.sequence}) ${markOf(update)}${why}`;
  return wrapped(text, columns, stands ? STANDS_LEAD : ' '.repeat(STANDS_LEAD.length));
}

function disagreementLines({ name, statements, because }: Disagreement, columns: number, markOf: MarkOf): string[] {
  return [
    ...wrapped(printable(name), columns, '  '),
    ...statements.flatMap((statement) => statementLines(statement, STANDS[because], columns, markOf)),
  ];
}

function ruleLines(explained: RuleExplanation, columns: number, markOf: MarkOf): string[] {
  const { title, kind, holds, text, cite, confidence, unverified, readings } = explained;
  const doubts = unverified.length === 0 ? '' : `; unverified: ${unverified.join('; ')}`;
  return [
    ...wrapped(`${title} (${kind}): ${truthText(holds)}`, columns, '  '),
    ...wrapped(text, columns, '    '),
    ...wrapped(`[${cite}; ${CONFIDENCE[confidence]}${doubts}]`, columns, '    '),
    ...readings.flatMap(({ withProhibited, outline }) => [
      ...(withProhibited ? wrapped('With what only a prohibited source says:', columns, '    ') : []),
      ...outlineLines(outline, columns, '    ', markOf),
    ]),
    '',
  ];
}

function conclusionLines(explanation: CaseExplanation, columns: number): string[] {
  const { classification, rules, policy, suggestions, notices, laneBecause } = explanation;
  const { lane, priority, grounds } = classification;
  const titleOf = (id: string) => rules.find(({ rule }) => rule === id)?.title ?? id;
  const named = priority === 'none' ? 'none' : priority === 'undetermined' ? 'not determined' : titleOf(priority);
  const ofGrounds = (truth: true | 'unknown') =>
    Object.keys(grounds).flatMap((ground) => (grounds[ground] === truth ? [titleOf(ground)] : []));
  const list = (items: readonly string[]) => (items.length === 0 ? 'none' : items.join('; '));
  const open = ofGrounds('unknown');
  const rows: [string, string][] = [
    ['priority', named],
    ['grounds', list(ofGrounds(true))],
    ...(open.length === 0 ? [] : [['grounds that may hold', list(open)] satisfies [string, string]]),
    ['lane', `${lane}: ${laneText(lane)}`],
    ...(laneBecause === undefined ? [] : [['since', laneBecause] satisfies [string, string]]),
  ];
  return [
    ...rows.flatMap(([name, text]) => wrapped(text, columns, `  ${name}: `)),
    ...(notices.length === 0 ? [] : ['  notices:']),
    ...notices.flatMap(({ says }) => wrapped(says, columns, '  - ')),
    ...(suggestions.length === 0 ? ['  suggested: nothing'] : ['  suggested to a person:']),
    ...suggestions.flatMap(({ says, cite }) =>
      wrapped(cite === undefined ? says : `${says} [${cite}]`, columns, '  - '),
    ),
    ...wrapped(`${policy.id} suggests; nothing is decided, filed or sent here.`, columns, '  '),
  ];
}

function headLines({ caseId, asOf, policy, whatIf, restricted }: CaseExplanation, columns: number): string[] {
  const { id, title, status, since, why } = policy;
  const state = STATUS[status];
  const reason = since === undefined ? '' : ` since ${since}: ${why}`;
  return [
    ...(restricted ? [...wrapped(HANDLING, columns, ''), ''] : []),
    ...wrapped(`Case ${printable(caseId)} as of ${asOf}, under ${id}`, columns, ''),
    ...wrapped(title, columns, '  '),
    ...wrapped(`${state}${reason}`, columns, '  '),
    ...(whatIf === undefined ? [] : settingLines(whatIf).flatMap((line) => wrapped(line, columns, '  What if: '))),
  ];
}

/** The page of one case; the handling line comes first where there is one. */
export function explanationText(explanation: CaseExplanation, columns: number): string[] {
  const { disagreements, rules, updates } = explanation;
  const markOf = numbered(updates);
  const titleOf = (id: string) => rules.find(({ rule }) => rule === id)?.title ?? id;
  const section = (title: string, lines: readonly string[]) => ['', ...wrapped(title, columns), ...lines];
  return [
    ...headLines(explanation, columns),
    ...section('What is on record', factSection(explanation, columns, markOf)),
    ...section(
      'Who says so',
      updates.flatMap((update) => updateLine(update, columns, markOf)),
    ),
    ...(disagreements.length === 0
      ? []
      : section(
          'Where sources disagree',
          disagreements.flatMap((each) => disagreementLines(each, columns, markOf)),
        )),
    ...section('What the policy finds in it', rules.flatMap((rule) => ruleLines(rule, columns, markOf)).slice(0, -1)),
    ...section('What follows, for an attorney to decide', conclusionLines(explanation, columns)),
    ...section('What is missing and would decide', missingSection(explanation, columns, titleOf)),
    ...section(
      `What would change the lane, now ${explanation.classification.lane}, were it otherwise`,
      nearestSection(explanation, columns, titleOf),
    ),
  ];
}
