import { expect, test } from 'vitest';
import { DEFAULT_CLAIM_NAMES, viewerOf } from '../review-api/viewer-of.ts';
import { handler } from './handler.ts';

const eventOf = (userAttributes: Record<string, string>) => ({
  version: '2',
  triggerSource: 'TokenGeneration_HostedAuth',
  userPoolId: 'us-gov-west-1_example',
  request: { userAttributes, groupConfiguration: {} },
  response: {},
});

async function claimsOf(userAttributes: Record<string, string>): Promise<Record<string, unknown>> {
  const answer = await handler(eventOf(userAttributes));
  const { response } = answer as unknown as {
    response: { claimsAndScopeOverrideDetails: { accessTokenGeneration: { claimsToAddOrOverride: object } } };
  };
  return { ...response.claimsAndScopeOverrideDetails.accessTokenGeneration.claimsToAddOrOverride };
}

test.each([
  {
    given: { 'custom:role': 'reviewer', 'custom:offices': 'NYC SFR', name: 'Dana Whitlock' },
    viewer: { role: 'reviewer', offices: ['NYC', 'SFR'], name: 'Dana Whitlock', protectedAccess: false },
  },
  {
    given: { 'custom:role': 'supervisor', 'custom:offices': '*', 'custom:protected': 'true' },
    viewer: { role: 'supervisor', offices: ['*'], protectedAccess: true },
  },
  { given: { 'custom:offices': 'NYC', name: 'No Role' }, viewer: undefined },
  { given: { 'custom:role': '', 'custom:offices': 'NYC' }, viewer: undefined },
  { given: { 'custom:role': 'reviewer' }, viewer: undefined },
])('$given is read by the API as $viewer', async ({ given, viewer }) => {
  const read = viewerOf({ sub: 'person-1', ...(await claimsOf(given)) }, DEFAULT_CLAIM_NAMES);
  if (viewer === undefined) expect(read).toBeUndefined();
  else expect(read).toMatchObject(viewer);
});

test('what a person could have written into other attributes becomes no claim', async () => {
  const claims = await claimsOf({ own_motion_role: 'supervisor', profile: 'supervisor', email: 'a@agency.example' });
  expect(claims).toEqual({});
});

test('what the pool sent beside the attributes goes back as it came', async () => {
  expect(await handler(eventOf({}))).toMatchObject({ version: '2', userPoolId: 'us-gov-west-1_example' });
});

test('an event of another version is refused without a word of the person', async () => {
  const event = { ...eventOf({ name: 'CANARY' }), version: '1' };
  await expect(handler(event)).rejects.toThrow(/version 2$/);
});
