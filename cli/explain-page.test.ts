/** What the page of an explanation says, sentence by sentence: an attorney must understand it at first reading. */
import { describe, expect, it } from 'vitest';
import type { AssertedFacts } from '../events/facts.ts';
import { AS_OF, clear, page, silent, updateOf } from '../test/cli/case-world.ts';
import { explainLines } from './explain.ts';
import { chooseSide } from './policy-choice.ts';

async function explain(text: string) {
  const chosen = await chooseSide('opla-2021-05-27', { modules: [], settings: [] });
  if (chosen.kind === 'refused') throw new Error(chosen.message);
  const [out, err] = [page(), page()];
  async function* input() {
    yield Buffer.from(text);
  }
  const request = { ...silent, input: input(), side: chosen.side, asOf: AS_OF, caseId: undefined, asJson: false };
  const outcome = await explainLines({ ...request, out, err });
  return {
    outcome: outcome.kind,
    lines: out.text().split('\n'),
    words: out.text().replaceAll(/\s+/g, ' '),
    err: err.text(),
  };
}

const told = (...facts: AssertedFacts[]) =>
  explain(facts.map((each, i) => `${JSON.stringify(updateOf('A-1', i + 1, each))}\n`).join(''));

describe('the page of an explanation', () => {
  it('names what an answer asks for in its turn, and gives no path of a fact', async () => {
    const { words } = await told({
      ...clear,
      backgroundCheckedOn: null,
      humanitarian: { seriousHealthCondition: true },
    });
    expect(words).toContain('(priority not determined); then asks for disposition of conviction found, ');
    expect(words).not.toContain('convictions.found');
  });

  it('names a reading that an answer asks for by its question', async () => {
    const { firstPresence: _, ...rest } = clear;
    const lastEntry = { on: '2021-04-20', manner: 'without-inspection' } as const;
    const { words } = await told({ ...rest, lastEntry, humanitarian: { seriousHealthCondition: true } });
    expect(words).toContain('then asks for open question border-re-entry');
  });

  it('says once what a rule asks twice in a row', async () => {
    const { lines } = await told({ ...clear, humanitarian: { arrivedAsYoungChild: true } });
    expect(lines.filter((line) => line.includes('yes        came as a young child'))).toHaveLength(1);
  });

  it('says that silence is no for the reason that follows', async () => {
    const { apprehension: _, ...rest } = clear;
    const { words } = await told(rest);
    expect(words).toContain('arrest (not recorded; it is no all the same, since this is proved) yes all of these:');
  });

  it('of a docket without an update says so', async () => {
    expect(await explain('\n')).toMatchObject({
      outcome: 'done',
      words: '',
      err: 'own-motion: the input has no docket update\n',
    });
  });
});
