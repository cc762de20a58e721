/** Connects `own-motion verify` to its table, and to the seals and the archive that were downloaded. */
import { readFile } from 'node:fs/promises';
import { findInstrument } from '../../shared/policy/instruments.ts';
import { dynamoEvidence } from '../../shared/store/dynamo/case-evidence.ts';
import { documentClient } from '../../shared/store/dynamo/case-store.ts';
import type { Segment } from '../../shared/store/store.ts';
import { dynamoClient, placesOf } from '../connect.ts';
import { failureText } from '../failure.ts';
import type { Outcome } from '../io.ts';
import { type DocketOptions, type OpenDocket, openDocket, openNames } from '../open-docket.ts';
import { orRefused, TABLE_FAILED } from '../open-ledger.ts';
import type { World } from '../world.ts';
import { archiveFolder } from './archive-folder.ts';
import { readSealFolder, type SealedDocket, sealKeyOf } from './seal-folder.ts';
import { verify } from './verify.ts';

export interface VerifyOptions extends DocketOptions {
  case?: string;
  segment?: Segment;
  seals?: string;
  sealKey?: string;
  archive?: string;
  settled: number;
  keySecret?: string;
}

type Refused = Extract<Outcome, { kind: 'refused' }>;

const MINUTE_MILLIS = 60_000;

async function openSeals({ seals, sealKey }: VerifyOptions): Promise<SealedDocket | Refused | undefined> {
  if (seals === undefined && sealKey === undefined) return undefined;
  if (seals === undefined || sealKey === undefined) {
    return { kind: 'refused', message: '--seals takes --seal-key as well: a seal is worth what its key is worth' };
  }
  try {
    return await readSealFolder(seals, sealKeyOf(await readFile(sealKey, 'utf8')));
  } catch (error) {
    return { kind: 'refused', message: `the seals could not be read: ${failureText(error)}` };
  }
}

function evidenceOf({ running, tableName }: OpenDocket, { region }: VerifyOptions) {
  const place = running === undefined ? { region } : placesOf(running).tables;
  return dynamoEvidence(documentClient(dynamoClient(place)), tableName);
}

export async function runVerify(world: World, options: VerifyOptions): Promise<Outcome> {
  const { case: caseId, segment, archive, settled } = options;
  if ((caseId === undefined) === (segment === undefined)) {
    return { kind: 'refused', message: 'verify takes one of --case and --segment' };
  }
  const seals = await openSeals(options);
  if (seals !== undefined && 'kind' in seals) return seals;
  const opened = await openDocket(world, options);
  if (opened.kind === 'refused') return opened;
  const named = await openNames(opened, options);
  if (named.kind === 'refused') return named;
  const { names } = named;
  return orRefused(
    TABLE_FAILED,
    verify({
      readCase: evidenceOf(opened, options),
      scan: opened.cases,
      what: segment === undefined ? { caseKey: names.caseKey(caseId ?? '') } : { segment },
      seals,
      archive: archive === undefined ? undefined : archiveFolder(archive),
      names,
      instrumentOf(id, hash) {
        const instrument = findInstrument(id);
        return instrument?.contentHash === hash ? instrument : undefined;
      },
      shards: opened.shards,
      settledBefore: new Date(Date.parse(world.now()) - settled * MINUTE_MILLIS).toISOString(),
      progress: await world.progress(undefined, 'cases verified'),
      signal: world.interrupted(),
      out: world.out,
      err: world.err,
    }),
  );
}
