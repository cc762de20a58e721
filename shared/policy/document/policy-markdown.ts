/** The policy page of an instrument in Markdown. */
import type { Lane, PolicyStatus } from '../classification.ts';
import { WHAT_IF } from '../instrument.ts';
import type { Parameter } from '../proposition.ts';
import { code, dayInWords } from './english.ts';
import { blocks, knownInWords, list, table } from './markdown.ts';
import type { Period, PolicyDocument } from './policy-document.ts';
import { readingGuide } from './reading-guide.ts';
import { ruleRow, ruleText } from './rule-markdown.ts';
import type { RuleSection } from './rule-section.ts';
import type { TextItem } from './text-item.ts';

const STATUSES: Record<PolicyStatus, string> = {
  'not-yet': 'not yet',
  'in-force': 'in force',
  suspended: 'suspended',
  superseded: 'superseded',
};

const LANES: Record<Lane, string> = {
  'own-motion': "an attorney considers a step on the government's own motion",
  supervisor: 'a supervisor weighs the case',
  'needs-facts': 'the answer turns on a missing fact, which is named',
  triage: 'nothing decides the case either way: a person looks',
  none: 'no flag',
};

function heading({ title, id, issuedBy, issuedOn, about, contentHash }: PolicyDocument): string {
  return blocks(
    `# ${title}`,
    `Instrument ${code(id)}. Issued on ${dayInWords(issuedOn)} by ${issuedBy}.`,
    ...about,
    'This is decision support. The program raises flags for attorneys; it decides nothing, files nothing and gives no legal advice. Memos of this kind create no right or benefit.',
    `This page is written from the rules by \`npm run docs\`; do not edit it. Content hash of the rules: ${code(contentHash)}.`,
  );
}

function periodRow({ from, until, status, why }: Period): string[] {
  return [dayInWords(from), until === undefined ? '' : dayInWords(until), STATUSES[status], why];
}

function periodsText({ periods }: PolicyDocument): string {
  const [first] = periods;
  return blocks(
    '## When it governed',
    table(['from', 'until, not included', 'status', 'why'], periods.map(periodRow)),
    `${first === undefined ? '' : `Before ${dayInWords(first.from)} its status is *not yet*. `}The status is shown with every answer and never changes it: an answer says what the instrument would say.`,
  );
}

function rulesText(document: PolicyDocument): string {
  const { priorities, grounds } = document;
  const rows = [...priorities, ...grounds].map(ruleRow);
  return blocks(
    '## The rules at a glance',
    table(['rule', 'id', 'kind', 'known from', 'worked cases'], rows),
    '## Priorities',
    'Silence is not an answer here: what is not recorded is unknown, unless a line says otherwise. The first priority that holds, in this order, is the one that is named.',
    ...priorities.map(ruleText),
    ...(grounds.length === 0
      ? []
      : [
          '## Grounds',
          'A ground is raised by evidence: silence raises nothing. Evidence that has begun a ground and not completed it makes it unknown, and what would complete it is asked for.',
          ...grounds.map(ruleText),
        ]),
  );
}

function lanesText({ lanes, laneNotes }: PolicyDocument): string {
  if (lanes.length === 0) return blocks('## Lanes', 'The instrument has no table of lanes.', ...laneNotes);
  const used = Object.entries(LANES).filter(([lane]) => lanes.some((row) => row.lane === lane));
  return blocks(
    '## Lanes',
    'Which queue a case belongs in. The table is read from the top; the first row that applies decides.',
    table(
      ['row', 'when', 'lane'],
      lanes.map(({ says, lane }, i) => [String(i + 1), says, code(lane)]),
    ),
    list(used.map(([lane, means]) => `${code(lane)}: ${means}`)),
    'An unknown stage counts as pending and an unknown proceeding as removal; both are asked for unless the lane is `none`.',
    lanes.some(({ lane }) => lane === 'needs-facts')
      ? 'Where the table says `needs-facts` and every way of settling the missing facts gives one and the same lane, that is the lane.'
      : undefined,
    ...laneNotes,
  );
}

function actionsText({ actions }: PolicyDocument): string {
  if (actions.length === 0) return blocks('## Suggestions', 'The instrument suggests no action.');
  const rows = actions.map(({ id, says, when, cite, known }) => [code(id), says, when, cite, knownInWords(known)]);
  return blocks(
    '## Suggestions',
    'Everything here is a suggestion to a person. All that apply are listed, in this order.',
    table(['action', 'suggests', 'listed when', 'source', 'known from'], rows),
  );
}

function noticesText({ notices }: PolicyDocument): string {
  const rows = notices.map(({ id, says, when }) => [code(id), says, when]);
  return blocks(
    '## Notices',
    table(['notice', 'tells the reader', 'shown when'], rows),
    `An answer given under other numbers than those on this page carries the notice ${code(WHAT_IF)} as well.`,
  );
}

function closureText({ closure }: PolicyDocument): string | undefined {
  if (closure.length === 0) return undefined;
  return blocks(
    '## Where a court could close a case',
    "Matter of Castro-Tum, 27 I&N Dec. 271 (A.G. 2018), took the general authority to close cases administratively away. Matter of Cruz-Valdez, 28 I&N Dec. 326 (A.G. 2021), gave it back, except where a court of appeals has held otherwise. What the table says of the circuits it names is known from two sources. What the 6th Circuit allows beyond its condition, from July 15, 2021 on, is an attorney's call. Where the circuit is not recorded, the authority is unknown.",
    table(
      ['circuit', 'authority', 'source'],
      closure.map(({ circuit, available, source }) => [circuit, available, source]),
    ),
  );
}

function textItemRow({ id, says, known, rules, through = [], cases, note = '' }: TextItem): string[] {
  const became = [...rules.map(code), ...through.map((what) => what.replace(/ ([a-z][\w-]+)$/i, ' `$1`'))];
  return [id, says, knownInWords(known), became.length === 0 ? '—' : became.join(', '), cases.join(', '), note];
}

const TEXT_HEAD = ['no.', 'statement', 'known from', 'became', 'worked cases', 'note'] as const;

function textSectionsText({ textSections }: PolicyDocument): string | undefined {
  if (textSections.length === 0) return undefined;
  const items = textSections.flatMap((section) => section.items);
  const without = items.filter(({ rules }) => rules.length === 0);
  return blocks(
    '## Every statement of the text, and what became of it',
    `The numbers are ours. Of ${items.length} statements ${items.length - without.length} became rules. The note beside each of the other ${without.length} says why there is no rule.`,
    ...textSections.map((section) => blocks(`### ${section.title}`, table(TEXT_HEAD, section.items.map(textItemRow)))),
  );
}

function factsText({ priorities, grounds }: PolicyDocument): string {
  const readers = new Map<string, { meaning: string; rules: string[] }>();
  for (const { id, facts } of [...priorities, ...grounds]) {
    for (const { path, meaning } of facts) {
      const known = readers.get(path) ?? { meaning, rules: [] };
      known.rules.push(code(id));
      readers.set(path, known);
    }
  }
  const rows = [...readers].sort(([a], [b]) => (a < b ? -1 : 1));
  return blocks(
    '## The facts these rules read',
    'A `*` stands for the id of an entry. Lanes and suggestions read a few more; every fact is in [the event schema](../../events/docket-update.schema.json).',
    table(
      ['fact', 'meaning', 'read by'],
      rows.map(([path, { meaning, rules }]) => [code(path), meaning, rules.join(', ')]),
    ),
  );
}

function backgroundCheckOf(sections: readonly RuleSection[]): Parameter | undefined {
  return sections.flatMap(({ parameters }) => parameters).find(({ name }) => name === 'backgroundCheck');
}

export function policyMarkdown(document: PolicyDocument): string {
  const { priorities, grounds } = document;
  const page = blocks(
    heading(document),
    periodsText(document),
    readingGuide(backgroundCheckOf([...priorities, ...grounds])),
    rulesText(document),
    lanesText(document),
    actionsText(document),
    noticesText(document),
    closureText(document),
    textSectionsText(document),
    factsText(document),
  );
  return `${page}\n`;
}
