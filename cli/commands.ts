/** The commands that talk to a stack: the one started by `npm start`, or a deployed one that the options name. */
import type { Outcome } from './io.ts';
import { openLedger, orRefused, TABLE_FAILED, type TableOptions } from './open-ledger.ts';
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
    progress: await world.progress(world.inputBytes(), 'updates sent'),
    signal: world.interrupted(),
  });
}

export interface ShowOptions extends TableOptions {
  json?: true;
}

export async function show(world: World, caseId: string, options: ShowOptions): Promise<Outcome> {
  const opened = await openLedger(world, options);
  if (opened.kind === 'refused') return opened;
  const { showCase } = await import('./show.ts');
  const { ledger, caseKey } = opened;
  const { out, err } = world;
  const asJson = options.json === true;
  return orRefused(TABLE_FAILED, showCase({ caseId, caseKey: caseKey(caseId), ledger, asJson, out, err }));
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
