import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { localCredentials } from './loopback.ts';
import type { PlannedSecret } from './secret-plan.ts';
import { openSecrets, type Secrets } from './secrets.ts';

const caseKey: PlannedSecret = {
  name: 'case-key',
  arn: 'arn:aws:secretsmanager:us-east-1:000000000000:secret:case-key',
  length: 64,
  alphabet: 'abc123',
};

let folder = '';
let secrets: Secrets;
const open = () => openSecrets({ file: join(folder, 'secrets.json'), secrets: [caseKey] });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'own-motion-secrets-'));
  secrets = await open();
});
afterAll(async () => {
  await secrets.close();
  await rm(folder, { recursive: true, force: true });
});

async function secretValue(SecretId: string): Promise<string | undefined> {
  const { endpoint } = secrets;
  const client = new SecretsManagerClient({ endpoint, region: 'us-east-1', credentials: localCredentials });
  return (await client.send(new GetSecretValueCommand({ SecretId }))).SecretString;
}

test('a secret is made as the template says, and found by ARN and by name', async () => {
  const value = await secretValue(caseKey.arn);
  expect(value).toMatch(/^[abc123]{64}$/);
  expect(await secretValue('case-key')).toBe(value);
});

test('it is the same after a new start, in a file for its owner alone', async () => {
  const before = await secretValue('case-key');
  await secrets.close();
  secrets = await open();
  expect(await secretValue('case-key')).toBe(before);
  expect((await stat(join(folder, 'secrets.json'))).mode & 0o077).toBe(0);
});

test('a secret that the template has not got is not found', async () => {
  await expect(secretValue('other')).rejects.toThrow(expect.objectContaining({ name: 'ResourceNotFoundException' }));
});

test('a page in a browser is told nothing', async () => {
  const body = JSON.stringify({ SecretId: 'case-key' });
  const headers = { 'content-type': 'text/plain', 'x-amz-target': 'secretsmanager.GetSecretValue' };
  const response = await fetch(secrets.endpoint, { method: 'POST', headers, body });
  expect(response.status).toBe(415);
});
