/**
 * The document client of the AWS SDK on the simulated table: the product's own store makes its requests to it, and each
 * may wait, fail before or after it is done, be done late, or be repeated by the SDK.
 */
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Chance } from '../world/chance.ts';
import type { Clock, Life } from '../world/clock.ts';
import type { Coverage } from '../world/coverage.ts';
import type { Switches } from '../world/switches.ts';
import { sdkError, type Table } from './table.ts';

type Fate = 'done' | 'throttled' | 'before' | 'after' | 'late' | 'repeated';

export interface Trouble {
  readonly chance: Chance;
  readonly switches: Switches;
  readonly coverage: Coverage;
  readonly clock: Clock;
  /** Of all calls, how many suffer each kind of fault that is on. */
  readonly shareOfFaults: number;
  /** In the calm at the end nothing fails. */
  readonly isCalm: () => boolean;
}

function drawFate({ chance, switches, isCalm, shareOfFaults }: Trouble, isWrite: boolean): Fate {
  if (isCalm()) return 'done';
  const fates: [Fate, boolean][] = [
    ['throttled', switches.throttled],
    ['before', switches.failsBefore],
    ['after', switches.failsAfter],
    ['late', switches.appliedLate && isWrite],
    ['repeated', switches.repeatedBySdk && isWrite],
  ];
  for (const [fate, isOn] of fates) if (isOn && chance.isTrue(shareOfFaults)) return fate;
  return 'done';
}

const COUNTED: Readonly<Record<Exclude<Fate, 'done'>, string>> = {
  throttled: 'fault: throttled',
  before: 'fault: failed before',
  after: 'fault: failed after',
  late: 'fault: applied late',
  repeated: 'fault: repeated by the SDK',
};

/** One call to a service, as a process sees it. */
export async function suffer<T>(
  trouble: Trouble,
  life: Life,
  { label, isWrite, work }: { label: string; isWrite: boolean; work: () => T },
): Promise<Awaited<T>> {
  const { clock, chance, coverage } = trouble;
  const fate = drawFate(trouble, isWrite);
  if (fate !== 'done') coverage.count(COUNTED[fate]);
  await clock.park(life, `${label} ${fate}`);
  const attempt = () => {
    try {
      work();
    } catch {
      // Whoever asked hears nothing of it.
    }
  };
  switch (fate) {
    case 'throttled':
      throw sdkError('ProvisionedThroughputExceededException', 400);
    case 'before':
      throw sdkError('InternalServerError', 500);
    case 'after':
      attempt();
      throw sdkError('InternalServerError', 500);
    case 'late':
      clock.later(`late ${label}`, attempt);
      throw sdkError('TimeoutError', 0);
    case 'repeated':
      attempt();
      break;
    case 'done':
  }
  let result: { value: Awaited<T> } | { error: unknown };
  try {
    result = { value: await work() };
  } catch (error) {
    result = { error };
  }
  if (chance.isTrue(0.4)) await clock.park(life, `${label} answer`);
  if ('error' in result) throw result.error;
  return result.value;
}

type Command = { readonly input: object; readonly constructor: { readonly name: string } };

const CALLS: Readonly<Record<string, { call: 'get' | 'put' | 'update' | 'query' | 'scan'; isWrite: boolean }>> = {
  GetCommand: { call: 'get', isWrite: false },
  PutCommand: { call: 'put', isWrite: true },
  UpdateCommand: { call: 'update', isWrite: true },
  QueryCommand: { call: 'query', isWrite: false },
  ScanCommand: { call: 'scan', isWrite: false },
};

/**
 * @param lifeOf whose requests these are: the container that is at work
 * @param writing asked as a request is made, and runs its write whenever that is done
 */
export function tableClient(
  table: Table,
  trouble: Trouble,
  lifeOf: () => Life,
  writing: () => (work: () => object) => object,
): DynamoDBDocumentClient {
  // The SDK's paginators ask whose instance it is.
  const client = Object.create(DynamoDBDocumentClient.prototype) as DynamoDBDocumentClient;
  const send = (command: Command) => {
    const known = CALLS[command.constructor.name];
    if (known === undefined) throw new Error(`the simulated table does not know ${command.constructor.name}`);
    const { call, isWrite } = known;
    const work = () => table[call](command.input);
    const write = writing();
    return suffer(trouble, lifeOf(), { label: call, isWrite, work: isWrite ? () => write(work) : work });
  };
  return Object.assign(client, { send });
}
