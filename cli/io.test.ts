import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { outputTo } from './io.ts';

describe('the output of the process', () => {
  const streamOf = (size: { columns?: number; rows?: number }) =>
    Object.assign(new Writable({ write: (_chunk, _encoding, done) => done() }), { isTTY: true, ...size });

  it('has the size of its terminal, as it is now', () => {
    const stream = streamOf({ columns: 60, rows: 20 });
    const out = outputTo(stream);
    expect([out.columns, out.rows]).toEqual([60, 20]);
    stream.columns = 100;
    expect(out.columns).toBe(100);
  });

  it.each([
    ['that is no terminal', {}],
    ['of a terminal that does not know its size, and says none', { columns: 0, rows: 0 }],
  ])('has the size of a page %s', (_, size) => {
    const out = outputTo(streamOf(size));
    expect([out.columns, out.rows]).toEqual([80, 60]);
  });
});
