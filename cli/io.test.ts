/** Output to a reader that is slower than the program. */
import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { outputTo } from './io.ts';

test('waiting for a slow reader leaves nothing behind on the stream, however often', async () => {
  const stream = new Writable({ highWaterMark: 1, write: (_chunk, _encoding, done) => void setImmediate(done) });
  const listeners = () => ['drain', 'close', 'error'].map((name) => stream.listenerCount(name));
  const before = listeners();
  const output = outputTo(stream);
  for (let writes = 0; writes < 20; writes += 1) await output.write('a line');
  expect(listeners()).toEqual(before);
});

test('a stream that closes while it is waited for is waited for no longer', async () => {
  const stream = new Writable({ highWaterMark: 1, write: () => {} });
  const writing = outputTo(stream).write('a line');
  stream.destroy();
  await expect(writing).resolves.toBeUndefined();
});
