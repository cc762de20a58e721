/** Turns the life of a case into docket updates, each valid by the schema of the events. */
import { DOCKET_UPDATE_TYPE, type DocketUpdate } from '../../events/docket-update.ts';
import { contentHash } from '../../shared/docket/content-hash.ts';
import { addUpdate, emptyRecord } from '../../shared/docket/fold.ts';
import { standingFacts } from '../../shared/docket/standing.ts';
import { type CaseFile, drawCaseFile } from './case-file.ts';
import { dateOf, twoDigits } from './days.ts';
import { longText } from './entry-text.ts';
import { liveOn } from './life.ts';
import type { Random } from './random.ts';
import { SOURCES, type Step, step } from './step.ts';

/** Share of cases in which counsel for the government states the whole record anew, at length. */
const FULL_STATEMENT_SHARE = 0.12;

function timeOn(day: string, random: Random): string {
  return `${day}T${twoDigits(random.between(12, 22))}:${twoDigits(random.between(0, 59))}:${twoDigits(random.between(0, 59))}Z`;
}

/** The whole record of the case as its updates so far add up to it, with a long text. */
function fullStatement(updates: readonly DocketUpdate[], random: Random): Step {
  const record = updates.reduce((sum, update) => addUpdate(sum, update, contentHash(update)), emptyRecord);
  return step('file-reviewed', longText(random), standingFacts(record).facts, { source: 'opla' });
}

/** Every update of one case, in the order of its sequence; the first one opens it. */
export function updatesOf(random: Random, number: number): { file: CaseFile; updates: DocketUpdate[] } {
  const file = drawCaseFile(random, number);
  const updates: DocketUpdate[] = [];
  let sequence = 0;
  function add({ source, code, text, provenance, factsOn }: Step, dayNumber: number): void {
    sequence += random.between(1, 3);
    const day = dateOf(dayNumber);
    updates.push({
      specversion: '1.0',
      id: `${source}-${file.number}-${updates.length + 1}`,
      source: SOURCES[source],
      type: DOCKET_UPDATE_TYPE,
      subject: file.caseId,
      time: timeOn(day, random),
      datacontenttype: 'application/json',
      data: { sequence, entry: { code, text, on: day }, provenance, facts: factsOn(day) },
    });
  }

  add(
    step('case-received', 'Case received from the immigration court with its charging document.', file.opening),
    file.openedDay,
  );
  const life = liveOn(file, random);
  const statementAt = random.chance(FULL_STATEMENT_SHARE) ? random.between(0, life.length) : undefined;
  for (const [index, { step: each, day }] of life.entries()) {
    if (index === statementAt) add(fullStatement(updates, random), day);
    add(each, day);
  }
  const lastDay = life.at(-1)?.day ?? file.openedDay;
  if (statementAt === life.length) add(fullStatement(updates, random), lastDay);
  return { file, updates };
}
