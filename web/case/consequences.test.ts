import { describe, expect, test } from 'vitest';
import { wordsOf } from '../../shared/policy/document/instrument-words.ts';
import { EXPEDITED_REMOVAL_EXPANDED } from '../../shared/policy/law/notices.ts';
import { paragraphOf } from '../../shared/policy/law/suggestions.ts';
import { DECISIONS } from '../../shared/review/review.ts';
import { workedCases } from '../../test/golden/all-cases.ts';
import { consequencesOf, DECISION_LINES, EXPEDITED_REMOVAL_FROM, PARAGRAPHS } from './consequences.ts';

const AS_OF = '2025-06-01';

/** Steps that by themselves change nothing for the respondent. */
const CHANGE_NOTHING = ['ask-position', 'consult-agency'];
/** What it means depends on what is done, and the reason tells that. */
const DEPENDS = ['other-discretion', 'stipulate'];

const suggestions = [
  ...new Set(Object.keys(workedCases).flatMap((policy) => Object.keys(wordsOf(policy)?.actions ?? {}))),
];

describe('what a step means for the respondent', () => {
  test.each([...DECISIONS, ...suggestions])('%s says it, or by itself changes nothing', (step) => {
    const isSilent = [...CHANGE_NOTHING, ...DEPENDS].includes(step);
    expect(consequencesOf(step, AS_OF).length > 0).toBe(!isSilent);
  });

  test.each([
    ['dismiss', 'move-to-dismiss'],
    ['administratively-close', 'move-to-close'],
  ])('%s and %s say the same', (suggestion, decision) => {
    expect(consequencesOf(suggestion, AS_OF)).toEqual(consequencesOf(decision, AS_OF));
  });

  test.each(['move-to-dismiss', 'move-to-close', 'cancel-nta'])(
    '%s tells of the asylum application, the work permit, warrants and expedited removal',
    (step) => {
      expect(consequencesOf(step, AS_OF).map(({ about }) => about)).toEqual(
        expect.arrayContaining(['Asylum application', 'Work permit', 'Warrant and detainer', 'Expedited removal']),
      );
    },
  );

  test('exposure to expedited removal is told as of the day the case is shown as of', () => {
    expect(EXPEDITED_REMOVAL_FROM).toBe(EXPEDITED_REMOVAL_EXPANDED);
    const told = (step: string, asOf: string) =>
      consequencesOf(step, asOf).find(({ about }) => about === 'Expedited removal')?.says;
    // Of every step, also where the instrument does not suggest it and its notice is therefore not given.
    for (const step of ['dismiss', 'move-to-dismiss', 'cancel-nta', 'decline-to-file']) {
      expect(told(step, '2025-01-21')).toMatch(/^On the day this case is shown as of a person outside proceedings/);
      expect(told(step, '2025-01-20')).toMatch(
        /^Not yet on the day this case is shown as of; from January 21, 2025 on,/,
      );
    }
  });

  test('every statement is a sentence', () => {
    for (const { says, about } of [...DECISIONS, ...suggestions].flatMap((step) => consequencesOf(step, AS_OF))) {
      expect(says, about).toMatch(/^[A-Z].*\.$/);
    }
  });
});

test('no decision is told at greater length than another', () => {
  const lengths = Object.values(DECISION_LINES).map(({ length }) => length);
  expect(Math.max(...lengths) / Math.min(...lengths)).toBeLessThan(1.4);
});

test.each([{ citizenshipEvidence: true }, { removable: false }, { deceased: true }, {}])(
  'the paragraph that dismissal stands on is told in words, given %j',
  (facts) => {
    expect(PARAGRAPHS[paragraphOf(facts)]?.says).toMatch(/^[a-z].*[a-z]$/);
  },
);
