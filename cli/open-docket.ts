/** Opens the whole docket: that of the stack which runs on this machine, or of a deployed one that options name. */
import type { CalendarDate } from '../events/dates.ts';
import { findInstrument, type Instrument } from '../shared/policy/instruments.ts';
import { type KeyedNames, keyedNames } from '../shared/store/keys.ts';
import type { CaseStore } from '../shared/store/store.ts';
import type { Place } from './connect.ts';
import { failureText } from './failure.ts';
import type { Outcome } from './io.ts';
import type { RunningStack } from './running.ts';
import type { World } from './world.ts';

export interface DocketOptions {
  table?: string;
  policy?: string;
  shards?: number;
  region?: string;
}

export interface OpenDocket {
  kind: 'opened';
  cases: CaseStore;
  tableName: string;
  instrument: Instrument;
  shards: number;
  /** Day that cases are classified as of. */
  asOf: CalendarDate;
  /** The stack on this machine, where it is that one. */
  running: RunningStack | undefined;
}

type Refused = Extract<Outcome, { kind: 'refused' }>;

/** Which docket is meant, before anything is connected. */
async function meant(world: World, { table, policy, shards }: DocketOptions) {
  if (table !== undefined) {
    if (policy === undefined || shards === undefined) {
      return refused('a deployed table takes --policy and --shards as well, as that stack is configured');
    }
    const named = { tableName: table, policyId: policy, shards, asOf: world.today(), running: undefined };
    return { kind: 'meant' as const, ...named };
  }
  if (policy !== undefined || shards !== undefined) {
    return refused('--policy and --shards belong to a deployed table: name it with --table');
  }
  const running = await world.running();
  if (running.kind === 'refused') return running;
  const { stack } = running;
  return {
    kind: 'meant' as const,
    tableName: stack.caseTableName,
    policyId: stack.instrumentId,
    shards: stack.queueShards,
    asOf: stack.asOf ?? world.today(),
    running: stack,
  };
}

function refused(message: string): Refused {
  return { kind: 'refused', message };
}

export async function openDocket(world: World, options: DocketOptions): Promise<OpenDocket | Refused> {
  const found = await meant(world, options);
  if (found.kind === 'refused') return found;
  const { tableName, policyId, shards, asOf, running } = found;
  const instrument = findInstrument(policyId);
  if (instrument === undefined) return refused(`the policy ${policyId} is none that this version knows`);
  const { dynamoClient, placesOf } = await import('./connect.ts');
  const { dynamoCaseStore } = await import('../shared/store/dynamo/case-store.ts');
  const place: Place = running === undefined ? { region: options.region } : placesOf(running).tables;
  const cases = dynamoCaseStore(dynamoClient(place), { tableName, shards });
  return { kind: 'opened', cases, tableName, instrument, shards, asOf, running };
}

/** The names under which that docket keeps its cases. */
export async function openNames(
  { running }: OpenDocket,
  { keySecret, region }: { keySecret?: string; region?: string },
): Promise<{ kind: 'named'; names: KeyedNames } | Refused> {
  const { placesOf, readSecret } = await import('./connect.ts');
  const secretId = running?.caseKeySecretId ?? keySecret;
  if (secretId === undefined) return refused('a deployed table takes --key-secret as well');
  const place: Place = running === undefined ? { region } : placesOf(running).secrets;
  try {
    return { kind: 'named', names: keyedNames(await readSecret(secretId, place)) };
  } catch (error) {
    return refused(`the secret for case keys could not be read: ${failureText(error)}`);
  }
}
