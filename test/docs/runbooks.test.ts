/** The runbooks are whole; they and the pages for who deploys name nothing that is not there: no code, metric, output, command or option. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const root = new URL('../../', import.meta.url);
const folder = new URL('docs/runbooks/', root);
const read = (url: URL) => readFileSync(url, 'utf8');
const INDEX = 'README.md';
const names = readdirSync(folder).sort();
const pages = names.map((name) => ({ name, text: read(new URL(name, folder)) }));
const runbooks = pages.filter(({ name }) => name !== INDEX);
const documents = new URL('docs/', root);
const forWhoDeploys = ['deploy.md', 'security.md'].map((name) => ({ name, text: read(new URL(name, documents)) }));

function sources(path: string): string {
  const found = readdirSync(new URL(path, root), { recursive: true, encoding: 'utf8' });
  const shipped = found.filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts')).sort();
  return shipped.map((name) => read(new URL(path + name, root))).join('\n');
}
const functions = sources('functions/');
const commandLine = sources('cli/');
const stacks = sources('infra/stacks/');

/** Metrics that AWS keeps of its services, as its documents name them. */
const AWS_METRICS = new Set([
  'ApproximateAgeOfOldestMessage',
  'ApproximateNumberOfMessagesVisible',
  'ConcurrentExecutions',
  'IteratorAge',
  'NumberOfMessagesSent',
  'ReadThrottleEvents',
  'WriteThrottleEvents',
]);

const matches = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = '']) => found);

test('the index leads to every runbook', () => {
  const listed = pages
    .filter(({ name }) => name === INDEX)
    .flatMap(({ text }) => matches(text, /\| \[([\w-]+\.md)\]/g));
  expect(listed.sort()).toEqual(runbooks.map(({ name }) => name));
});

describe.each(runbooks)('$name', ({ text }) => {
  test('has every part, in order', () => {
    expect(matches(text, /^# (.+)$/gm)).toHaveLength(1);
    const parts = [
      '**Alarm.**',
      '**What it means.**',
      '**Whom it reaches.**',
      '**First step.**',
      '## Then',
      '## Do not',
    ];
    const places = [...parts, '## Afterwards'].map((part) => text.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });
});

test('the guide to deploying tells of every stack', () => {
  const guide = forWhoDeploys.find(({ name }) => name === 'deploy.md')?.text ?? '';
  const told = matches(guide, /^\| `(OwnMotion\w+)` \|/gm);
  expect(told).toEqual(matches(read(new URL('infra/stacks/stacks.ts', root)), /\(app, '(OwnMotion\w+)'/g));
});

describe.each([...pages, ...forWhoDeploys])('what $name names', ({ text }) => {
  test('log codes and variables are those of the functions', () => {
    const codes = matches(text, /`([A-Z]+(?:_[A-Z]+)+)`/g);
    expect(codes.filter((code) => !functions.includes(code))).toEqual([]);
  });

  test('metrics are counted by the functions or kept by AWS; other such names are of the stacks', () => {
    const metrics = matches(text, /`([A-Z][a-z]+(?:[A-Z][a-z]+)+)`/g);
    const isThere = (name: string) => functions.includes(`'${name}'`) || stacks.includes(`'${name}'`);
    expect(metrics.filter((name) => !isThere(name) && !AWS_METRICS.has(name))).toEqual([]);
  });

  test('commands and their options are those of the command line', () => {
    const lines = matches(text, /npx own-motion ([^\n`]+)/g);
    const options = lines.flatMap((line) => matches(line, /(--[a-z-]+)/g));
    const commands = lines.flatMap((line) => /^(?:[a-z]+ ?)+/.exec(line)?.[0].trim().split(' ') ?? ['none']);
    expect(commands.filter((word) => !commandLine.includes(`.command('${word}')`))).toEqual([]);
    expect(options.filter((option) => !new RegExp(`'(?:-\\w, )?${option}[ ']`).test(commandLine))).toEqual([]);
  });
});
