/** An instrument as a document: the one that cases are decided under, or another that a decision was made under. */
import { wordsOf } from '../../../shared/policy/document/instrument-words.ts';
import { policyDocument } from '../../../shared/policy/document/policy-document.ts';
import type { RuleSection } from '../../../shared/policy/document/rule-section.ts';
import type { InstrumentWords } from '../../../shared/policy/document/words.ts';
import { findInstrument } from '../../../shared/policy/instruments.ts';
import type { PolicyShown } from '../../../shared/review/api/policy.ts';
import { type Endpoint, NOT_FOUND } from '../endpoint.ts';

/** An office's own instrument may come without words beside its rules. */
const NO_WORDS: InstrumentWords = { about: [], questions: {}, terms: {}, laneNotes: [], actions: {}, notices: {} };

function sectionShown(section: RuleSection): PolicyShown['priorities'][number] {
  const { unverified, definitions, parameters, questions, facts } = section;
  return {
    ...section,
    unverified: [...unverified],
    definitions: [...definitions],
    parameters: [...parameters],
    questions: [...questions],
    facts: [...facts],
  };
}

export const showPolicy: Endpoint = async (deps, { path }) => {
  const { id = '' } = path;
  const instrument = deps.instrument.id === id ? deps.instrument : findInstrument(id);
  if (instrument === undefined) return NOT_FOUND;
  const document = policyDocument(instrument, wordsOf(id) ?? NO_WORDS);
  const asOf = deps.asOf();
  const body: PolicyShown = {
    ...document,
    asOf,
    status: instrument.statusOn(asOf),
    about: [...document.about],
    periods: [...document.periods],
    priorities: document.priorities.map(sectionShown),
    grounds: document.grounds.map(sectionShown),
    lanes: [...document.lanes],
    laneNotes: [...document.laneNotes],
    actions: [...document.actions],
    notices: [...document.notices],
    closure: [...document.closure],
  };
  return { kind: 'ok', body };
};
