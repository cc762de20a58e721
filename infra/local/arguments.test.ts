import { expect, test } from 'vitest';
import { readArguments } from './arguments.ts';

test.each([
  { args: [], expected: { kind: 'run', fresh: false, once: false } },
  { args: ['--fresh', '--once'], expected: { kind: 'run', fresh: true, once: true } },
  { args: ['-h'], expected: { kind: 'help' } },
])('$args', ({ args, expected }) => {
  expect(readArguments(args)).toEqual(expected);
});

test.each([
  { args: ['--frsh'], says: "Unknown option '--frsh'" },
  { args: ['now'], says: "Unexpected argument 'now'" },
  { args: ['--once=yes'], says: '--once' },
])('$args is refused in one line that names it', ({ args, says }) => {
  const read = readArguments(args);
  expect(read).toMatchObject({ kind: 'refused', message: expect.stringContaining(says) });
  expect(read.kind === 'refused' && read.message).not.toContain('\n');
});
