/** The memo's list of factors, and what became of each. No factor is scored or weighed. */
import type { TextItem } from '../../../../shared/policy/document/text-item.ts';

const SHOWN = 'Shown to the reviewer as recorded under `equities`; decides nothing.';
const AGGRAVATING = 'Recorded under `aggravating`; with a ground and no priority it sends the case to a supervisor.';

const aggravating = (id: string, says: string, cases: string[]): TextItem => ({
  id,
  says,
  known: 'two-sources',
  rules: [],
  through: ['lane row 12'],
  cases,
  note: AGGRAVATING,
});

const shown = (id: string, says: string, cases: string[], note: string = SHOWN): TextItem => ({
  id,
  says,
  known: 'two-sources',
  rules: [],
  cases,
  note,
});

const decided = (id: string, says: string, rules: string[], cases: string[], note?: string): TextItem => ({
  id,
  says,
  known: 'two-sources',
  rules,
  cases,
  ...(note !== undefined && { note }),
});

export const factorItems: readonly TextItem[] = [
  shown('4.1', 'For: length of residence.', ['V12']),
  decided('4.2', 'For: military service.', ['military'], ['V62', 'N147']),
  shown('4.3', 'For: family or community ties.', ['V12']),
  shown(
    '4.4',
    'For: circumstances of arrival and manner of entry.',
    ['V12'],
    'Shown: the last entry and the arrest are on record. They are read only for the border priority.',
  ),
  shown(
    '4.5',
    'For: prior immigration history.',
    [],
    'No fact of its own: it is for the attorney to look up. Serious violations are recorded under `aggravating`.',
  ),
  decided(
    '4.6',
    'For: current status; permanent residence generally warrants more consideration.',
    ['long-term-resident'],
    ['N96', 'N97'],
    'Every status is shown; only permanent residence of many years is a ground.',
  ),
  shown('4.7', 'For: work history.', []),
  shown('4.8', 'For: education.', []),
  decided(
    '4.9',
    'For: victim, witness or plaintiff in proceedings.',
    ['humanitarian', 'law-enforcement-interest'],
    ['V48', 'V56', 'V55'],
  ),
  decided('4.10', 'For: potential relief.', ['likely-relief'], ['V39', 'V40']),
  shown('4.11', 'For: contributions to the community.', []),
  decided('4.12', 'For: compelling humanitarian factors.', ['humanitarian'], ['V50', 'V54']),
  aggravating('4.13', 'Against: criminal history.', ['N105', 'X09']),
  aggravating('4.14', 'Against: participation in persecution or other human-rights violations.', ['V78']),
  aggravating('4.15', 'Against: extensive and serious immigration violations.', []),
  aggravating('4.16', 'Against: fraud or material misrepresentation.', []),
  shown(
    '4.17',
    'With a criminal history: extensiveness, seriousness, recency, rehabilitation, extenuating circumstances, sentence, age at the time, time since, later conduct.',
    ['N105'],
    'Shown as far as recorded (offense, dates, sentence, rehabilitation) and left to a person. The rest is in no docket update.',
  ),
  shown(
    '4.18',
    'The list is not exhaustive, and no factor decides.',
    ['V12'],
    'There is no score; nothing is added up.',
  ),
];
