/** What an explanation says of cases that an attorney would bring. */
import { describe, expect, it } from 'vitest';
import type { AssertedFacts } from '../../../events/facts.ts';
import { acceptedUpdate, CASE } from '../../../test/explanation/random-updates.ts';
import { ordinary } from '../../../test/golden/table.ts';
import { opla20210527 } from '../opla-2021-05-27/instrument.ts';
import { opla20220403 } from '../opla-2022-04-03/instrument.ts';
import type { CaseExplanation, MissingFact, OutlineNode } from './case-explanation.ts';
import type { AcceptedUpdate } from './evidence.ts';
import { explainCase } from './explain-case.ts';

const AS_OF = '2021-06-15';

function explained(updates: AcceptedUpdate[], asOf = AS_OF, instrument = opla20210527): CaseExplanation {
  return explainCase({ instrument, caseId: CASE, updates, asOf });
}

/** An ordinary case and what else is told of it, each in an update of its own. */
function ordinaryWith(...told: AssertedFacts[]): AcceptedUpdate[] {
  return [ordinary as AssertedFacts, ...told].map((facts, i) => acceptedUpdate(i + 1, facts));
}

function without(...names: (keyof typeof ordinary)[]): AssertedFacts {
  return Object.fromEntries(Object.entries(ordinary).filter(([name]) => !names.some((each) => each === name)));
}

function missingAt({ missing }: CaseExplanation, path: string): MissingFact {
  const asked = missing.find((each) => each.path === path);
  if (asked === undefined) throw new Error(`${path} is not asked for`);
  return asked;
}

const answersOf = ({ answers }: MissingFact) => answers.map(({ answer, leadsTo }) => [answer, leadsTo.lane]);

function rootOf({ rules }: CaseExplanation, rule: string): OutlineNode {
  const outline = rules.find((each) => each.rule === rule)?.readings[0]?.outline;
  if (outline === undefined) throw new Error(`${rule} is not explained`);
  return outline;
}

/** What was asked and found, of the parts that decide. */
function found(node: OutlineNode): string[] {
  if (!node.decisive) return [];
  const own =
    node.asks === undefined ? [] : [`${String(node.holds)}: ${node.asks}${node.found ? ` (${node.found})` : ''}`];
  return [...own, ...(node.op === 'not' && own.length > 0 ? [] : node.parts.flatMap(found))];
}

const approved = { relief: { r1: { kind: 'i-130', status: 'approved', visaAvailable: true } } } as const;

describe('a person who came back after the cut-off', () => {
  const explanation = explained(
    ordinaryWith({ lastEntry: { on: '2021-01-05', manner: 'without-inspection' } }, approved),
  );

  it('is a question to an attorney, with what each answer does and where it leads', () => {
    const missing = missingAt(explanation, 'readings.border-re-entry');
    expect(missing.question?.asks).toContain('not physically present');
    expect(answersOf(missing).map(([, lane]) => lane)).toEqual(['own-motion', 'supervisor']);
    expect(missing.answers[0]?.answer).toMatch(/^any-earlier-presence \(/);
    expect(missing.answers[1]?.leadsTo.priority).toBe('border-security');
    expect(missing.turnsLane).toBe('alone');
  });

  it('is told under the names that the policy page gives to parts of the rule', () => {
    expect(found(rootOf(explanation, 'border-security'))).toEqual([
      expect.stringMatching(/^true: present before/),
      'true: day of the arrest lies before November 1, 2020 (2019-03-14)',
      'true: first known presence lies before November 1, 2020 (2010-05-01)',
      expect.stringMatching(/^true: came back since/),
      'true: last entry on record',
      'true: manner of the last entry is not admitted (without inspection)',
      'true: day of the last entry lies on or after November 1, 2020 (2021-01-05)',
      'unknown: open question border-re-entry (not answered by an attorney)',
    ]);
  });

  it('would go elsewhere with one fact otherwise', () => {
    const changes = explanation.nearest.map(({ path, change, lane }) => [path, change, lane]);
    expect(changes).toContainEqual(['lastEntry.on', 'before 2020-11-01, instead of 2021-01-05', 'own-motion']);
    expect(changes).toContainEqual(['respondentPosition', 'opposes, instead of consents', 'none']);
  });
});

describe('evidence', () => {
  it('names the update with source, sequence, provenance and the day of the entry, else of the event', () => {
    const dated = acceptedUpdate(1, { stage: 'pending' });
    const { update } = acceptedUpdate(2, { detained: true }, { source: 'urn:docket:ero', provenance: 'third-party' });
    const entered = { ...update, data: { ...update.data, entry: { code: 'custody', on: '2021-05-03' } } };
    const { facts } = explained([dated, { update: entered, contentHash: 'f'.repeat(64) }]);
    expect(facts.map(({ path, update: by }) => [path, by])).toEqual([
      ['stage', expect.objectContaining({ source: 'urn:docket:eoir', sequence: 1, on: '2021-06-01' })],
      [
        'detained',
        {
          source: 'urn:docket:ero',
          id: update.id,
          sequence: 2,
          provenance: 'third-party',
          on: '2021-05-03',
          entry: 'custody',
          contentHash: 'f'.repeat(64),
        },
      ],
    ]);
  });

  it('of a prohibited source alone raises a ground, and is absent where a priority looks for it', () => {
    const tip = { birthDate: '2004-05', gang: { intentional: true }, humanitarian: { victimOfSeriousCrime: true } };
    const explanation = explained([
      ...ordinaryWith(),
      acceptedUpdate(9, tip, { source: 'urn:tip-line', provenance: 'prohibited' }),
    ]);
    expect(explanation.restricted).toBe(true);
    const only = explanation.facts.filter(({ prohibitedOnly }) => prohibitedOnly).map(({ path }) => path);
    expect(only).toEqual(['birthDate', 'gang.intentional', 'humanitarian.victimOfSeriousCrime']);
    const ground = explanation.rules.find(({ rule }) => rule === 'humanitarian');
    expect(ground?.readings.map(({ withProhibited, holds }) => [withProhibited, holds])).toEqual([[true, true]]);
    expect(ground?.restsOn.every(({ update, prohibitedOnly }) => prohibitedOnly && update)).toBeTruthy();
    expect(found(rootOf(explanation, 'public-safety'))).toContain(
      'false: gang participation on record (said only by a prohibited source)',
    );
    expect(explanation.nearest.map(({ change }) => change)).toContain('said by another source as well');
  });

  it('shows both readings of a ground that each leaves open', () => {
    const explanation = explained([
      ...ordinaryWith({ humanitarian: { arrivedAsYoungChild: true } }),
      acceptedUpdate(
        9,
        { humanitarian: { collateralLitigation: { significant: true } } },
        { source: 'urn:tip-line', provenance: 'prohibited' },
      ),
    ]);
    const ground = explanation.rules.find(({ rule }) => rule === 'humanitarian');
    expect(ground?.readings.map(({ withProhibited, holds }) => [withProhibited, holds])).toEqual([
      [false, 'unknown'],
      [true, 'unknown'],
    ]);
    expect(explanation.missing.map(({ path }) => path)).toEqual([
      'humanitarian.continuousSinceArrival',
      'humanitarian.collateralLitigation.nonFrivolous',
    ]);
  });
});

describe('sources that disagree', () => {
  it('stand side by side, with why the one stands', () => {
    const { disagreements } = explained([
      acceptedUpdate(1, { birthDate: '1990-01-01', stage: 'pending', detained: true }),
      acceptedUpdate(4, { birthDate: '1991', hearing: { on: '2021-09-01', kind: 'master' } }, { source: 'urn:b' }),
      acceptedUpdate(4, { stage: 'ended', hearing: null }, { source: 'urn:c' }),
      acceptedUpdate(4, { stage: 'on-appeal' }, { source: 'urn:d' }),
      acceptedUpdate(9, { detained: false }, { source: 'urn:tip-line', provenance: 'prohibited' }),
    ]);
    const shown = disagreements.map(({ path, because, statements }) => [
      path,
      because,
      statements.map(({ told, update, stands }) => `${stands ? '> ' : ''}${told} ${update.source}`),
    ]);
    expect(shown).toEqual([
      ['stage', 'same-sequence-higher-source', ['> on appeal urn:d', 'ended urn:c', 'pending urn:docket:eoir']],
      ['detained', 'not-from-a-prohibited-source', ['> yes urn:docket:eoir', 'no urn:tip-line']],
      [
        'hearing',
        'same-sequence-higher-source',
        ['> retracted urn:c', 'day of the next hearing: 2021-09-01; kind of the next hearing: master urn:b'],
      ],
      ['birthDate', 'higher-sequence', ['> 1991 urn:b', '1990-01-01 urn:docket:eoir']],
    ]);
  });

  it('are not made of one source that changed its mind, nor of two that agree', () => {
    const { disagreements } = explained([
      acceptedUpdate(1, { stage: 'pending', detained: false }),
      acceptedUpdate(2, { stage: 'ended' }),
      acceptedUpdate(3, { detained: false }, { source: 'urn:b' }),
    ]);
    expect(disagreements).toEqual([]);
  });

  it('count a group that another source retracts', () => {
    const { disagreements } = explained([
      acceptedUpdate(1, { gang: { from: '2019' } }),
      acceptedUpdate(2, { gang: null }, { source: 'urn:b' }),
    ]);
    expect(disagreements.map(({ path, statements }) => [path, statements.map(({ told }) => told)])).toEqual([
      ['gang.from', ['retracted', '2019']],
    ]);
  });

  it('do not lower the mark of protected information', () => {
    const { disagreements, restricted } = explained([
      acceptedUpdate(1, { protected1367: true }),
      acceptedUpdate(2, { protected1367: false }, { source: 'urn:b' }),
    ]);
    expect(restricted).toBe(true);
    expect(disagreements.map(({ because, statements }) => [because, statements.map(({ told }) => told)])).toEqual([
      ['protection-stands', ['yes', 'no']],
    ]);
  });
});

describe('a missing fact', () => {
  it('that is a background check says what the check may show', () => {
    const missing = missingAt(explained([acceptedUpdate(1, without('backgroundCheckedOn'))]), 'backgroundCheckedOn');
    expect(answersOf(missing)).toEqual([
      [`a check dated ${AS_OF}, and nothing further recorded`, 'triage'],
      [expect.stringContaining('terrorism or espionage: engaged'), 'none'],
      [`a check dated ${AS_OF}, and a conviction of which nothing more is known`, 'triage'],
      [expect.stringContaining('a finding of threat'), 'none'],
    ]);
    expect(missing.answers[2]?.raises).toContain('convictions.found.disposition');
  });

  it('that is the conviction behind a charge is answered by that conviction', () => {
    const explanation = explained(
      ordinaryWith({ ntaCharges: { n1: { code: '237(a)(2)(A)(iii)', status: 'sustained' } } }, approved, {
        threatFinding: { poses: true, on: '2021-06-10' },
      }),
    );
    const missing = missingAt(explanation, 'convictions');
    expect(answersOf(missing)).toEqual([
      ['the conviction behind charge n1 is recorded and final: an aggravated felony', 'supervisor'],
      ['the conviction behind charge n1 is recorded and final: not an aggravated felony', 'own-motion'],
    ]);
  });

  it('that is a date is answered on each side of the days on which the rules turn', () => {
    const missing = missingAt(
      explained([acceptedUpdate(1, without('firstPresence', 'apprehension'))]),
      'firstPresence',
    );
    expect(answersOf(missing)).toEqual([
      ['before 2020-11-01', 'triage'],
      ['on or after 2020-11-01', 'none'],
    ]);
    expect(missing.answers[1]?.asserts).toEqual([{ firstPresence: '2020-11-01' }]);
  });

  it('that is recorded in part is answered within it', () => {
    const missing = missingAt(
      explained([acceptedUpdate(1, { ...without('firstPresence', 'apprehension'), firstPresence: '2020' })]),
      'firstPresence',
    );
    expect(missing).toMatchObject({ recorded: '2020', told: '2020' });
    expect(answersOf(missing).map(([answer]) => answer)).toEqual([
      'from 2020-01-01 to 2020-10-31',
      'from 2020-11-01 to 2020-12-31',
    ]);
  });

  it('that is part of a fact leaves the other parts as they are', () => {
    const explanation = explained(ordinaryWith({ relief: { r1: { kind: 'i-130', status: 'approved' } } }));
    const missing = missingAt(explanation, 'relief.r1.visaAvailable');
    expect(answersOf(missing)).toEqual([
      ['yes', 'own-motion'],
      ['no', 'triage'],
    ]);
    expect(missing.answers[0]?.asserts).toEqual([approved]);
  });

  it('that is an arrest is told by place, day and attempt, no finer than it matters', () => {
    const missing = missingAt(explained([acceptedUpdate(1, without('firstPresence', 'apprehension'))]), 'apprehension');
    expect(answersOf(missing)).toContainEqual([
      'place of the arrest: border or port of entry; day of the arrest: on or after 2020-11-01; ' +
        'arrested while attempting to enter unlawfully: yes',
      'none',
    ]);
    expect(missing.answers.flatMap(({ asserts }) => asserts)).toHaveLength(12);
  });

  it('that decides only beside others says with which', () => {
    const explanation = explained(ordinaryWith({ convictions: { c1: { offense: 'theft' } } }));
    const missing = missingAt(explanation, 'convictions.c1.disposition');
    expect(missing.turnsLane).toBe('together');
    expect(missing.given?.map(({ path, answer, asserts }) => [path, answer, asserts])).toEqual([
      ['convictions.c1.aggravatedFelony', 'yes', { convictions: { c1: { offense: 'theft', aggravatedFelony: true } } }],
      ['threatFinding', 'found to pose a threat: yes', { threatFinding: { poses: true, on: AS_OF } }],
    ]);
    expect(missing.answersThen?.map(({ answer, leadsTo }) => [answer, leadsTo.lane])).toEqual([
      ['final or expunged', 'none'],
      ['on direct appeal', 'triage'],
      ['vacated for legal defect or juvenile adjudication', 'triage'],
    ]);
  });

  it('that would add a joint motion to reopen says so', () => {
    const explanation = explained(
      ordinaryWith({ stage: 'final-order', relief: { r1: { kind: 'tps', status: 'pending' } } }),
    );
    const { answers } = missingAt(explanation, 'relief.r1.primaFacie');
    expect(answers.map(({ leadsTo }) => leadsTo)).toEqual([
      { lane: 'none', priority: 'none', joinsReopening: true },
      { lane: 'none', priority: 'none', joinsReopening: false },
    ]);
  });

  it('that is a pregnancy recorded long ago is answered anew, or taken off', () => {
    const explanation = explained(ordinaryWith({ humanitarian: { pregnantAsOf: '2020-01-01' } }));
    expect(answersOf(missingAt(explanation, 'humanitarian.pregnantAsOf'))).toEqual([
      [`recorded again on ${AS_OF}`, 'own-motion'],
      ['taken off the record', 'triage'],
    ]);
  });
});

describe('the answer', () => {
  it('is said with the row of the lane table, the paragraph and the text behind each suggestion', () => {
    const explanation = explained(ordinaryWith(approved));
    expect(explanation.laneBecause).toContain('a ground holds');
    expect(explanation.suggestions.map(({ id }) => id)).toEqual(explanation.classification.actions);
    expect(explanation.suggestions[0]?.cite).toMatch(/^8 CFR 239\.2\(a\)\(7\)/);
    expect(explanation.policy).toMatchObject({ status: 'in-force', since: '2021-05-27' });
  });

  it('needs no words of the instrument beside its rules', () => {
    const office = { ...opla20220403, id: 'an-office' };
    const explanation = explained(ordinaryWith({ lastEntry: { on: '2021-01-05', manner: 'paroled' } }), AS_OF, office);
    expect(explanation.suggestions.every(({ id, says }) => id === says)).toBe(true);
    expect(explanation.policy).not.toHaveProperty('since');
  });

  it('stands for a case of which nothing is known', () => {
    const explanation = explained([acceptedUpdate(1, {})]);
    expect(explanation.facts).toEqual([]);
    expect(explanation.missing.map(({ path }) => path)).toEqual(explanation.classification.needs);
  });

  it.each([
    ['the first day', '0001-01-01', '0001'],
    ['the last day', '9999-12-31', '9999-12-31'],
    ['a birth in the far future', '2021-06-15', '9990'],
    ['a birth long ago', '9999-12-31', '0001-01-01'],
  ])('stands at the ends of the calendar: %s', (_what, asOf, birthDate) => {
    const facts: AssertedFacts = {
      ...without('firstPresence'),
      birthDate,
      firstPresence: '9999',
      gang: { intentional: true },
    };
    expect(explained([acceptedUpdate(1, facts)], asOf).classification.asOf).toBe(asOf);
  });
});
