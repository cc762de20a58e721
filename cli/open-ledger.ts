/** Opens the ledger of cases: that of the stack which runs on this machine, or of a deployed one that options name. */
import type { CaseLedger } from '../shared/store/store.ts';
import { failureText } from './failure.ts';
import type { Outcome } from './io.ts';
import type { World } from './world.ts';

export interface TableOptions {
  table?: string;
  keySecret?: string;
  region?: string;
}

export interface OpenLedger {
  kind: 'opened';
  ledger: CaseLedger;
  caseKey: (caseId: string) => string;
}

type Refused = Extract<Outcome, { kind: 'refused' }>;

export const TABLE_FAILED = 'the table could not be read';

/** A service that does not answer, or not as asked, ends the command with one line that names it. */
export async function orRefused(what: string, outcome: Promise<Outcome>): Promise<Outcome> {
  return outcome.catch((error: unknown) => ({ kind: 'refused', message: `${what}: ${failureText(error)}` }));
}

export async function openLedger(world: World, options: TableOptions): Promise<OpenLedger | Refused> {
  const { table, keySecret, region } = options;
  if ((table === undefined) !== (keySecret === undefined)) {
    return { kind: 'refused', message: 'a deployed table takes both --table and --key-secret' };
  }
  const { dynamoClient, placesOf, readSecret } = await import('./connect.ts');
  const { dynamoCaseStore } = await import('../shared/store/dynamo/case-store.ts');
  const { keyedNames } = await import('../shared/store/keys.ts');
  let tableName = table;
  let secretId = keySecret;
  let places: { tables: object; secrets: object } = { tables: { region }, secrets: { region } };
  if (tableName === undefined || secretId === undefined) {
    const running = await world.running();
    if (running.kind === 'refused') return running;
    tableName = running.stack.caseTableName;
    secretId = running.stack.caseKeySecretId;
    places = placesOf(running.stack);
  }
  let secret: string;
  try {
    secret = await readSecret(secretId, places.secrets);
  } catch (error) {
    return { kind: 'refused', message: `the secret for case keys could not be read: ${failureText(error)}` };
  }
  // One shard: a single case is read by its key, whatever the number of shards of the queues.
  const ledger = dynamoCaseStore(dynamoClient(places.tables), { tableName, shards: 1 });
  return { kind: 'opened', ledger, caseKey: keyedNames(secret).caseKey };
}
