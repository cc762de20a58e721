import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readSettings } from './settings.ts';

const { context } = JSON.parse(readFileSync(new URL('../cdk.json', import.meta.url), 'utf8'));
const read = (settings: Record<string, unknown>) => readSettings((name) => ({ ...context, ...settings })[name]);

test.each([
  { setting: { region: 'nowhere' }, says: /context "region" must be an AWS region/ },
  { setting: { instrument: 'opla-1999' }, says: /context "instrument" must be .*opla-2021-05-27/ },
  { setting: { shadowInstrument: 'opla-1999' }, says: /context "shadowInstrument" must be another instrument/ },
  { setting: { asOf: '2021-02-30' }, says: /context "asOf" must be a day/ },
  { setting: { queueShards: '0' }, says: /context "queueShards" must be a whole number from 1/ },
  { setting: { queueShards: '4.5' }, says: /context "queueShards"/ },
  { setting: { issuer: 'http://sign-in.agency.example' }, says: /context "issuer" must be the https address/ },
  {
    setting: { issuer: undefined, offices: '' },
    says: /context "issuer" must be .*; context "offices" must be office/,
  },
  { setting: { offices: 'NYC,sfr' }, says: /context "offices"/ },
  { setting: { signInOrigins: 'https://tokens.agency.example/path' }, says: /context "signInOrigins"/ },
  { setting: { leaseMinutes: '1000' }, says: /context "leaseMinutes" must be a whole number of minutes from 1 to 480/ },
  { setting: { roleClaim: 'a role' }, says: /context "roleClaim"/ },
])('$setting is refused by name', ({ setting, says }) => {
  expect(() => read(setting)).toThrow(says);
});

test('numbers and lists may come as text, as the command line gives them', () => {
  const settings = read({ queueShards: '8', leaseMinutes: '45', offices: 'NYC,SFR' });
  expect(settings).toMatchObject({ queueShards: 8, leaseMinutes: 45, offices: ['NYC', 'SFR'] });
  expect(read({ offices: ['NYC', 'SFR'] })).toMatchObject({ offices: ['NYC', 'SFR'] });
});

test('the claims of the token have names of their own unless others are set', () => {
  expect(read({})).toMatchObject({ roleClaim: 'own_motion_role', officesClaim: 'own_motion_offices' });
  expect(read({ roleClaim: 'https://agency.example/role' }).roleClaim).toBe('https://agency.example/role');
});
