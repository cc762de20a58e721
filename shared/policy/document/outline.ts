/** A rule as an outline that can be read aloud: and, or, not, and the first of several branches that applies. */
import type { Proposition } from '../proposition.ts';
import { entryInWords, placesOfParts, sentence, type Within } from './describe.ts';
import { code, listOr, ordinal } from './english.ts';
import { partsOf } from './parts.ts';
import { whereHolds } from './presence.ts';
import type { Definition, Terms } from './terms.ts';

/** A line of an outline with the lines under it. */
export interface Line {
  text: string;
  parts: Line[];
}

type When = Extract<Proposition, { op: 'when' }>;
type TookPart = Extract<Proposition, { op: 'took-part-at-age' }>;

/** A condition of more parts than this is read better as lines. */
const CLAUSE_PARTS_MAX = 3;

const FIRST_THAT_APPLIES = 'the first that applies:';

function named(proposition: Proposition, within: Within, terms: Terms): string | undefined {
  if (proposition.op === 'not') {
    const name = terms.nameOf(proposition.of, within.map);
    return name === undefined ? undefined : `not *${name}*`;
  }
  const name = terms.nameOf(proposition, within.map);
  return name === undefined ? undefined : `*${name}*`;
}

function oneLine(proposition: Proposition, within: Within, terms: Terms): string | undefined {
  return named(proposition, within, terms) ?? sentence(proposition, within);
}

const ANSWERS: readonly string[] = ['ask', 'question', 'unseen', 'always'];

/** The proposition as a clause of a sentence, where it is short enough: "a, or b". */
function clause(proposition: Proposition, within: Within, terms: Terms): string | undefined {
  if (ANSWERS.includes(proposition.op)) return undefined;
  const whole = oneLine(proposition, within, terms);
  if (whole !== undefined) return whole;
  const { op } = proposition;
  if ((op !== 'all' && op !== 'any') || proposition.of.length > CLAUSE_PARTS_MAX) return undefined;
  const places = placesOfParts(proposition, within);
  const said = proposition.of.map((part, i) => oneLine(part, places[i] ?? within, terms));
  const known = said.filter((part) => part !== undefined);
  return known.length === said.length ? known.join(op === 'all' ? ', and ' : ', or ') : undefined;
}

function headed(heading: string, { text, parts }: Line): Line {
  return { text: `${heading} ${text}`, parts };
}

/** The parts of a conjunction or disjunction; one within another of its kind is the same one. */
function joinedParts(proposition: Proposition, within: Within, terms: Terms): Line[] {
  const places = placesOfParts(proposition, within);
  return partsOf(proposition).flatMap((part, i) => {
    const place = places[i] ?? within;
    const isSame = part.op === proposition.op && named(part, place, terms) === undefined;
    return isSame ? joinedParts(part, place, terms) : [outline(part, place, terms)];
  });
}

function branches({ given, met, unmet }: When, within: Within, terms: Terms): Line[] {
  const condition = clause(given, within, terms);
  const then = outline(met, whereHolds(given, within), terms);
  const taken =
    condition === undefined
      ? [headed('if', outline(given, within, terms)), headed('then', then)]
      : [headed(`if ${condition}:`, then)];
  const isChain = unmet.op === 'when' && named(unmet, within, terms) === undefined;
  const rest = isChain ? branches(unmet, within, terms) : [headed('otherwise:', outline(unmet, within, terms))];
  return [...taken, ...rest];
}

function tookPart({ birth, from, to, age, endedBefore }: TookPart, within: Within, terms: Terms): Line {
  const birthday = `${ordinal(age.value)} birthday`;
  const dates = listOr([birth, from, to].map(code));
  return {
    text: `participation on some day at ${age.value} or older, ${FIRST_THAT_APPLIES}`,
    parts: [
      {
        text: `if begun (${code(from)}) or ended (${code(to)}) on or after the ${birthday} by ${code(birth)}: yes`,
        parts: [],
      },
      headed(`if ended (${code(to)}) before that birthday:`, outline(endedBefore, within, terms)),
      { text: `otherwise: unknown until ${dates} settles it, the first that is absent`, parts: [] },
    ],
  };
}

function negation(of: Proposition, within: Within, terms: Terms): Line {
  switch (of.op) {
    case 'all':
      return { text: 'not all of:', parts: joinedParts(of, within, terms) };
    case 'any':
      return { text: 'none of:', parts: joinedParts(of, within, terms) };
    case 'some':
      return headed(`no ${entryInWords(of.in)} for which`, outline(of.entry, { ...within, map: of.in }, terms));
    default:
      return { text: 'not so:', parts: [outline(of, within, terms)] };
  }
}

function askUnless(proposition: Extract<Proposition, { op: 'ask-unless' }>, within: Within, terms: Terms): Line {
  const { proved, path } = proposition;
  const otherwise = `otherwise unknown until ${code(path)} settles it`;
  const condition = clause(proved, within, terms);
  if (condition !== undefined) return { text: `no if proved that ${condition}; ${otherwise}`, parts: [] };
  return { text: `no if this is proved, ${otherwise}:`, parts: [outline(proved, within, terms)] };
}

export function outline(proposition: Proposition, within: Within, terms: Terms): Line {
  const whole = oneLine(proposition, within, terms);
  return whole === undefined ? writtenOut(proposition, within, terms) : { text: whole, parts: [] };
}

/** The proposition itself, even where it has a name. */
function writtenOut(proposition: Proposition, within: Within, terms: Terms): Line {
  switch (proposition.op) {
    case 'all':
    case 'any':
      return { text: `${proposition.op} of:`, parts: joinedParts(proposition, within, terms) };
    case 'not':
      return negation(proposition.of, within, terms);
    case 'when':
      return { text: FIRST_THAT_APPLIES, parts: branches(proposition, within, terms) };
    case 'some':
      return headed(
        `some ${entryInWords(proposition.in)} for which`,
        outline(proposition.entry, { ...within, map: proposition.in }, terms),
      );
    case 'ask-unless':
      return askUnless(proposition, within, terms);
    case 'took-part-at-age':
      return tookPart(proposition, within, terms);
    default:
      return { text: sentence(proposition, within) ?? '', parts: [] };
  }
}

/** What a term means, written out. */
export function definition({ name, of, within }: Definition, terms: Terms): Line {
  return headed(`*${name}*:`, writtenOut(of, within, terms));
}
