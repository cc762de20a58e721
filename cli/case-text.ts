/** A case as a page of text, in the order a reviewer should read it: facts, law, then what the program suggests. */
import type { Facts } from '../events/facts.ts';
import { isRestricted } from '../shared/flag/compact.ts';
import type { Because } from '../shared/policy/classification.ts';
import { HANDLING, noticeText, PROHIBITED, truthText } from './case-words.ts';
import { factText } from './fact-text.ts';
import type { ShownCase, ShownUpdate } from './shown-case.ts';
import { printable, wrapped } from './text.ts';

/** Paths of the values that stand, down to what is one value. */
function pathsOf(value: object, parent = ''): string[] {
  return Object.entries(value).flatMap(([name, member]) => {
    const path = parent === '' ? name : `${parent}.${name}`;
    if (member === undefined) return [];
    return typeof member === 'object' && member !== null ? pathsOf(member, path) : [path];
  });
}

function factLines(facts: Facts, columns: number): string[] {
  const paths = pathsOf(facts);
  return paths.length === 0 ? ['  none'] : paths.flatMap((path) => wrapped(factText(facts, path), columns, '  '));
}

function ruleLines({ rule, holds, cite, facts, text }: Because, standing: Facts, columns: number): string[] {
  const reads = facts.map((path) => factText(standing, path)).join(', ');
  return [
    ...(reads === '' ? [] : wrapped(reads, columns, '  facts: ')),
    ...wrapped(text, columns, '  law:   '),
    ...wrapped(`[${cite}]`, columns, '         '),
    `  ${rule}: ${truthText(holds)}`,
    '',
  ];
}

function listText(items: readonly string[]): string {
  return items.length === 0 ? 'none' : items.map(printable).join(', ');
}

function conclusionLines({ classification, flag, isCurrent, instrument }: ShownCase, columns: number): string[] {
  const { lane, priority, grounds, needs, actions, dismissParagraph, notices, asOf, policyStatus } = classification;
  const holding = Object.entries(grounds).map(([ground, truth]) => `${ground} ${truthText(truth)}`);
  const paragraph = dismissParagraph === undefined ? '' : ` (8 CFR ${dismissParagraph})`;
  const rows: [string, string][] = [
    ['instrument', `${instrument.id}, ${policyStatus} on ${asOf}`],
    ['priority', priority],
    ['grounds', holding.join(', ')],
    ['decisive missing facts', listText(needs)],
    ['lane', lane],
    ['flag', flag === undefined ? 'none' : `${flag.state} in ${flag.lane}, last changed ${flag.changedAt}`],
    ['suggested to a person', `${listText(actions)}${paragraph}`],
    ['notices', notices.length === 0 ? 'none' : notices.map(noticeText).join('; ')],
  ];
  const stale = isCurrent
    ? []
    : ['  The answer in the table is an older one; it is renewed when the case is reclassified.'];
  return [...rows.flatMap(([name, text]) => wrapped(text, columns, `  ${name}: `)), ...stale];
}

function updateLines({ update, receivedAt }: ShownUpdate, columns: number): string[] {
  const { source, time, data } = update;
  const { sequence, entry, provenance } = data;
  const code = entry === undefined ? 'no entry' : printable(entry.code);
  const when = entry?.on ?? time?.slice(0, 10) ?? 'undated';
  const line = `${when} ${code}, ${printable(source)}, ${provenance}, received ${receivedAt}`;
  return wrapped(line, columns, `  ${String(sequence).padStart(4)}  `);
}

export function caseText(shown: ShownCase, columns: number): string[] {
  const { classification, standing, updates, version } = shown;
  return [
    `Case ${printable(classification.caseId)}, version ${version}`,
    ...(isRestricted(classification) ? wrapped(HANDLING, columns, '') : []),
    '',
    'Facts on record',
    ...factLines(standing.facts, columns),
    ...(standing.prohibitedAsserted ? wrapped(PROHIBITED, columns, '  ') : []),
    '',
    'Law',
    ...classification.because.flatMap((because) =>
      ruleLines(because, standing.withProhibited ?? standing.facts, columns),
    ),
    'What follows, for an attorney to decide',
    ...conclusionLines(shown, columns),
    '',
    `Updates (${updates.length}), by sequence`,
    ...updates.flatMap((update) => updateLines(update, columns)),
  ];
}
