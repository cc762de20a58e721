/** The samples of flag events are what the schema says, and what must never be announced has no place in it. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { FLAG_EVENT_TYPES, flagEvents } from './flag-events.ts';

const folder = new URL('flag-samples/', import.meta.url);
const samples = readdirSync(folder).map((name) => ({
  name: name.replace(/\.json$/, ''),
  event: JSON.parse(readFileSync(new URL(name, folder), 'utf8')),
}));

function sample(name: string) {
  const found = samples.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no sample ${name}`);
  return found.event;
}

describe('samples', () => {
  test.each(samples)('$name is an event as it stands', ({ event }) => {
    expect(flagEvents.parse(event)).toEqual(event);
  });

  test.each(samples)('$name is named for its type and by its case, version and type', ({ name, event }) => {
    const [word = ''] = name.split('-');
    expect(event.type).toBe(`own-motion.flag-${word}.v1`);
    expect(event.id).toBe(`${event.subject}.${event.data.sequence}.flag-${word}`);
  });

  test('show every type', () => {
    expect(new Set(samples.map(({ event }) => event.type))).toEqual(new Set(Object.values(FLAG_EVENT_TYPES)));
  });
});

describe('no event', () => {
  const { data: raised } = sample('raised');
  test.each([
    ['names a person', sample('decided'), { by: 'anna' }],
    ['gives a reason', sample('decided'), { reason: 'because' }],
    ['tells a ground', sample('raised'), { grounds: ['military'] }],
    ['tells that a case is restricted', sample('raised'), { restricted: true }],
    ['tells facts', sample('raised'), { hearing: { on: '2021-09-01', kind: 'master' } }],
    ['tells why a flag was withdrawn', sample('withdrawn'), { reason: 'ended' }],
    ['stands in a queue that is none', sample('raised'), { lane: 'none' }],
    ['tells an office that is none', sample('raised'), { office: 'UNASSIGNED' }],
    ['decides what nobody can', sample('decided'), { decision: 'approve' }],
  ])('%s', (_what, event, more) => {
    expect(flagEvents.safeParse({ ...event, data: { ...event.data, ...more } }).success).toBe(false);
  });

  test('is without its lane or its sequence', () => {
    for (const missing of ['lane', 'sequence']) {
      const { [missing]: _, ...data } = raised;
      expect(flagEvents.safeParse({ ...sample('raised'), data }).success).toBe(false);
    }
  });
});
