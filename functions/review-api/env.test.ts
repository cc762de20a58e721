import { expect, test } from 'vitest';
import { parseEnv } from './env.ts';

const good = {
  CASE_TABLE_NAME: 'cases',
  CASE_KEY_SECRET_ID: 'arn:of:the:secret',
  INSTRUMENT_ID: 'opla-2021-05-27',
  QUEUE_SHARDS: '4',
  UPDATES_QUEUE_URL: 'https://sqs.us-east-1.amazonaws.com/1/updates',
  OFFICES: 'NYC,LOS',
};

const defaults = {
  CLAIM_LEASE_MINUTES: 30,
  ROLE_CLAIM: 'own_motion_role',
  OFFICES_CLAIM: 'own_motion_offices',
  PROTECTED_CLAIM: 'own_motion_protected',
  HANDLING_BANNER: 'CONTROLLED UNCLASSIFIED INFORMATION - LAW ENFORCEMENT SENSITIVE',
};

test('a full environment is read; what is not set, or set to nothing, is by default', () => {
  const read = { ...good, ...defaults, QUEUE_SHARDS: 4, OFFICES: ['NYC', 'LOS'] };
  expect(parseEnv({ ...good, PATH: '/bin' })).toEqual(read);
  const empty = Object.fromEntries(Object.keys(defaults).map((name) => [name, '']));
  expect(parseEnv({ ...good, ...empty, AS_OF: '' })).toEqual({ ...read, AS_OF: undefined });
  const set = { CLAIM_LEASE_MINUTES: '5', ROLE_CLAIM: 'groups', HANDLING_BANNER: 'OFFICIAL USE', AS_OF: '2021-06-15' };
  expect(parseEnv({ ...good, ...set })).toEqual({ ...read, ...set, CLAIM_LEASE_MINUTES: 5 });
});

test('what is missing and what is wrong is named, and no value', () => {
  const { CASE_TABLE_NAME: _cases, OFFICES: _offices, ...rest } = good;
  const wrong = { ...rest, QUEUE_SHARDS: 'many', UPDATES_QUEUE_URL: 'updates', CLAIM_LEASE_MINUTES: '0' };
  expect(() => parseEnv(wrong)).toThrow(
    'environment of review-api: missing: CASE_TABLE_NAME, OFFICES; not usable: QUEUE_SHARDS, UPDATES_QUEUE_URL, CLAIM_LEASE_MINUTES',
  );
});

test.each(['', 'nyc', 'NYC,', 'NYC;LOS', '*'])('%j is no list of offices', (OFFICES) => {
  expect(() => parseEnv({ ...good, OFFICES })).toThrow('not usable: OFFICES');
});

test.each(['0', '1441', '-1', '1.5', 'x'])('%j minutes are no lease', (CLAIM_LEASE_MINUTES) => {
  expect(() => parseEnv({ ...good, CLAIM_LEASE_MINUTES })).toThrow('not usable: CLAIM_LEASE_MINUTES');
});
