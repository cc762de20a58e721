/** Answers to what the schema has no values for: a background check, and the convictions behind a charge. */
import type { CalendarDate } from '../../../events/dates.ts';
import type { AssertedFacts, Facts } from '../../../events/facts.ts';
import type { StandingFacts } from '../../docket/record.ts';
import type { InstrumentWords } from '../document/words.ts';
import { type ExplainedNode, explainNode } from '../explain.ts';
import { givenOf } from '../findings.ts';
import type { Instrument } from '../instrument.ts';
import { nameOf, valueWords } from './fact-words.ts';
import { assertionOf, placeAt, valueAt } from './places.ts';
import { testsOf } from './turning-days.ts';

export interface Asked {
  instrument: Instrument;
  /** What the instrument's page says, where it has one. */
  words: InstrumentWords | undefined;
  standing: StandingFacts;
  asOf: CalendarDate;
}

/** An answer that asserts more than one place. */
interface Statement {
  value: AssertedFacts;
  words: string;
}

export interface Statements {
  /** Words common to all of them. */
  lead: string;
  of: readonly Statement[];
}

/** An id that no entry has. */
function freeId(map: object | undefined, wanted: string): string {
  return map !== undefined && Object.hasOwn(map, wanted) ? freeId(map, `${wanted}-`) : wanted;
}

const NOT_TOLD = 'not told';

/** Where something not on file may be a crime, a check may show a conviction: of which nothing is known, or all. */
function convictionsShown({ instrument, standing, asOf }: Asked, check: AssertedFacts): Statement[] {
  if (!testsOf(instrument).some(({ test }) => test.op === 'unseen')) return [];
  const id = freeId(standing.facts.convictions, 'found');
  const found = { offense: NOT_TOLD, disposition: 'final' as const, aggravatedFelony: true };
  return [
    {
      value: { ...check, convictions: { [id]: { offense: NOT_TOLD } } },
      words: 'a conviction of which nothing more is known',
    },
    {
      value: { ...check, convictions: { [id]: found }, threatFinding: { poses: true, on: asOf } },
      words: 'a final conviction of an aggravated felony, and a finding of threat',
    },
  ];
}

/** What a check of the day may show: nothing, each thing whose silence it would have turned into no, a conviction. */
export function checkStatements(asked: Asked): Statements {
  const { instrument, standing, asOf } = asked;
  const check: AssertedFacts = { backgroundCheckedOn: asOf };
  const shown = testsOf(instrument).flatMap(({ test }): Statement[] => {
    if (test.op !== 'is' || test.silence !== 'background-check') return [];
    const place = placeAt(test.path);
    if (valueAt(standing.facts, place) !== undefined) return [];
    return test.oneOf.map((value) => ({
      value: { ...check, ...assertionOf(place, value, standing.facts) },
      words: `${nameOf(place)}: ${valueWords(place, value)}`,
    }));
  });
  const nothing: Statement = { value: check, words: 'nothing further recorded' };
  return { lead: `a check dated ${asOf}, and `, of: [nothing, ...shown, ...convictionsShown(asked, check)] };
}

function asksForConvictions({ proposition, holds, parts }: ExplainedNode): boolean {
  if (proposition.op === 'ask') return holds === 'unknown' && proposition.paths.includes('convictions');
  return holds === 'unknown' && parts.some(asksForConvictions);
}

/** Ids of the charges that wait for the conviction behind them. */
function chargesWaiting(node: ExplainedNode): string[] {
  const own = node.proposition.op === 'some' && node.proposition.in === 'ntaCharges' ? node.parts : [];
  const waiting = own.flatMap((part) => (part.entry !== undefined && asksForConvictions(part) ? [part.entry] : []));
  return [...waiting, ...node.parts.flatMap(chargesWaiting)];
}

/** The convictions behind the charges that wait for them, found to be aggravated felonies or not. */
export function convictionStatements({ instrument, standing, asOf }: Asked): Statements | undefined {
  const given = givenOf(instrument, standing.facts, asOf);
  const charges = [...new Set(instrument.priorities.flatMap(({ node }) => chargesWaiting(explainNode(node, given))))];
  if (charges.length === 0) return undefined;
  const behind = (aggravatedFelony: boolean): NonNullable<Facts['convictions']> =>
    Object.fromEntries(
      charges.map((charge) => [
        freeId(standing.facts.convictions, `behind-${charge}`.slice(0, 120)),
        { offense: NOT_TOLD, disposition: 'final' as const, aggravatedFelony, charge },
      ]),
    );
  const lead =
    charges.length === 1
      ? `the conviction behind charge ${charges[0]} is recorded and final: `
      : `the convictions behind charges ${charges.join(', ')} are recorded and final: `;
  return {
    lead,
    of: [
      { value: { convictions: behind(true) }, words: 'an aggravated felony' },
      { value: { convictions: behind(false) }, words: 'not an aggravated felony' },
    ],
  };
}
