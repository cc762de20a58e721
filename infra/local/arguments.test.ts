import { expect, test } from 'vitest';
import { readArguments } from './arguments.ts';

const asUsual = { kind: 'run', fresh: false, mode: 'page', port: { port: 8021, orAnother: true }, tokenLifetimeS: 900 };

test.each([
  { args: [], expected: asUsual },
  { args: ['--fresh', '--once'], expected: { ...asUsual, fresh: true, mode: 'once' } },
  { args: ['--terminal'], expected: { ...asUsual, mode: 'terminal' } },
  { args: ['--port', '9000'], expected: { ...asUsual, port: { port: 9000, orAnother: false } } },
  { args: ['--port=8021'], expected: { ...asUsual, port: { port: 8021, orAnother: false } } },
  { args: ['--token-minutes', '1'], expected: { ...asUsual, tokenLifetimeS: 60 } },
  { args: ['-h'], expected: { kind: 'help' } },
])('$args', ({ args, expected }) => {
  expect(readArguments(args)).toEqual(expected);
});

test.each([
  { args: ['--frsh'], says: "Unknown option '--frsh'" },
  { args: ['now'], says: "Unexpected argument 'now'" },
  { args: ['--once=yes'], says: '--once' },
  { args: ['--once', '--terminal'], says: 'Choose one of --terminal and --once' },
  { args: ['--port'], says: '--port' },
  { args: ['--port', '0'], says: '--port must be a number from 1 to 65535' },
  { args: ['--port', '70000'], says: '--port must be' },
  { args: ['--port', '80a'], says: '--port must be' },
  { args: ['--token-minutes', '0.5'], says: '--token-minutes must be a number from 1 to 1440' },
])('$args is refused in one line that names it', ({ args, says }) => {
  const read = readArguments(args);
  expect(read).toMatchObject({ kind: 'refused', message: expect.stringContaining(says) });
  expect(read.kind === 'refused' && read.message).not.toContain('\n');
});
