import { expect, test } from 'vitest';
import { checkInForce, readEnvironment } from './environment.ts';
import example from './environments/example.ts';
import { loadEnvironment } from './load-environment.ts';
import { atLocalIssuer } from './local/local-issuer.ts';

const issuer = { kind: 'issuer', issuer: 'https://sign-in.agency.example', clientId: 'own-motion' };
const read = (changes: Record<string, unknown>) => readEnvironment('test', { ...example, ...changes });
const withAlarms = (changes: Record<string, unknown>) => ({ alarms: { ...example.alarms, ...changes } });

test.each([
  { setting: { region: 'nowhere' }, says: '"region" must be an AWS region such as us-gov-west-1' },
  { setting: { region: undefined }, says: '"region" must be an AWS region' },
  { setting: { account: '1234' }, says: '"account" must be the twelve digits' },
  { setting: { instrument: 'opla-1999' }, says: /"instrument" must be .*opla-2021-05-27/ },
  { setting: { shadowInstrument: 'opla-1999' }, says: '"shadowInstrument" must be another instrument' },
  { setting: { shadowInstrument: example.instrument }, says: '"shadowInstrument" must be another instrument' },
  { setting: { asOf: '2021-02-30' }, says: '"asOf" must be a day' },
  { setting: { queueShards: 0 }, says: '"queueShards" must be a whole number from 1' },
  { setting: { queueShards: 4.5 }, says: '"queueShards"' },
  { setting: { offices: [] }, says: '"offices" must be a list of office codes' },
  { setting: { offices: ['NYC', 'sfr'] }, says: '"offices" must be a list of office codes' },
  { setting: { leaseMinutes: 1000 }, says: '"leaseMinutes" must be a whole number of minutes from 1 to 480' },
  { setting: { logDays: 7 }, says: '"logDays" must be one of the numbers of days' },
  { setting: { signIn: undefined }, says: '"signIn" must be an object' },
  { setting: { signIn: { ...issuer, kind: 'saml' } }, says: `"signIn.kind" must be 'user-pool' or 'issuer'` },
  {
    setting: { signIn: { ...issuer, issuer: 'http://sign-in.agency.example' } },
    says: '"signIn.issuer" must be the https address',
  },
  { setting: { signIn: { ...issuer, origins: ['https://a.example/path'] } }, says: '"signIn.origins" must be' },
  { setting: { signIn: { ...issuer, roleClaim: 'a role' } }, says: '"signIn.roleClaim" must be the name of a claim' },
  { setting: { signIn: { ...issuer, secret: 's' } }, says: '"signIn.secret" is no setting' },
  { setting: { signIn: { kind: 'user-pool', domainPrefix: 'my-cognito' } }, says: '"signIn.domainPrefix" must be' },
  { setting: withAlarms({ addresses: ['nobody'] }), says: '"alarms.addresses" must be a list of e-mail addresses' },
  {
    setting: withAlarms({ workingHours: { from: 9, until: 9, timeZone: 'UTC' } }),
    says: '"alarms.workingHours" must be two',
  },
  {
    setting: withAlarms({ workingHours: { from: 9, until: 17, timeZone: 'Nowhere' } }),
    says: '"alarms.workingHours" must be two',
  },
  { setting: withAlarms({ flagsPerThousand: { from: 9, to: 8 } }), says: '"alarms.flagsPerThousand" must be two' },
  { setting: { regions: ['us-east-1'] }, says: '"regions" is no setting' },
])('$setting is refused by name', ({ setting, says }) => {
  expect(() => read(setting)).toThrow(says);
});

test('every fault is told at once, each once, and no value', () => {
  expect(() => read({ region: 'CANARY', offices: ['canary', 'canary'] })).toThrow(
    /^environment test: "region" must be [^;]*; "offices" must be [^;]*$/,
  );
  expect(() => read({ region: 'CANARY' })).not.toThrow(/CANARY/);
});

test('the claims of an issuer have names of their own unless others are set', () => {
  expect(read({ signIn: issuer }).signIn).toMatchObject({
    roleClaim: 'own_motion_role',
    officesClaim: 'own_motion_offices',
    scope: 'openid profile',
  });
  const named = { ...issuer, roleClaim: 'https://agency.example/role' };
  expect(read({ signIn: named }).signIn).toMatchObject({ roleClaim: 'https://agency.example/role' });
});

const LATER = '2026-01-05';

test.each([
  { day: '2021-06-15', acknowledged: undefined, refused: false },
  { day: '2021-05-26', acknowledged: undefined, refused: true },
  { day: '2021-08-20', acknowledged: undefined, refused: true },
  { day: LATER, acknowledged: undefined, refused: true },
  { day: LATER, acknowledged: 'opla-2022-04-03', refused: true },
  { day: LATER, acknowledged: 'opla-2021-05-27', refused: false },
])('on $day with $acknowledged acknowledged: refused $refused', ({ day, acknowledged, refused }) => {
  const environment = read({ acknowledgeNotInForce: acknowledged });
  const check = () => checkInForce('test', environment, day);
  if (!refused) return expect(check).not.toThrow();
  return expect(check).toThrow(
    /opla-2021-05-27 is (?:not-yet|suspended|superseded) on .*acknowledgeNotInForce: 'opla-2021-05-27'/,
  );
});

test.each(['example', 'local'])('%s is an environment', async (name) => {
  const environment = await loadEnvironment(name);
  expect(() => checkInForce(name, environment, LATER)).not.toThrow();
});

test.each([undefined, 'nowhere', '../environment', 'example.ts'])(
  '%s is none, and those there are are named',
  async (name) => {
    await expect(loadEnvironment(name)).rejects.toThrow(/-c environment=NAME, one of: example, local/);
  },
);

test('only who signs in on this machine may sign in at another port of it', async () => {
  const local = await loadEnvironment('local');
  expect(atLocalIssuer(local, 'http://127.0.0.1:9000').signIn).toMatchObject({ issuer: 'http://127.0.0.1:9000' });
  expect(() => atLocalIssuer(local, 'http://elsewhere.example')).toThrow(/localIssuer/);
  expect(() => atLocalIssuer(read({ signIn: issuer }), 'http://127.0.0.1:9000')).toThrow(/localIssuer/);
});
