/** Tells of changes of flags: facts first, then the law, then what follows; of a restricted case only that. */
import { cut, printable, wrapped } from '../text.ts';
import type { FlagEvent } from './flag-events.ts';
import type { CaseStory, Reason } from './reasons.ts';

export type ReadStory = (caseKey: string) => Promise<CaseStory | undefined>;

/** Changes told of one look; a backlog can bring hundreds at once. */
const MOST_TOLD = 12;
const MOST_FACT_LINES = 3;
const MOST_LAW_LINES = 4;

/** A change as it is shown; the case is undefined for a line about none. */
export interface Told {
  caseKey: string | undefined;
  /** Told without a word that points to the case. */
  restricted: boolean;
  lines: readonly string[];
}

function placeText(place: FlagEvent['to']): string {
  return place === undefined ? '' : `${printable(place.office)} ${place.lane}`;
}

function conclusion({ kind, from, to }: FlagEvent): string {
  switch (kind) {
    case 'raised':
      return `flag raised: ${placeText(to)}`;
    case 'moved':
      return `flag moved: ${placeText(from)} to ${placeText(to)}`;
    case 'decided':
      return `flag decided by a person: ${placeText(to)}`;
    case 'reopened':
      return `flag reopened, the facts have changed since it was decided: ${placeText(to)}`;
    case 'withdrawn':
      return `flag withdrawn: ${placeText(from)}`;
  }
}

/** The sentence of law, shortened where the terminal is narrow, and always where it stands. */
function lawLines({ law }: Reason, columns: number): string[] {
  if (law === undefined) return [];
  // Half a line is lost to words that do not break.
  const room = (MOST_LAW_LINES - 0.5) * (columns - 2) - law.cite.length;
  return wrapped(`${cut(law.text, Math.max(0, Math.floor(room)))} [${law.cite}]`, columns, '  ');
}

/** Facts first, then the law, then what follows. */
function tellEvent(event: FlagEvent, story: CaseStory | undefined, columns: number): Told {
  const { caseKey } = event;
  if (event.restricted || story === undefined || story.kind === 'restricted') {
    return { caseKey, restricted: true, lines: [cut(`restricted case: ${conclusion(event)}`, columns)] };
  }
  const { caseId, reason } = story;
  const facts = wrapped(reason.facts, columns, `${printable(caseId)}: `).slice(0, MOST_FACT_LINES);
  const lines = [...facts, ...lawLines(reason, columns), `  ${conclusion(event)}`];
  return { caseKey, restricted: false, lines: lines.map((line) => cut(line, columns)) };
}

function isNewInTriage({ kind, to }: FlagEvent): boolean {
  return kind === 'raised' && to?.lane === 'triage';
}

/** Most cases begin in triage for want of any ground: one line for all of them leaves room for the others. */
function tellTriage(events: readonly FlagEvent[], columns: number): Told[] {
  if (events.length === 0) return [];
  const counts = new Map<string, number>();
  for (const { to, restricted } of events) {
    const office = restricted || to === undefined ? 'restricted' : printable(to.office);
    counts.set(office, (counts.get(office) ?? 0) + 1);
  }
  const offices = [...counts].sort(([one], [other]) => (one < other ? -1 : 1));
  const list = offices.map(([office, count]) => `${office} ${count}`).join(', ');
  const text = `no ground on record, flags raised in triage: ${list}`;
  return [
    {
      caseKey: undefined,
      restricted: false,
      lines: wrapped(text, columns),
    },
  ];
}

/** What happened, the latest last; of very many changes at once only the latest. */
export async function tell(events: readonly FlagEvent[], readStory: ReadStory, columns: number): Promise<Told[]> {
  const others = events.filter((event) => !isNewInTriage(event));
  const newest = others.slice(-MOST_TOLD);
  const told = tellTriage(events.filter(isNewInTriage), columns);
  for (const event of newest) {
    const story = event.restricted ? undefined : await readStory(event.caseKey);
    told.push(tellEvent(event, story, columns));
  }
  const left = others.length - newest.length;
  if (left === 0) return told;
  return [{ caseKey: undefined, restricted: false, lines: [`${left} other changes at the same time`] }, ...told];
}
