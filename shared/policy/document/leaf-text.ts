/** A leaf of a rule, or its negation, as a line that can be read aloud, with what an absent fact says. */
import { BACKGROUND_CHECK } from '../leaf.ts';
import type { Leaf, Parameter, Proposition, Scope, Silence } from '../proposition.ts';
import { code, counted, dayInWords, listOr } from './english.ts';
import { mayBeAbsent, type Within } from './presence.ts';

/** The day of a date of birth is told as an age. */
const BIRTH = 'birthDate';

function silenceText(silence: Silence, negated: boolean): string {
  if (silence === 'unknown') return 'unknown';
  const none = negated ? 'yes' : 'no';
  return silence === 'no' ? none : `${none} under a valid background check, else unknown`;
}

interface Reading {
  scope: Scope;
  path: string;
  silence: Silence;
}

/** The remark on absence, where the fact can be absent. */
function absence({ scope, path, silence }: Reading, negated: boolean, within: Within): string {
  return mayBeAbsent(scope, path, within) ? ` (absent: ${silenceText(silence, negated)})` : '';
}

function valuesText(values: readonly (string | boolean)[], negated: boolean): string {
  const named = values.map((value) => (typeof value === 'boolean' ? String(value) : code(value)));
  if (!negated) return `is ${listOr(named)}`;
  return named.length === 1 ? `is not ${named[0]}` : `is neither ${named.join(' nor ')}`;
}

function yearsText(path: string, { value }: Parameter<number>, negated: boolean): string {
  if (path === BIRTH) {
    return `the person is ${negated ? `younger than ${value}` : `${value} or older`} by ${code(path)}`;
  }
  const years = `full ${value === 1 ? 'year' : 'years'}`;
  return negated
    ? `fewer than ${value} ${years} have passed since ${code(path)}`
    : `${value} ${years} have passed since ${code(path)}`;
}

function exceededText(path: string, { value, unit }: Parameter<number>, negated: boolean): string {
  const years = counted(value, unit);
  return `${negated ? 'no more than' : 'more than'} ${years} have passed since ${code(path)}`;
}

function recordedText(paths: readonly string[], negated: boolean): string {
  if (paths.length === 1) return `${listOr(paths.map(code))} is ${negated ? 'not recorded' : 'recorded'}`;
  return `${negated ? 'none' : 'at least one'} of ${listOr(paths.map(code))} is recorded`;
}

/** `\`present-stay\`: yes; \`any-earlier-presence\`: no`. */
function answersText(answers: Readonly<Record<string, boolean>>, negated: boolean): string {
  return [true, false]
    .map((holds) => ({
      holds,
      given: Object.keys(answers).filter((answer) => answers[answer] === (holds !== negated)),
    }))
    .filter(({ given }) => given.length > 0)
    .map(({ holds, given }) => `${listOr(given.map(code))}: ${holds ? 'yes' : 'no'}`)
    .join('; ');
}

function askText(paths: readonly string[]): string {
  const [only] = paths;
  if (paths.length === 1 && only !== undefined) return `unknown until ${code(only)} settles it`;
  return `unknown until ${listOr(paths.map(code))} settles it, the first that is absent`;
}

export function leafText(leaf: Leaf, negated: boolean, within: Within): string {
  switch (leaf.op) {
    case 'is':
      return `${code(leaf.path)} ${valuesText(leaf.oneOf, negated)}${absence(leaf, negated, within)}`;
    case 'recorded':
      return recordedText(leaf.paths, negated);
    case 'before': {
      const verb = negated ? 'lies on or after' : 'lies before';
      return `${code(leaf.path)} ${verb} ${dayInWords(leaf.day.value)}${absence(leaf, negated, within)}`;
    }
    case 'years-complete':
      return `${yearsText(leaf.path, leaf.years, negated)}${absence(leaf, negated, within)}`;
    case 'years-exceeded':
      return `${exceededText(leaf.path, leaf.years, negated)}${absence(leaf, negated, within)}`;
    case 'fresh': {
      const no = negated ? 'yes' : 'no';
      const days = counted(leaf.days.value, leaf.days.unit);
      const verb = negated ? 'is neither the day of the answer nor' : 'is the day of the answer or';
      return `${code(leaf.path)} ${verb} one of the ${days} before it (older: unknown; later: ${no}; absent: ${no})`;
    }
    case 'charged-under':
      return `the charge (${code(leaf.path)}) is ${negated ? 'not ' : ''}under INA ${listOr(leaf.sections)}`;
    case 'conviction-names-charge':
      return negated ? 'no recorded conviction rests on this charge' : 'a recorded conviction rests on this charge';
    case 'unseen':
      return `something of this kind that is not on file (${silenceText('background-check', negated)} until ${code(BACKGROUND_CHECK)} settles it)`;
    case 'question':
      return `open question ${code(leaf.id)} (${answersText(leaf.answers, negated)}; unanswered: unknown)`;
    case 'ask':
      return askText(leaf.paths);
    case 'always':
      return leaf.holds !== negated ? 'yes' : 'no';
  }
}

const BRANCHING: readonly string[] = ['all', 'any', 'not', 'when', 'ask-unless', 'some', 'took-part-at-age'];

export function isLeaf(proposition: Proposition): proposition is Leaf {
  return !BRANCHING.includes(proposition.op);
}
