/** The classification of a case as the contract writes it out. Contract, section 3. */
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { describe, expect, it } from 'vitest';
import type { Facts } from '../../events/facts.ts';
import {
  type Asked,
  answerTo,
  begun,
  felon,
  ill,
  newlyHere,
  ordinary,
  threat,
} from '../../test/rules/ordinary-case.ts';
import type { Classification } from './classification.ts';
import { opla20210527 } from './opla-2021-05-27/instrument.ts';

describe('the form of an answer', () => {
  it('has its members in the order of the contract', () => {
    expect(Object.keys(answerTo({ ...ordinary, ...ill }))).toEqual([
      'caseId',
      'policy',
      'policyStatus',
      'asOf',
      'priority',
      'priorities',
      'grounds',
      'lane',
      'actions',
      'dismissParagraph',
      'needs',
      'notices',
      'because',
      'digest',
    ]);
    expect(Object.keys(answerTo(ordinary))).not.toContain('dismissParagraph');
  });

  it('names the case, the instrument and its status on the day', () => {
    const facts = { ...ordinary, ...ill };
    expect(answerTo(facts)).toMatchObject({
      caseId: 'A-CASE-0001',
      policy: 'opla-2021-05-27',
      policyStatus: 'in-force',
    });
    expect(answerTo(facts, { asOf: '2021-08-20' })).toMatchObject({ policyStatus: 'suspended', asOf: '2021-08-20' });
  });

  it('says of each rule true, false or unknown', () => {
    const { priorities, grounds } = answerTo({ ...ordinary, ...ill, ...felon, lawfulStatus: { kind: 'lpr' } });
    expect(priorities).toEqual({
      'national-security': false,
      'public-safety': 'unknown',
      'border-security': false,
      other: false,
    });
    expect(grounds).toEqual({
      military: false,
      'likely-relief': false,
      humanitarian: true,
      'law-enforcement-interest': false,
      'long-term-resident': 'unknown',
      'legal-insufficiency': false,
    });
  });
});

describe('the priority that is named', () => {
  const security: Facts = { nationalSecurity: { terrorismOrEspionage: 'suspected' } };
  const approved: Facts = { otherPriorityApproval: { by: 'field-office-director', on: '2021-06-01' } };
  it.each<[given: string, facts: Facts, priority: string]>([
    ['none', {}, 'none'],
    ['all four', { ...security, ...felon, ...threat, ...newlyHere, ...approved }, 'national-security'],
    ['all but national security', { ...felon, ...threat, ...newlyHere, ...approved }, 'public-safety'],
    ['border security and another', { ...newlyHere, ...approved }, 'border-security'],
    ['another', approved, 'other'],
    ['another, and public safety unknown', { ...felon, ...approved }, 'other'],
    ['public safety unknown', felon, 'undetermined'],
  ])('%s', (_, facts, priority) => {
    expect(answerTo({ ...ordinary, ...facts }).priority).toBe(priority);
  });
});

describe('the digest', () => {
  const digestOf = (answer: Classification) => {
    const covered = Object.entries(answer).filter(([name]) => name !== 'digest' && name !== 'asOf');
    const text = canonicalize(Object.fromEntries(covered)) ?? '';
    return `sha256:${createHash('sha256').update(text).digest('hex')}`;
  };

  it.each<[given: string, answer: Classification]>([
    ['nothing', answerTo(ordinary)],
    ['a ground', answerTo({ ...ordinary, ...ill })],
    ['facts missing', answerTo({ ...ordinary, ...begun, ...felon })],
    ['a prohibited source', answerTo(ordinary, { prohibited: { deceased: true } })],
  ])('is the hash of the answer but for the day: %s', (_, answer) => {
    expect(answer.digest).toBe(digestOf(answer));
  });

  it('is the same on another day with the same answer', () => {
    const [today, tomorrow] = ['2021-06-15', '2021-06-16'].map((asOf) => answerTo({ ...ordinary, ...ill }, { asOf }));
    expect(tomorrow).toEqual({ ...today, asOf: '2021-06-16' });
  });

  it.each<[what: string, facts: Facts, asked?: Asked]>([
    ['the case', {}, { caseId: 'A-CASE-0002' }],
    ['the status of the instrument', {}, { asOf: '2021-08-20' }],
    ['a priority', newlyHere],
    ['a ground', { militaryService: { m: { who: 'self', service: 'current' } } }],
    ['the lane', { aggravating: { fraud: true } }],
    ['the actions', { detained: true }],
    ['the paragraph', { removable: false }],
    ['the needs', felon],
    ['the notices', { protected1367: true }],
    ['the evidence alone', { humanitarian: { primaryCaregiver: true } }],
  ])('changes with %s', (_, facts, asked) => {
    expect(answerTo({ ...ordinary, ...ill, ...facts }, asked).digest).not.toBe(
      answerTo({ ...ordinary, ...ill }).digest,
    );
  });
});

describe('the reasons', () => {
  const reasons = ({ because }: Classification) => because.map(({ rule, holds }) => [rule, holds]);

  it('name every priority, and the grounds that hold or may hold, in the order of the instrument', () => {
    expect(reasons(answerTo(ordinary))).toEqual([
      ['national-security', false],
      ['public-safety', false],
      ['border-security', false],
      ['other', false],
    ]);
    const facts: Facts = {
      ...ordinary,
      ...felon,
      ...begun,
      removable: false,
      cooperation: { assisting: true },
      militaryService: { m: { who: 'sibling', service: 'current' } },
    };
    expect(reasons(answerTo(facts))).toEqual([
      ['national-security', false],
      ['public-safety', 'unknown'],
      ['border-security', false],
      ['other', false],
      ['military', 'unknown'],
      ['humanitarian', 'unknown'],
      ['law-enforcement-interest', true],
      ['legal-insufficiency', true],
    ]);
  });

  it('carry the sentence of law and its citation', () => {
    const rules = [...opla20210527.priorities, ...opla20210527.grounds];
    for (const { rule, cite, text } of answerTo({ ...ordinary, ...ill }).because) {
      expect(rules.find(({ id }) => id === rule)).toMatchObject({ cite, text });
    }
  });

  it.each<[given: string, facts: Facts, rule: string, named: string[]]>([
    ['the arrest that keeps border security away', {}, 'border-security', ['apprehension.on']],
    ['the factor that raises a ground', ill, 'humanitarian', ['humanitarian.seriousHealthCondition']],
    ['what would complete a ground', begun, 'humanitarian', ['humanitarian.continuousSinceArrival']],
    ['the finding that is missing', felon, 'public-safety', ['threatFinding']],
    [
      'what is missing where nothing is on file',
      { backgroundCheckedOn: '2019' },
      'national-security',
      ['backgroundCheckedOn'],
    ],
  ])('name %s', (_, facts, rule, named) => {
    const reason = answerTo({ ...ordinary, ...facts }).because.find((one) => one.rule === rule);
    expect(reason?.facts).toEqual(expect.arrayContaining(named));
  });
});
