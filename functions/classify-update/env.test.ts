import { expect, test } from 'vitest';
import { parseEnv } from './env.ts';

const good = {
  CASE_TABLE_NAME: 'cases',
  QUARANTINE_TABLE_NAME: 'quarantine',
  CASE_KEY_SECRET_ID: 'arn:of:the:secret',
  INSTRUMENT_ID: 'opla-2021-05-27',
  QUEUE_SHARDS: '4',
};

test('a full environment is read, numbers as numbers', () => {
  expect(parseEnv({ ...good, PATH: '/bin' })).toEqual({ ...good, QUEUE_SHARDS: 4 });
  expect(parseEnv({ ...good, AS_OF: '2021-06-15' }).AS_OF).toBe('2021-06-15');
  expect(parseEnv({ ...good, AS_OF: '' }).AS_OF).toBeUndefined();
  expect(parseEnv({ ...good, SHADOW_INSTRUMENT_ID: '' }).SHADOW_INSTRUMENT_ID).toBeUndefined();
  expect(parseEnv({ ...good, SHADOW_INSTRUMENT_ID: 'ice-2021-02-18' }).SHADOW_INSTRUMENT_ID).toBe('ice-2021-02-18');
});

test('what is missing and what is wrong is named, and no value', () => {
  const { CASE_TABLE_NAME: _cases, INSTRUMENT_ID: _instrument, ...rest } = good;
  const wrong = { ...rest, QUEUE_SHARDS: 'many', AS_OF: '2021-02-30' };
  expect(() => parseEnv(wrong)).toThrow(
    'environment of classify-update: missing: CASE_TABLE_NAME, INSTRUMENT_ID; not usable: QUEUE_SHARDS, AS_OF',
  );
});

test.each(['0', '65', '-1', '4.5', '1e1', '', ' 4'])('%j is no number of shards', (QUEUE_SHARDS) => {
  expect(() => parseEnv({ ...good, QUEUE_SHARDS })).toThrow('not usable: QUEUE_SHARDS');
});
