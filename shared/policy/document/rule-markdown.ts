/** One rule of the policy page in Markdown. */
import { capitalized, code, dayInWords } from './english.ts';
import { basisInWords, blocks, knownInWords, list, nested, table, valueInWords } from './markdown.ts';
import type { Line } from './outline.ts';
import type { CaseRef, CasesByTruth, QuestionSection, RuleSection } from './rule-section.ts';

/** So many cases are listed with their titles, further ones by id alone. */
const TITLES_MAX = 5;

/** The rule itself: its first line, and the lines under it as a list. */
function outlineText({ text, parts }: Line): string {
  return blocks(`**Rule.** ${capitalized(text)}`, nested(parts));
}

function definitionsText(definitions: readonly Line[]): string | undefined {
  return definitions.length === 0 ? undefined : blocks('**Where**', nested(definitions));
}

function parametersText({ parameters }: RuleSection): string | undefined {
  if (parameters.length === 0) return undefined;
  const rows = parameters.map((parameter) => [
    valueInWords(parameter),
    basisInWords(parameter.basis),
    parameter.source,
    dayInWords(parameter.from),
  ]);
  return blocks('**Numbers and days**', table(['value', 'whose', 'source', 'used from'], rows));
}

function questionText({ id, asks, raisedWhen, answers, source }: QuestionSection): string {
  return blocks(
    `**Open question** ${code(id)}. ${asks}`,
    list([
      `Raised when ${raisedWhen}`,
      ...Object.entries(answers).map(([answer, effect]) => `${code(answer)}: ${effect}`),
      `Source: ${source}`,
    ]),
  );
}

function casesOfOne(word: string, cases: readonly CaseRef[]): string {
  const titled = cases.slice(0, TITLES_MAX).map(({ id, title }) => `${id} “${title}”`);
  const more = cases.slice(TITLES_MAX).map(({ id }) => id);
  const also = more.length === 0 ? '' : `; also ${more.join(', ')}`;
  return `*${word}* in ${cases.length}: ${titled.join('; ')}${also}`;
}

function casesText(cases: CasesByTruth | undefined): string | undefined {
  if (cases === undefined) return undefined;
  const said = [
    { word: 'yes', found: cases.true },
    { word: 'unknown', found: cases.unknown },
    { word: 'no', found: cases.false },
  ].filter(({ found }) => found.length > 0);
  if (said.length === 0) return '**Worked cases**: none.';
  return blocks('**Worked cases**', list(said.map(({ word, found }) => casesOfOne(word, found))));
}

export function ruleText(section: RuleSection): string {
  const { id, title, text, cite, confidence, unverified } = section;
  const doubts = unverified.length === 0 ? '' : ` Unverified: ${unverified.join('; ')}.`;
  return blocks(
    `### ${title}`,
    `> ${text}`,
    `Rule ${code(id)}. ${cite}. Known from: ${knownInWords(confidence)}.${doubts}`,
    outlineText(section.outline),
    definitionsText(section.definitions),
    parametersText(section),
    ...section.questions.map(questionText),
    casesText(section.cases),
  );
}

/** A row of the table of rules: its title with a link to its section. */
export function ruleRow({ id, kind, title, confidence, cases }: RuleSection): string[] {
  const anchor = title
    .toLowerCase()
    .replaceAll(/[^a-z0-9 -]/g, '')
    .replaceAll(' ', '-');
  const count = cases === undefined ? 0 : cases.true.length + cases.false.length + cases.unknown.length;
  return [`[${title}](#${anchor})`, code(id), capitalized(kind), knownInWords(confidence), String(count)];
}
