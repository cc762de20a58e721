/**
 * An instrument as a document: what it is and when it governed, each rule as a section, and the lanes, actions and
 * notices in words. A model of plain data, to be shown as Markdown, on a page or in a terminal.
 */
import type { CalendarDate } from '../../../events/dates.ts';
import type { PolicyStatus } from '../classification.ts';
import type { Instrument, LaneRow } from '../instrument.ts';
import type { Rule } from '../rule.ts';
import { type CasesByTruth, type RuleSection, ruleSection } from './rule-section.ts';
import type { TextSection } from './text-item.ts';
import type { ActionWords, ClosureRow, InstrumentWords, NoticeWords } from './words.ts';

export interface Period {
  from: CalendarDate;
  /** First day that is no longer in it. */
  until?: CalendarDate;
  status: PolicyStatus;
  why: string;
}

export interface PolicyDocument {
  id: string;
  title: string;
  issuedBy: string;
  issuedOn: CalendarDate;
  contentHash: string;
  about: readonly string[];
  periods: readonly Period[];
  priorities: readonly RuleSection[];
  grounds: readonly RuleSection[];
  /** Read from the top; the first that applies decides. */
  lanes: readonly Pick<LaneRow, 'says' | 'lane'>[];
  laneNotes: readonly string[];
  actions: readonly (ActionWords & { id: string })[];
  notices: readonly (NoticeWords & { id: string })[];
  closure: readonly ClosureRow[];
  /** Every statement of the text, with the rules and cases it became. */
  textSections: readonly TextSection[];
}

/** What a document says that is neither in the instrument nor in its words. */
export interface Beside {
  /** The worked cases of each rule. */
  cases?: Readonly<Record<string, CasesByTruth>>;
  textSections?: readonly TextSection[];
}

function periodsOf({ history }: Instrument): Period[] {
  return history.map(({ from, status, why }, i) => {
    const next = history[i + 1];
    return { from, ...(next && { until: next.from }), status, why };
  });
}

function withIds<T extends object>(words: Readonly<Record<string, T>>): (T & { id: string })[] {
  return Object.entries(words).map(([id, said]) => ({ id, ...said }));
}

export function policyDocument(
  instrument: Instrument,
  words: InstrumentWords,
  { cases = {}, textSections = [] }: Beside = {},
): PolicyDocument {
  const { id, title, issuedBy, issuedOn, contentHash, priorities, grounds, laneRows = [] } = instrument;
  const section = (rule: Rule) => ruleSection(rule, words, instrument.parameters.backgroundCheck, cases[rule.id]);
  return {
    id,
    title,
    issuedBy,
    issuedOn,
    contentHash,
    about: words.about,
    periods: periodsOf(instrument),
    priorities: priorities.map(section),
    grounds: grounds.map(section),
    lanes: laneRows.map(({ says, lane }) => ({ says, lane })),
    laneNotes: words.laneNotes,
    actions: withIds(words.actions),
    notices: withIds(words.notices),
    closure: words.closure ?? [],
    textSections,
  };
}
