import { afterEach, expect, test, vi } from 'vitest';
import { defaultProvider } from './lambda-credentials.ts';

afterEach(() => vi.unstubAllEnvs());

function given(variables: Record<string, string | undefined>) {
  for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'])
    vi.stubEnv(name, variables[name]);
  return defaultProvider()();
}

test('a function has the credentials of its role from its environment', async () => {
  const role = { AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: 'secret', AWS_SESSION_TOKEN: 'token' };
  expect(await given(role)).toEqual({ accessKeyId: 'id', secretAccessKey: 'secret', sessionToken: 'token' });
  expect(await given({ ...role, AWS_SESSION_TOKEN: undefined })).toEqual({
    accessKeyId: 'id',
    secretAccessKey: 'secret',
  });
});

test('and looks nowhere else for them', async () => {
  await expect(given({ AWS_ACCESS_KEY_ID: 'id' })).rejects.toThrow('the environment has no credentials');
});
