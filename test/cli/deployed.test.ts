/** The commands that read tables, as processes against real servers, pointed there as at a deployed stack. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dynamoCaseStore } from '../../shared/store/dynamo/case-store.ts';
import { dynamoQuarantineStore } from '../../shared/store/dynamo/quarantine-store.ts';
import { startDynalite } from '../contract/store-dynalite.ts';
import { createTables, emulatorClient, type Tables } from '../contract/store-tables.ts';
import { AS_OF, caseWorld, clear, SECRET, updateOf } from './case-world.ts';

const BIN = join(import.meta.dirname, '..', '..', 'cli', 'own-motion.js');
const CASE_ID = 'A-CASE-0001';

let server: Awaited<ReturnType<typeof startDynalite>>;
let tables: Tables;
let secrets: Server;
let env: NodeJS.ProcessEnv = {};

async function listen(http: Server): Promise<string> {
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  return `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
}

beforeAll(async () => {
  secrets = createServer((_request, response) => {
    response.setHeader('content-type', 'application/x-amz-json-1.1');
    response.end(JSON.stringify({ Name: 'case-keys', SecretString: SECRET }));
  });
  server = await startDynalite();
  env = {
    ...process.env,
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_ENDPOINT_URL_DYNAMODB: `http://127.0.0.1:${server.port}`,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: await listen(secrets),
  };
  const client = emulatorClient(server.port);
  tables = await createTables(client);
  const world = caseWorld(dynamoCaseStore(client, { tableName: tables.caseTableName, shards: 2 }));
  await world.add(updateOf(CASE_ID, 1, clear));
  const receivedAt = new Date().toISOString();
  const body = '{"secret":true}';
  await dynamoQuarantineStore(client, tables.quarantineTableName).put({
    id: 'm1',
    reason: 'unknown-key',
    paths: ['$'],
    receivedAt,
    body,
  });
  client.destroy();
});

afterAll(async () => {
  await server.stop();
  secrets.close();
});

async function run(...args: string[]) {
  const child = spawn(process.execPath, [BIN, ...args, '--region', 'us-east-1'], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code, out, err };
}

describe('a deployed stack', () => {
  const stack = () => ['--table', tables.caseTableName, '--key-secret', 'case-keys'];

  it('shows a case', async () => {
    const { code, out, err } = await run('show', CASE_ID, ...stack());
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(new RegExp(`^Case ${CASE_ID}, version 1\n`));
    expect(out).toContain('  lane: triage');
  });

  it('explains a case, by the policy and as of the day of its stored answer', async () => {
    const { code, out, err } = await run('explain', '--case', CASE_ID, ...stack());
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(new RegExp(`^Case ${CASE_ID} as of ${AS_OF}, under opla-2021-05-27\n`));
    expect(out).toContain('first known presence: 2015-03-01 [1]');
  });

  it('says that a case is not there, with 1', async () => {
    const { code, out, err } = await run('show', 'A-CASE-0002', ...stack());
    expect([code, out, err]).toEqual([1, '', 'own-motion: the table has no case of this id\n']);
  });

  it('lists the quarantine', async () => {
    const { code, out, err } = await run('quarantine', '--table', tables.quarantineTableName);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/unknown-key {5}15 {2}\$\n$/);
    expect(out).not.toContain('secret');
  });

  it('says in one line that there is no such table, with 2', async () => {
    const { code, out, err } = await run('quarantine', '--table', 'nothing');
    expect([code, out]).toEqual([2, '']);
    expect(err).toBe('own-motion: the table could not be read: refused: ResourceNotFoundException\n');
  });
});
