/** What an explanation says of cases that an attorney would bring. */
import { describe, expect, it } from 'vitest';
import type { AssertedFacts } from '../../../events/facts.ts';
import {
  AS_OF,
  answersOf,
  approved,
  explained,
  found,
  missingAt,
  ordinaryWith,
  rootOf,
  without,
} from '../../../test/explanation/explained.ts';
import { acceptedUpdate } from '../../../test/explanation/random-updates.ts';
import { opla20220403 } from '../opla-2022-04-03/instrument.ts';

describe('a threat to public safety of which nobody has found anything', () => {
  const publicSafetyIn = (...told: AssertedFacts[]) =>
    found(
      rootOf(
        explained([
          acceptedUpdate(1, without('backgroundCheckedOn')),
          ...told.map((facts, i) => acceptedUpdate(i + 2, facts)),
        ]),
        'public-safety',
      ),
    );

  it('is not told as found', () => {
    const told = publicSafetyIn();
    expect(told).toContain('true: nothing on record denies: found to pose a threat (not recorded)');
    expect(told.filter((line) => /^true: (found|not so)/.test(line))).toEqual([]);
  });

  it('is told as found once a person has found it', () => {
    expect(publicSafetyIn({ threatFinding: { poses: true, on: AS_OF } })).toContain('true: found to pose a threat');
  });
});

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
      expect.stringMatching(/^true: came before/),
      'true: first known presence lies before November 1, 2020 (2010-05-01)',
      expect.stringMatching(/^true: came back on or after/),
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

describe('the answer', () => {
  it('is said with the row of the lane table, the paragraph and the text behind each suggestion', () => {
    const explanation = explained(ordinaryWith(approved));
    expect(explanation.laneBecause).toContain('a ground holds');
    expect(explanation.suggestions.map(({ id }) => id)).toEqual(explanation.classification.actions);
    expect(explanation.suggestions[0]?.cite).toMatch(/^8 CFR 239\.2\(a\)\(7\)/);
    expect(explanation.policy).toMatchObject({ status: 'in-force', since: '2021-05-27' });
  });

  it('needs no words of the instrument beside its rules', () => {
    const suggest = () => ({ actions: ['dismiss', 'write-a-letter'], notices: ['restricted', 'letter-due'] });
    const office = { ...opla20220403, id: 'an-office', suggest };
    const explanation = explained(ordinaryWith({ lastEntry: { on: '2021-01-05', manner: 'paroled' } }), AS_OF, office);
    // What other instruments suggest too is said in their words and without their citation; the rest by its code.
    expect(explanation.suggestions).toEqual([
      { id: 'dismiss', says: 'Move to dismiss without prejudice.' },
      { id: 'write-a-letter', says: 'write-a-letter' },
    ]);
    expect(explanation.notices.map(({ id, says }) => id === says)).toEqual([false, true]);
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
