/** The traceability tables name rules, questions, suggestions and cases that exist, and leave no rule out. */
import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../../shared/policy/document/instrument-words.ts';
import { findInstrument } from '../../../shared/policy/instruments.ts';
import { workedCases } from '../all-cases.ts';
import { textSections } from './text-sections.ts';

describe.each(Object.keys(textSections))('the statements of %s', (id) => {
  const instrument = findInstrument(id);
  const words = wordsOf(id);
  if (instrument === undefined || words === undefined) throw new Error(`no instrument ${id}, or no words for it`);
  const items = (textSections[id] ?? []).flatMap((section) => section.items);
  const rules = [...instrument.priorities, ...instrument.grounds].map((rule) => rule.id);
  const others = [
    ...Object.keys(words.actions).map((name) => `action ${name}`),
    ...Object.keys(words.notices).map((name) => `notice ${name}`),
    ...Object.keys(words.questions).map((name) => `question ${name}`),
    ...Object.keys(instrument.parameters).map((name) => `parameter ${name}`),
    ...(instrument.laneRows ?? []).map((_, i) => `lane row ${i + 1}`),
  ];

  it('are numbered, each once', () => {
    const numbers = items.map((item) => item.id);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('name rules that exist, and every rule', () => {
    const named = new Set(items.flatMap((item) => item.rules));
    expect([...named].sort()).toEqual(rules.toSorted());
  });

  it('name questions, suggestions, notices, parameters and lane rows that exist', () => {
    expect(items.flatMap((item) => item.through ?? []).filter((what) => !others.includes(what))).toEqual([]);
  });

  it('name worked cases that exist', () => {
    const known = (workedCases[id] ?? []).map((golden) => golden.id);
    expect(items.flatMap((item) => item.cases).filter((golden) => !known.includes(golden))).toEqual([]);
  });

  it('say why where there is no rule', () => {
    const silent = items.filter((item) => item.rules.length === 0 && (item.note ?? '') === '');
    expect(silent.map((item) => item.id)).toEqual([]);
  });

  it('bring up every open question', () => {
    const brought = items.flatMap((item) => item.through ?? []).filter((what) => what.startsWith('question '));
    expect([...new Set(brought)].sort()).toEqual(others.filter((what) => what.startsWith('question ')).sort());
  });
});
