/** What is missing and decides, and what would change the lane, as lines. */
import type {
  Answer,
  CaseExplanation,
  Destination,
  MissingFact,
} from '../shared/policy/explanation/case-explanation.ts';
import { printable, wrapped } from './text.ts';

type Titles = (rule: string) => string;

function destinationText({ lane, priority, joinsReopening }: Destination, titleOf: Titles): string {
  const named =
    priority === 'none' ? 'no priority' : priority === 'undetermined' ? 'priority not determined' : titleOf(priority);
  return `${lane} (${named})${joinsReopening ? ', joining a motion to reopen' : ''}`;
}

function answerLines(
  { answer, leadsTo, raisesNamed }: Answer,
  columns: number,
  lead: string,
  titleOf: Titles,
): string[] {
  const next = raisesNamed.length === 0 ? '' : `; then asks for ${raisesNamed.map(printable).join(', ')}`;
  return wrapped(`${printable(answer)} -> ${destinationText(leadsTo, titleOf)}${next}`, columns, lead);
}

function missingHead({ path, name, question, told }: MissingFact): string {
  if (question !== undefined) {
    return `Open question ${printable(question.id)}, not answered by an attorney. ${question.asks ?? ''}`;
  }
  return `${printable(name)} (${printable(path)}): ${told === undefined ? 'not recorded' : `${printable(told)}, which does not settle it`}`;
}

function missingLines(missing: MissingFact, number: number, columns: number, titleOf: Titles): string[] {
  const { answers, turnsLane, given = [], answersThen = [], why } = missing;
  const settled = given.map((each) => `${printable(each.name)}: ${printable(each.answer)}`).join('; and ');
  return [
    ...wrapped(missingHead(missing), columns, `  ${number}. `),
    ...answers.flatMap((answer) => answerLines(answer, columns, '     - ', titleOf)),
    ...(turnsLane === 'together'
      ? [
          ...wrapped(`It turns the lane once this is settled as well: ${settled}`, columns, '     '),
          ...answersThen.flatMap((answer) => answerLines(answer, columns, '     - ', titleOf)),
        ]
      : []),
    ...(why === undefined ? [] : wrapped(why, columns, '     ')),
  ];
}

export function missingSection({ missing }: CaseExplanation, columns: number, titleOf: Titles): string[] {
  if (missing.length === 0) return ['  Nothing: no missing fact would change the lane.'];
  return missing.flatMap((each, i) => missingLines(each, i + 1, columns, titleOf));
}

/** By where the case would go, since that is what is looked for. */
export function nearestSection(explanation: CaseExplanation, columns: number, titleOf: Titles): string[] {
  const { nearest, nearestOmitted, classification } = explanation;
  if (nearest.length === 0) return ['  No single change of what is on record would.'];
  const byGoal = Map.groupBy(nearest, ({ lane, priority }) =>
    priority === classification.priority ? lane : destinationText({ lane, priority, joinsReopening: false }, titleOf),
  );
  const lines = [...byGoal].flatMap(([goal, changes]) => [
    ...wrapped(`${goal}, with`, columns, '  '),
    ...changes.flatMap(({ name, change }) => wrapped(`${printable(name)}: ${printable(change)}`, columns, '    - ')),
  ]);
  return nearestOmitted === 0 ? lines : [...lines, `  and ${nearestOmitted} more.`];
}
