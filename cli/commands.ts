/** The commands that talk to a stack: the one started by `npm start`, or a deployed one that the options name. */
import { failureText } from './failure.ts';
import type { Outcome } from './io.ts';
import type { World } from './world.ts';

const TABLE_FAILED = 'the table could not be read';

/** A service that does not answer, or not as asked, ends the command with one line that names it. */
async function orRefused(what: string, outcome: Promise<Outcome>): Promise<Outcome> {
  return outcome.catch((error: unknown) => ({ kind: 'refused', message: `${what}: ${failureText(error)}` }));
}

export interface SendOptions {
  queueUrl?: string;
  endpoint?: string;
  region?: string;
  unchecked?: true;
}

export async function send(world: World, options: SendOptions): Promise<Outcome> {
  const { placeOfQueue, placesOf, queueSender, sleep } = await import('./connect.ts');
  const { sendLines } = await import('./send.ts');
  let { queueUrl } = options;
  let place = queueUrl === undefined ? {} : placeOfQueue(queueUrl);
  if (queueUrl === undefined) {
    const running = await world.running();
    if (running.kind === 'refused') return running;
    queueUrl = running.stack.queueUrl;
    place = placesOf(running.stack).queue;
  }
  const { region, endpoint, unchecked = false } = options;
  const { input, out, err } = world;
  return sendLines({
    input,
    out,
    err,
    unchecked,
    sleep,
    sendBatch: queueSender(queueUrl, { ...place, ...(region && { region }), ...(endpoint && { endpoint }) }),
    progress: await world.progress(world.inputBytes()),
    signal: world.interrupted(),
  });
}

export interface ShowOptions {
  table?: string;
  keySecret?: string;
  region?: string;
  json?: true;
}

export async function show(world: World, caseId: string, options: ShowOptions): Promise<Outcome> {
  const { table, keySecret, region, json = false } = options;
  if ((table === undefined) !== (keySecret === undefined)) {
    return { kind: 'refused', message: 'a deployed table takes both --table and --key-secret' };
  }
  const { dynamoClient, placesOf, readSecret } = await import('./connect.ts');
  const { dynamoCaseStore } = await import('../shared/store/dynamo/case-store.ts');
  const { keyedNames } = await import('../shared/store/keys.ts');
  const { showCase } = await import('./show.ts');
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
  const caseKey = keyedNames(secret).caseKey(caseId);
  // One shard: a single case is read by its key, whatever the number of shards of the queues.
  const ledger = dynamoCaseStore(dynamoClient(places.tables), { tableName, shards: 1 });
  const shown = showCase({ caseId, caseKey, ledger, asJson: json, out: world.out, err: world.err });
  return orRefused(TABLE_FAILED, shown);
}

export interface QuarantineOptions {
  table?: string;
  region?: string;
  days: number;
  limit: number;
  json?: true;
}

export async function quarantine(world: World, options: QuarantineOptions): Promise<Outcome> {
  const { dynamoClient, placesOf } = await import('./connect.ts');
  const { dynamoQuarantineStore } = await import('../shared/store/dynamo/quarantine-store.ts');
  const { listQuarantine } = await import('./quarantine.ts');
  let { table } = options;
  let place: object = { region: options.region };
  if (table === undefined) {
    const running = await world.running();
    if (running.kind === 'refused') return running;
    table = running.stack.quarantineTableName;
    place = placesOf(running.stack).tables;
  }
  const { days, limit, json = false } = options;
  const listed = listQuarantine({
    quarantine: dynamoQuarantineStore(dynamoClient(place), table),
    newest: world.today(),
    days,
    limit,
    asJson: json,
    out: world.out,
  });
  return orRefused(TABLE_FAILED, listed);
}
