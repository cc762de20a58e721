/** A draft motion says what its terms allow and nothing of the case: every sentence is one of ours. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assertedFacts, type Facts } from '../../../events/facts.ts';
import { record } from '../../../test/reference/random-records.ts';
import { draftMotion as schema } from '../api/answers.ts';
import { draftMotion } from './draft-motion.ts';
import {
  ERAS,
  FORUMS,
  MOTIONS,
  type MotionTerms,
  motionTerms,
  PARAGRAPHS,
  POSITIONS,
  PROCEEDINGS,
} from './motion-terms.ts';

const allTerms: MotionTerms[] = MOTIONS.flatMap((motion) =>
  PARAGRAPHS.flatMap((paragraph) =>
    POSITIONS.flatMap((position) =>
      FORUMS.flatMap((forum) =>
        PROCEEDINGS.flatMap((proceeding) =>
          ERAS.map((era) => ({ motion, paragraph, position, forum, proceeding, era })),
        ),
      ),
    ),
  ),
);

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

const AS_OF = '2021-06-15';
const ordinary: Facts = { stage: 'pending', proceeding: 'removal', respondentPosition: 'consents' };
const dismissal = (facts: Facts, asOf = AS_OF) =>
  draftMotion(motionTerms('move-to-dismiss', { ...ordinary, ...facts }, asOf));
const closure = (facts: Facts, asOf = AS_OF) =>
  draftMotion(motionTerms('move-to-close', { ...ordinary, ...facts }, asOf));
const section = (draft: ReturnType<typeof draftMotion>, heading: string) =>
  draft.sections.find((each) => each.heading === heading)?.paragraphs.join(' ') ?? '';

describe('the words', () => {
  test.each<[string, Facts, string]>([
    ['nationality', { citizenshipEvidence: true }, '239.2(a)(1): there is probative evidence'],
    ['not removable', { removable: false }, '239.2(a)(2): the respondent is not deportable'],
    ['deceased', { deceased: true }, '239.2(a)(3): the respondent has died'],
    ['everything else', {}, '239.2(a)(7): circumstances have changed'],
  ])('%s has its paragraph of the regulation', (_, facts, words) => {
    expect(section(dismissal(facts), 'Ground')).toContain(words);
    expect(section(closure(facts), 'Ground')).not.toContain('239.2');
  });

  test.each<[Facts['respondentPosition'], string]>([
    ['consents', 'consents to this motion'],
    ['does-not-oppose', 'does not oppose this motion'],
    ['opposes', 'opposes this motion'],
    [undefined, "[Counsel: ask for the respondent's position"],
  ])('the position %s is told', (respondentPosition, words) => {
    const { respondentPosition: _, ...rest } = ordinary;
    const facts: Facts = respondentPosition === undefined ? rest : { ...rest, respondentPosition };
    const draft = draftMotion(motionTerms('move-to-dismiss', facts, AS_OF));
    expect(section(draft, 'Position of the respondent')).toContain(words);
  });

  test('nobody is asked for the position of the deceased', () => {
    expect(section(dismissal({ deceased: true }), 'Position of the respondent')).toMatch(
      /^\[Counsel: .*if there is one/,
    );
  });

  test.each([
    ['2021-07-14', 'cite the decision of the court of appeals'],
    ['2021-07-15', 'Matter of Cruz-Valdez'],
    ['2024-07-28', 'Matter of Cruz-Valdez'],
    ['2024-07-29', '8 CFR 1003.18(c)'],
  ])('on %s closure stands on: %s', (asOf, words) => {
    expect(section(closure({}, asOf), 'Authority')).toContain(words);
  });

  test('that joint and unopposed motions are granted is said from the rule on, of those alone', () => {
    const granted = /generally granted/;
    expect(section(dismissal({}, '2024-07-29'), 'Authority')).toMatch(granted);
    expect(section(dismissal({}, '2024-07-28'), 'Authority')).not.toMatch(granted);
    expect(section(dismissal({ respondentPosition: 'opposes' }, '2024-07-29'), 'Authority')).not.toMatch(granted);
  });

  test('on appeal it goes to the Board', () => {
    const draft = dismissal({ stage: 'on-appeal' });
    expect(draft.caption[0]).toEqual({ label: 'Before', placeholder: '[Board of Immigration Appeals]' });
    expect(section(draft, 'Relief requested')).toMatch(/^The Department asks that the Board/);
  });

  test('every draft is headed, answers to the API, and leaves what identifies anyone to counsel', () => {
    for (const terms of allTerms) {
      const draft = draftMotion(terms);
      expect(schema.parse(draft)).toEqual(draft);
      expect([draft.heading, draft.footer.startsWith('DRAFT')]).toEqual(['DRAFT', true]);
      for (const { placeholder } of draft.caption) expect(placeholder).toMatch(/^\[.*\]$/);
      expect(textsIn(draft).every((text) => text.trim() !== '')).toBe(true);
    }
  });

  test('no draft knows a word of what may be protected', () => {
    const words =
      /victim|traffick|abus|violen|witness|inform|cooperat|assist|u visa|vawa|1367|health|pregnan|ill\b|elder|caregiv|asylum|tps|refugee|law.enforcement|military|petition/i;
    expect(allTerms.flatMap((terms) => textsIn(draftMotion(terms))).filter((text) => words.test(text))).toEqual([]);
  });
});

describe('whatever the case', () => {
  const allowed = new Set(allTerms.flatMap((terms) => textsIn(draftMotion(terms))));
  const CANARY = 'canary';
  /** A case that says the canary wherever free text and ids can stand. */
  const marked = record.map(({ facts, asOf }) => ({
    asOf,
    facts: {
      ...facts,
      office: 'CANARY',
      leadCase: CANARY,
      convictions: { ...facts.convictions, [CANARY]: { offense: CANARY } },
      relief: { ...facts.relief, [CANARY]: { kind: 'u', status: 'pending' } },
      readings: { [CANARY]: CANARY },
    } satisfies Facts,
  }));

  test('nothing is in its drafts but our sentences', () => {
    fc.assert(
      fc.property(marked, fc.constantFrom(...MOTIONS), ({ facts, asOf }, motion) => {
        const texts = textsIn(draftMotion(motionTerms(motion, facts, asOf)));
        expect(texts.filter((text) => !allowed.has(text) || /canary/i.test(text))).toEqual([]);
      }),
    );
  });

  test('only the closed lists reach it: two cases alike in those have the same draft', () => {
    fc.assert(
      fc.property(record, record, fc.constantFrom(...MOTIONS), (one, other, motion) => {
        const { stage, proceeding, respondentPosition, citizenshipEvidence, removable, deceased } = one.facts;
        const told = { stage, proceeding, respondentPosition, citizenshipEvidence, removable, deceased };
        const alike = assertedFacts.parse(JSON.parse(JSON.stringify({ ...other.facts, ...told }))) as Facts;
        expect(draftMotion(motionTerms(motion, alike, one.asOf))).toEqual(
          draftMotion(motionTerms(motion, one.facts, one.asOf)),
        );
      }),
    );
  });
});
