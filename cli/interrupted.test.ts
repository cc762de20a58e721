/** Ctrl-C reaches a command between two cases, and not only while it reads: the event loop must come to its turn. */
import { describe, expect, it } from 'vitest';
import { AS_OF, clear, page, silent, theInstrument, updateOf } from '../test/cli/case-world.ts';
import { classifyLines } from './classify.ts';
import { explainLines } from './explain.ts';
import { chooseSide } from './policy-choice.ts';

/** The docket of so many cases, and a signal that is given once all of it is read. */
function interruptedAfterReading(cases: number) {
  const interruption = new AbortController();
  async function* input() {
    for (let n = 1; n <= cases; n += 1) yield Buffer.from(`${JSON.stringify(updateOf(`C-${n}`, 1, clear))}\n`);
    setImmediate(() => interruption.abort());
  }
  return { ...silent, input: input(), signal: interruption.signal };
}

const linesIn = (text: string) => text.split('\n').length - 1;

describe('interrupted once the docket is read', () => {
  it('explain stops at the next case', async () => {
    const chosen = await chooseSide('opla-2021-05-27', { modules: [], settings: [] });
    if (chosen.kind === 'refused') throw new Error(chosen.message);
    const out = page();
    const reading = interruptedAfterReading(30);
    const request = { ...reading, side: chosen.side, asOf: AS_OF, caseId: undefined, asJson: true, out, err: page() };
    expect(await explainLines(request)).toEqual({ kind: 'interrupted' });
    expect(linesIn(out.text())).toBeLessThan(5);
  });

  it('classify stops before the last case', async () => {
    const out = page();
    const side = { instrument: theInstrument(), answers: {} };
    const request = { ...interruptedAfterReading(2_000), side, asOf: AS_OF, out, err: page() };
    expect(await classifyLines(request)).toEqual({ kind: 'interrupted' });
    expect(linesIn(out.text())).toBeLessThan(2_000);
  });
});
