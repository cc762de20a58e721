import { describe, expect, it } from 'vitest';
import type { Instrument } from '../instruments.ts';
import { opla20210527 } from '../opla-2021-05-27/instrument.ts';
import { words } from '../opla-2021-05-27/words.ts';
import { policyDocument } from './policy-document.ts';
import { policyMarkdown } from './policy-markdown.ts';

const document = policyDocument(opla20210527, words);
const sectionOf = (id: string) => {
  const found = [...document.priorities, ...document.grounds].find((section) => section.id === id);
  if (found === undefined) throw new Error(`no section ${id}`);
  return found;
};

describe('an instrument as a document', () => {
  it('tells when each status began and ended', () => {
    expect(document.periods.map(({ from, until, status }) => [from, until, status])).toEqual([
      ['2021-05-27', '2021-08-20', 'in-force'],
      ['2021-08-20', '2022-04-25', 'suspended'],
      ['2022-04-25', undefined, 'superseded'],
    ]);
  });

  it('lists the numbers a rule turns on, also the one by which silence is read', () => {
    const named = (id: string) => sectionOf(id).parameters.map(({ name, basis }) => `${name}: ${basis}`);
    expect(named('national-security')).toEqual(['backgroundCheck: product']);
    expect(named('public-safety')).toEqual(['foreignConviction: statute', 'gangAge: memo', 'backgroundCheck: product']);
    expect(named('border-security')).toEqual(['borderCutOff: memo']);
    expect(named('humanitarian')).toEqual([
      'minorAge: ordinary-meaning',
      'pregnancyRecord: product',
      'elderlyPrompt: product',
    ]);
    expect(named('other')).toEqual([]);
  });

  it('lists the questions a rule leaves open, each with what its answers do', () => {
    expect(sectionOf('border-security').questions.map(({ id, answers }) => [id, Object.keys(answers)])).toEqual([
      ['border-re-entry', ['any-earlier-presence', 'present-stay']],
      ['border-admitted', ['literal', 'unlawful-entry-only']],
    ]);
    expect(sectionOf('military').questions).toHaveLength(1);
  });

  it('lists the facts a rule reads, each with its meaning in the event schema', () => {
    expect(sectionOf('military').facts).toEqual([
      { path: 'militaryService.*.service', meaning: 'Whether the member serves now.' },
      { path: 'militaryService.*.discharge', meaning: 'Discharge of a former member; absent is unknown.' },
      { path: 'militaryService.*.who', meaning: 'The member, as related to the respondent.' },
    ]);
    const paths = (id: string) => sectionOf(id).facts.map(({ path }) => path);
    expect(paths('national-security')).toContain('backgroundCheckedOn');
    expect(paths('public-safety')).toEqual(expect.arrayContaining(['convictions.*.charge', 'convictions', 'gang.to']));
    const meanings = [...document.priorities, ...document.grounds].flatMap(({ facts }) => facts);
    expect(meanings.filter(({ meaning }) => meaning === '')).toEqual([]);
  });

  it('carries the worked cases and the statements of the text it is given', () => {
    const cases = { other: { true: [{ id: 'C1', title: 'Approved' }], false: [], unknown: [] } };
    const item = {
      id: '1.1',
      says: 'Only if approved.',
      known: 'two-sources',
      rules: ['other'],
      cases: ['C1'],
    } as const;
    const given = policyDocument(opla20210527, words, { cases, textSections: [{ title: 'Text', items: [item] }] });
    const page = policyMarkdown(given);
    expect(page).toContain('- *yes* in 1: C1 “Approved”');
    expect(page).toContain('| 1.1 | Only if approved. | two sources | `other` | C1 |  |');
  });
});

describe('the page of an instrument that says nothing beside its rules', () => {
  const silent: Instrument = { ...opla20210527, grounds: [], parameters: {}, laneRows: [] };
  const page = policyMarkdown(
    policyDocument(silent, {
      about: [],
      questions: {},
      terms: {},
      laneNotes: [],
      actions: {},
      notices: {},
    }),
  );

  it('still has its rules, their repeated parts numbered', () => {
    expect(page).toContain('### Border security');
    expect(page).toContain('*part 1*');
    expect(page).not.toMatch(/undefined|## Grounds|## Where a court|## Every statement|is \*\*valid\*\*/);
  });

  it('says that it suggests nothing', () => {
    expect(page).toContain('The instrument suggests no action.');
  });
});
