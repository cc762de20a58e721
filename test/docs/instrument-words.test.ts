/** What a page says beside the rules agrees with what the program does. */
import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../shared/policy/document/instrument-words.ts';
import { everyNode } from '../../shared/policy/document/parts.ts';
import { termsOf } from '../../shared/policy/document/terms.ts';
import { instruments } from '../../shared/policy/instruments.ts';
import { workedCases } from '../golden/all-cases.ts';
import { everySuggestion } from './every-suggestion.ts';

/** Whether the items stand in the order of the list, each at most once. */
function isInOrder(items: readonly string[], order: readonly string[]): boolean {
  const places = items.map((item) => order.indexOf(item));
  return places.every((place, i) => place >= 0 && (i === 0 || place > (places[i - 1] ?? 0)));
}

describe.each(instruments.map((instrument) => [instrument.id, instrument] as const))(
  'the words of %s',
  (id, instrument) => {
    const words = wordsOf(id);
    if (words === undefined) throw new Error(`no words for ${id}`);
    const rules = [...instrument.priorities, ...instrument.grounds];
    const cases = workedCases[id] ?? [];

    it('put every open question its rules ask, with exactly its answers, and no other', () => {
      const asked = rules.flatMap(({ holds }) => everyNode(holds)).filter((node) => node.op === 'question');
      expect(Object.keys(words.questions).sort()).toEqual([...new Set(asked.map((question) => question.id))].sort());
      for (const question of asked) {
        expect(Object.keys(words.questions[question.id]?.answers ?? {}).sort(), question.id).toEqual(
          Object.keys(question.answers).sort(),
        );
      }
    });

    it('name only parts that its rules have, and every part that a rule repeats', () => {
      for (const rule of rules) {
        const named = words.terms[rule.id] ?? [];
        const { listed } = termsOf(rule.holds, named);
        expect(listed.map(({ name }) => name).sort(), rule.id).toEqual(named.map(({ name }) => name).sort());
      }
      expect(Object.keys(words.terms).filter((rule) => !rules.some((known) => known.id === rule))).toEqual([]);
    });

    it('name the actions and notices that can be suggested, in their order, and no other', () => {
      const suggestions = everySuggestion(instrument);
      const orders = { actions: Object.keys(words.actions), notices: Object.keys(words.notices) };
      for (const kind of ['actions', 'notices'] as const) {
        const order = orders[kind];
        expect(suggestions.filter((suggested) => !isInOrder(suggested[kind], order))).toEqual([]);
        expect(new Set(suggestions.flatMap((suggested) => suggested[kind]))).toEqual(new Set(order));
      }
    });

    it('stand beside a lane table that has every lane a worked case comes to', () => {
      const lanes = (instrument.laneRows ?? []).map(({ lane }) => lane);
      expect(cases.filter(({ expected }) => !lanes.includes(expected.lane))).toEqual([]);
    });
  },
);
