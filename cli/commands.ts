/** The commands that talk to a stack: the one started by `npm start`, or a deployed one that the options name. */
import type { Outcome } from './io.ts';
import type { World } from './world.ts';

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
  const { caseKey } = keyedNames(await readSecret(secretId, places.secrets));
  // One shard: a single case is read by its key, whatever the number of shards of the queues.
  const ledger = dynamoCaseStore(dynamoClient(places.tables), { tableName, shards: 1 });
  return showCase({ caseId, caseKey: caseKey(caseId), ledger, asJson: json, out: world.out, err: world.err });
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
  return listQuarantine({
    quarantine: dynamoQuarantineStore(dynamoClient(place), table),
    newest: world.today(),
    days,
    limit,
    asJson: json,
    out: world.out,
  });
}
