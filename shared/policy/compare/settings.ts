/**
 * What-if settings as a person writes them, `key=value`: another value for a parameter, or an answer to an open question.
 * What does not exist is refused with the list of what does.
 */
import { type CalendarDate, calendarDate } from '../../../events/dates.ts';
import type { Instrument } from '../instrument.ts';
import { settableParameters } from '../parameter.ts';
import type { Parameter } from '../proposition.ts';
import type { Answers } from './with-readings.ts';

/** An instrument as one side of a comparison reads it. */
export interface Side {
  /** As it is known. */
  policy: Instrument;
  /** As it is read: with the parameters set, and marked as a what-if when anything is. */
  instrument: Instrument;
  /** Answers for cases without a reading of their own. */
  answers: Answers;
}

export type SidesRead = { kind: 'read'; sides: Side[] } | { kind: 'refused'; message: string };

const READING = 'readings.';
const UNIT_MAX = { days: 36_500, years: 150 } as const;
const FIRST_DAY = '1900-01-01';
const LAST_DAY = '2199-12-31';

interface Setting {
  /** Name of the one side it is for. */
  scope: string | undefined;
  key: string;
  value: string;
}

/** What a key and its value set; `unknown` when the instrument has no such key. */
type Understood =
  | { kind: 'parameter'; name: string; value: number | CalendarDate }
  | { kind: 'answer'; question: string; answer: string }
  | { kind: 'unknown' }
  | { kind: 'refused'; message: string };

function settingOf(text: string, names: readonly string[]): Setting | undefined {
  const equals = text.indexOf('=');
  if (equals < 1) return undefined;
  const scope = names.find((name) => text.startsWith(`${name}:`));
  return { scope, key: text.slice(scope === undefined ? 0 : scope.length + 1, equals), value: text.slice(equals + 1) };
}

function settingValue({ name, unit }: Parameter, text: string): Understood {
  if (unit === 'date') {
    const day = calendarDate.safeParse(text);
    if (day.success && day.data >= FIRST_DAY && day.data <= LAST_DAY) {
      return { kind: 'parameter', name, value: day.data };
    }
    const message = `${name} takes a day that exists, as YYYY-MM-DD, from ${FIRST_DAY} to ${LAST_DAY}`;
    return { kind: 'refused', message };
  }
  const value = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
  if (value <= UNIT_MAX[unit]) return { kind: 'parameter', name, value };
  return { kind: 'refused', message: `${name} takes a whole number of ${unit} from 0 to ${UNIT_MAX[unit]}` };
}

function understand(instrument: Instrument, { key, value }: Setting): Understood {
  if (key.startsWith(READING)) {
    const question = instrument.questions.find(({ id }) => `${READING}${id}` === key);
    if (question === undefined) return { kind: 'unknown' };
    if (question.answers.includes(value)) return { kind: 'answer', question: question.id, answer: value };
    return { kind: 'refused', message: `${key} has the answers: ${question.answers.join(', ')}` };
  }
  const parameter = Object.values(instrument.parameters).find(({ name }) => name === key);
  if (parameter === undefined) return { kind: 'unknown' };
  if (parameter.dayAfter === undefined) return settingValue(parameter, value);
  return { kind: 'refused', message: `${key} is the day after ${parameter.dayAfter}: set that` };
}

function listOf(items: readonly string[]): string {
  return items.length === 0 ? 'none' : [...new Set(items)].join(', ');
}

/** One sentence that names all that can be set. */
function unknownKey(key: string, instruments: readonly Instrument[]): string {
  const parameters = instruments.flatMap((each) => settableParameters(each.parameters).map(({ name }) => name));
  const questions = instruments.flatMap((each) => each.questions.map(({ id }) => `${READING}${id}`));
  const where = listOf(instruments.map(({ id }) => id)).replaceAll(', ', ' or ');
  return `${where} has nothing named "${key}"; parameters: ${listOf(parameters)}; questions: ${listOf(questions)}`;
}

interface Draft {
  parameters: Record<string, number | CalendarDate>;
  answers: Record<string, string>;
}

/** Puts what the settings say into a draft; a message when one cannot be met. */
function draftOf(instrument: Instrument, settings: readonly Setting[]): Draft | string {
  const draft: Draft = { parameters: {}, answers: {} };
  const seen = new Set<string>();
  for (const setting of settings) {
    const understood = understand(instrument, setting);
    if (understood.kind === 'refused') return understood.message;
    if (understood.kind === 'unknown') continue;
    if (seen.has(setting.key)) return `${setting.key} is set twice for ${instrument.id}`;
    seen.add(setting.key);
    if (understood.kind === 'parameter') draft.parameters[understood.name] = understood.value;
    else draft.answers[understood.question] = understood.answer;
  }
  return draft;
}

/**
 * The instruments with the settings that are for them: one written `NAME:key=value` for the side of that name alone, one
 * without a name for every side that has such a key.
 *
 * @param names name of each side, in the order of the instruments; empty when sides are not told apart
 */
export function readSides(
  instruments: readonly Instrument[],
  names: readonly string[],
  texts: readonly string[],
): SidesRead {
  const settings: Setting[] = [];
  for (const text of texts) {
    const setting = settingOf(text, names);
    const form = names.length === 0 ? '' : `; for one policy alone ${names.map((n) => `${n}:key=value`).join(' or ')}`;
    if (setting === undefined) return { kind: 'refused', message: `--set takes key=value${form}` };
    const reached = instruments.filter((_, side) => setting.scope === undefined || setting.scope === names[side]);
    if (reached.every((instrument) => understand(instrument, setting).kind === 'unknown')) {
      return { kind: 'refused', message: unknownKey(setting.key, reached) };
    }
    settings.push(setting);
  }
  const sides: Side[] = [];
  for (const [side, instrument] of instruments.entries()) {
    const own = settings.filter(({ scope }) => scope === undefined || scope === names[side]);
    const scoped = new Set(own.filter(({ scope }) => scope !== undefined).map(({ key }) => key));
    const draft = draftOf(
      instrument,
      own.filter(({ scope, key }) => scope !== undefined || !scoped.has(key)),
    );
    if (typeof draft === 'string') return { kind: 'refused', message: draft };
    const { parameters, answers } = draft;
    const isWhatIf = Object.keys(parameters).length + Object.keys(answers).length > 0;
    sides.push({ policy: instrument, instrument: isWhatIf ? instrument.adjusted(parameters) : instrument, answers });
  }
  return { kind: 'read', sides };
}
