import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesOf } from './lines.ts';

const LIMIT = 8;

async function split(...chunks: (string | Uint8Array)[]): Promise<[number, string][]> {
  async function* input() {
    for (const chunk of chunks) yield Buffer.from(chunk);
  }
  const lines: [number, string][] = [];
  for await (const batch of linesOf(input(), LIMIT, new AbortController().signal)) {
    for (const line of batch) lines.push([line.number, Buffer.from(line.bytes).toString('latin1')]);
  }
  return lines;
}

describe('lines of a byte stream', () => {
  it('are numbered from 1, the last one with or without an ending', async () => {
    expect(await split('a\nbc\n')).toEqual([
      [1, 'a'],
      [2, 'bc'],
    ]);
    expect(await split('a\nbc')).toEqual([
      [1, 'a'],
      [2, 'bc'],
    ]);
    expect(await split('')).toEqual([]);
  });

  it('skip empty ones and go on counting', async () => {
    expect(await split('a\n\n\r\nb\n\n')).toEqual([
      [1, 'a'],
      [4, 'b'],
    ]);
  });

  it('end with CRLF as well, wherever the chunk is cut, and lose one carriage return only', async () => {
    expect(await split('a\r', '\nb\r\r\n')).toEqual([
      [1, 'a'],
      [2, 'b\r'],
    ]);
  });

  it('keep their bytes, valid UTF-8 or not', async () => {
    expect(await split(Uint8Array.of(0xff, 0xc3, 0x0a, 0xa9))).toEqual([
      [1, '\xff\xc3'],
      [2, '\xa9'],
    ]);
  });

  it('are whole up to the limit and one byte longer beyond it, with either ending', async () => {
    expect(await split('12345678\n12345678\r\n')).toEqual([
      [1, '12345678'],
      [2, '12345678'],
    ]);
    expect(await split('123456789\n1234567890123\r\nx')).toEqual([
      [1, '123456789'],
      [2, '123456789'],
      [3, 'x'],
    ]);
    expect(await split('12345678\r')).toEqual([[1, '12345678']]);
    expect(await split('12345678\r\rx\n')).toEqual([[1, '12345678\r']]);
  });

  it('hold no more than the limit of a line that never ends', async () => {
    let before = 0;
    async function* endless() {
      const chunk = new Uint8Array(1_000_000).fill(0x78);
      for (let n = 0; n < 200; n += 1) {
        if (n === 20) before = process.memoryUsage().arrayBuffers;
        yield chunk;
      }
      expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000);
    }
    const lines = [];
    for await (const batch of linesOf(endless(), LIMIT, new AbortController().signal)) lines.push(...batch);
    expect(lines.map((line) => line.bytes.length)).toEqual([LIMIT + 1]);
  });

  it('end with the last whole one when the reading is interrupted: what was cut off is no line', async () => {
    const interruption = new AbortController();
    async function* input() {
      yield Buffer.from('a\nbc');
      interruption.abort();
      yield Buffer.from('d\n');
    }
    const lines = [];
    for await (const batch of linesOf(input(), LIMIT, interruption.signal)) lines.push(...batch);
    expect(lines.map(({ number, bytes }) => [number, Buffer.from(bytes).toString()])).toEqual([[1, 'a']]);
  });

  it('are the same however the stream is cut into chunks', async () => {
    const text = fc.array(fc.constantFrom('a', 'bc', '\n', '\r', '\r\n', '1234567', '123456789'), { maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(text, fc.array(fc.nat(60), { maxLength: 6 }), async (parts, cuts) => {
        const whole = parts.join('');
        const places = [0, ...cuts.map((cut) => Math.min(cut, whole.length)).sort((a, b) => a - b), whole.length];
        const chunks = places.slice(1).map((end, index) => whole.slice(places[index], end));
        expect(await split(...chunks)).toEqual(await split(whole));
      }),
    );
  });
});
