/**
 * The whole path of one new update, as `functions/classify-update` takes it, with DynamoDB replaced at its door: once
 * without the SDK, its requests written out plainly, and once with the SDK down to the request it would send.
 */
import { createHmac, createSecretKey, hash } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { decodeDocketUpdate } from '../../events/decode.ts';
import { type ClassifyDeps, classifyUpdates } from '../../functions/classify-update/classify-updates.ts';
import type { Batch } from '../../functions/consume.ts';
import { contentHash } from '../../shared/docket/content-hash.ts';
import { addUpdate } from '../../shared/docket/fold.ts';
import { drawHead } from '../../shared/flag/head.ts';
import type { Instrument } from '../../shared/policy/instrument.ts';
import { dynamoCaseLedger } from '../../shared/store/dynamo/case-ledger.ts';
import { dynamoCaseReviews } from '../../shared/store/dynamo/case-reviews.ts';
import { documentClient } from '../../shared/store/dynamo/case-store.ts';
import { headAttributes, parseHead } from '../../shared/store/dynamo/items.ts';
import { keyedNames } from '../../shared/store/keys.ts';
import { noMembers, withMember } from '../../shared/store/members.ts';
import { type Attributes, requestBody, wireItem } from './request-body.ts';
import { AS_OF, type MeasuredUpdate } from './updates.ts';

const TABLE = 'cases';
const NOW = `${AS_OF}T12:00:00.000Z`;
const SHARDS = 4;

const SECRET = 'a secret for measurements, long enough for one';
const secretKey = createSecretKey(SECRET, 'utf8');

export const names = keyedNames(SECRET);

const entry = { memberId: new Uint8Array(16), receivedAt: NOW };

function membersOf({ earlier }: MeasuredUpdate): Uint8Array {
  return earlier.reduce((members, each) => withMember(members, names.memberId(each, contentHash(each))), noMembers);
}

/** The head's attributes as they stand before the update; undefined for the first update of a case. */
function headBefore(instrument: Instrument, measured: MeasuredUpdate): Attributes | undefined {
  const { update, recordBefore, earlier } = measured;
  if (earlier.length === 0) return undefined;
  const { content } = drawHead({
    caseKey: names.caseKey(update.subject),
    caseId: update.subject,
    members: membersOf(measured),
    record: recordBefore,
    previous: undefined,
    review: undefined,
    instrument,
    asOf: AS_OF,
    at: NOW,
    shards: SHARDS,
  });
  const attributes = Object.entries(headAttributes(names.caseKey(update.subject), content, 1)).filter(
    ([, value]) => value !== undefined,
  );
  return Object.fromEntries(attributes);
}

/** Stands where the document client does; writes out every request, and answers a read with the head it was told of. */
class PlainClient {
  head: Attributes | undefined;
  /** The last two requests: of one update, once its path has been gone. */
  bodies: string[] = [];
  async send({ input }: { input: Attributes }): Promise<object> {
    this.bodies = [...this.bodies.slice(-1), requestBody(input)];
    const isRead = !('Item' in input) && !('UpdateExpression' in input);
    return isRead && this.head !== undefined ? { Item: this.head } : {};
  }
}

/** Stands where the network does: takes the request that was signed, and answers as DynamoDB would. */
class DoorToTheNetwork {
  head: Uint8Array | undefined;
  readonly metadata = { handlerProtocol: 'http/1.1' };
  async handle({ headers }: { headers: Record<string, string> }) {
    const isRead = headers['x-amz-target']?.endsWith('GetItem') === true;
    const body = isRead && this.head !== undefined ? this.head : NOTHING;
    return { response: { statusCode: 200, reason: 'OK', headers: { 'content-type': JSON_1_0 }, body } };
  }
}

const JSON_1_0 = 'application/x-amz-json-1.0';
const NOTHING = new TextEncoder().encode('{}');

function casesAt(client: DynamoDBDocumentClient) {
  return { ...dynamoCaseLedger(client, TABLE), ...dynamoCaseReviews(client, TABLE) };
}

function depsOf(instrument: Instrument, ledger: ClassifyDeps['ledger']): ClassifyDeps {
  return {
    ledger,
    quarantine: { put: () => Promise.reject(new Error('no sample update is refused')) },
    names,
    instrument,
    shards: SHARDS,
    report: {
      log: () => {},
      countOutcomes: () => {},
      countSetAside: () => {},
      countFlag: () => {},
      countFault: () => {},
    },
    asOf: () => AS_OF,
    now: () => NOW,
    sleep: () => Promise.resolve(),
    random: () => 0.5,
  };
}

async function classifyOne(deps: ClassifyDeps, body: string): Promise<void> {
  const proved = new Set<string>();
  const batch: Batch = {
    messages: [{ id: 'm', body }],
    timeLeftMillis: () => 60_000,
    prove: ({ id }) => proved.add(id),
  };
  await classifyUpdates(deps, batch);
  if (proved.size !== 1) throw new Error('the update was not applied');
}

export async function makePath(instrument: Instrument, updates: readonly MeasuredUpdate[]) {
  const heads = new Map(updates.map((each) => [each, headBefore(instrument, each)]));
  const wireHeads = new Map(updates.map((each) => [each, wireItem(heads.get(each))]));
  const members = new Map(updates.map((each) => [each, membersOf(each)]));

  /** The requests of each update, as they are before they are written out as JSON. */
  const requests = new Map<MeasuredUpdate, object[]>();
  const plainClient = new PlainClient();
  const plain = casesAt(plainClient as unknown as DynamoDBDocumentClient);
  const plainDeps = depsOf(instrument, plain);

  const door = new DoorToTheNetwork();
  const sdkClient = documentClient(
    new DynamoDBClient({
      region: 'us-gov-west-1',
      credentials: { accessKeyId: 'measured', secretAccessKey: 'measured' },
      requestHandler: door as never,
    }),
  );
  const sdkDeps = depsOf(instrument, casesAt(sdkClient));

  async function toRequestBodies(each: MeasuredUpdate): Promise<void> {
    const decoded = decodeDocketUpdate(each.bytes);
    if (decoded.kind === 'rejected') throw new Error('a sample update is refused');
    const { update } = decoded;
    const hashed = contentHash(update);
    const memberId = names.memberId(update, hashed);
    const caseKey = names.caseKey(update.subject);
    await plain.putEntry(caseKey, { memberId, body: each.text, receivedAt: NOW });
    const { content } = drawHead({
      caseKey,
      caseId: update.subject,
      members: withMember(members.get(each) ?? noMembers, memberId),
      record: addUpdate(each.recordBefore, update, hashed),
      previous: undefined,
      review: undefined,
      instrument,
      asOf: AS_OF,
      at: NOW,
      shards: SHARDS,
    });
    await plain.writeHead(caseKey, content, each.earlier.length === 0 ? undefined : 1);
  }

  for (const each of updates) {
    await toRequestBodies(each);
    requests.set(
      each,
      plainClient.bodies.map((body) => JSON.parse(body)),
    );
  }

  return {
    entry,
    /** From the item as the document client hands it over to a head. */
    readHead: (each: MeasuredUpdate) => {
      const head = heads.get(each);
      return head && parseHead('key', head);
    },
    /** From the bytes of the message to the bodies of the two writes, the case's record at hand. */
    toRequestBodies,
    /** Parsed, one plain and one keyed hash, and both requests as JSON: no store under keyed names could do less. */
    least: (each: MeasuredUpdate) => [
      JSON.parse(each.text),
      hash('sha256', each.text),
      createHmac('sha256', secretKey).update(each.update.subject).digest('base64url'),
      requests.get(each)?.map((request) => JSON.stringify(request)),
    ],
    /** All the function does with one message, save what the SDK does. */
    withoutSdk: (each: MeasuredUpdate) => {
      plainClient.head = heads.get(each);
      return classifyOne(plainDeps, each.text);
    },
    /** All the function does with one message, down to signed requests and from the bytes of the answers. */
    withSdk: (each: MeasuredUpdate) => {
      door.head = wireHeads.get(each);
      return classifyOne(sdkDeps, each.text);
    },
  };
}
