/** The pages of docs/policy/ as they should be, from the rules, their words, the worked cases and the traceability tables. */
import { dayInWords } from '../../shared/policy/document/english.ts';
import { wordsOf } from '../../shared/policy/document/instrument-words.ts';
import { blocks, table } from '../../shared/policy/document/markdown.ts';
import { policyDocument } from '../../shared/policy/document/policy-document.ts';
import { policyMarkdown } from '../../shared/policy/document/policy-markdown.ts';
import { type Instrument, instruments } from '../../shared/policy/instruments.ts';
import { workedCases } from '../golden/all-cases.ts';
import { textSections } from '../golden/traceability/text-sections.ts';
import { casesByRule } from './cases-by-rule.ts';

export interface Page {
  name: string;
  text: string;
}

function pageOf(instrument: Instrument): Page {
  const { id } = instrument;
  const words = wordsOf(id);
  if (words === undefined) throw new Error(`shared/policy/document/instrument-words.ts has no words for ${id}`);
  const cases = casesByRule(instrument, workedCases[id] ?? []);
  return {
    name: `${id}.md`,
    text: policyMarkdown(policyDocument(instrument, words, { cases, textSections: textSections[id] ?? [] })),
  };
}

function contentsPage(): Page {
  const rows = instruments.map(({ id, title, issuedOn, history }) => [
    `[${id}](${id}.md)`,
    title,
    dayInWords(issuedOn),
    history.map(({ from, status }) => `${status.replace('-', ' ')} from ${dayInWords(from)}`).join('; '),
  ]);
  return {
    name: 'README.md',
    text: `${blocks(
      '# The instruments, as the program reads them',
      'One page an instrument: the sentence of law, the rule under it, where it stands and how well it is known, what it leaves open, and the worked cases that hold the program to it. The pages are written from the rules by `npm run docs`; do not edit them.',
      table(['instrument', 'title', 'issued', 'status'], rows),
    )}\n`,
  };
}

export function policyPages(): Page[] {
  return [contentsPage(), ...instruments.map(pageOf)];
}
