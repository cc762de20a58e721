/**
 * The reviewers' page and API in one process, for tests in a browser and for pictures: the built page, the real API over
 * stores in memory, the sample docket folded by the queue's own code, an issuer, and a clock that a test moves.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSample } from '../../../cli/sample/read-sample.ts';
import type { AccessLine } from '../../../functions/review-api/access-log.ts';
import { reviewApp } from '../../../functions/review-api/app.ts';
import type { ReviewDeps } from '../../../functions/review-api/endpoint.ts';
import { makeSeals } from '../../../functions/review-api/seals.ts';
import { DEFAULT_CLAIM_NAMES } from '../../../functions/review-api/viewer-of.ts';
import { parseEnv } from '../../../functions/review-page/env.ts';
import { readPageFiles } from '../../../functions/review-page/page-files.ts';
import { openIssuer } from '../../../infra/local/issuer/issuer.ts';
import { buildPage } from '../../../web/build.ts';
import { ownPort } from '../../own-port.ts';
import { type Call, callerOf } from './caller.ts';
import { type Clock, standClock } from './clock.ts';
import { openStandGateway } from './gateway.ts';
import { OFFICES, people } from './people.ts';
import { type Pipeline, SECRET, SHARDS, standPipeline } from './pipeline.ts';

export interface StandSettings {
  /** With the built page; by default it is built for this stand. */
  readonly pageFolder?: string;
  readonly leaseMinutes?: number;
  readonly tokenMinutes?: number;
  /** Lines of a docket; by default the sample's. */
  readonly docket?: readonly string[];
  /** Offices of the docket whose cases there are; by default those that the reviewers work for. `all` takes longer. */
  readonly offices?: readonly string[] | 'all';
}

export interface Stand {
  readonly origin: string;
  readonly clock: Clock;
  readonly pipeline: Pipeline;
  readonly call: Call;
  /** Every request that the API has answered. */
  readonly requests: readonly AccessLine[];
  /** What went wrong behind the page; a test ends with none. */
  readonly faults: readonly unknown[];
  readonly stop: () => Promise<void>;
}

export const HANDLING = 'CONTROLLED UNCLASSIFIED INFORMATION. LAW ENFORCEMENT SENSITIVE.';

const CLIENT_ID = 'own-motion-page';
const AUDIENCE = 'own-motion-api';

export async function startStand(settings: StandSettings = {}): Promise<Stand> {
  const { leaseMinutes = 30, tokenMinutes = 480, offices = OFFICES } = settings;
  const docket = settings.docket ?? (await readSample()).lines;
  const folder = await mkdtemp(join(tmpdir(), 'own-motion-stand-'));
  const clock = standClock();
  const faults: unknown[] = [];
  const onFault = (fault: unknown) => faults.push(fault);
  const pageFolder = settings.pageFolder ?? join(folder, 'page');
  if (settings.pageFolder === undefined) await buildPage({ outdir: pageFolder });
  const pipeline = await standPipeline({ clock, docket, of: offices === 'all' ? undefined : offices, onFault });
  const requests: AccessLine[] = [];
  const app = reviewApp(reviewDeps(pipeline, clock, leaseMinutes), (line) => {
    requests.push(line);
    if (line.outcome === 'failed') onFault(line);
  });
  const issuerAddress = `http://127.0.0.1:${await ownPort()}`;
  const env = parseEnv({ ISSUER: issuerAddress, CLIENT_ID, SCOPE: 'openid profile' });
  const page = { files: readPageFiles(pageFolder), env };
  const gateway = await openStandGateway({ app, page, issuer: issuerAddress, audience: AUDIENCE, clock, onFault });
  const issuer = await openIssuer({
    issuer: issuerAddress,
    clientId: CLIENT_ID,
    audience: AUDIENCE,
    claimNames: DEFAULT_CLAIM_NAMES,
    lifetimeS: tokenMinutes * 60,
    people: Object.values(people),
    pageOrigins: [gateway.origin],
    nowMs: clock.millis,
    keyFile: join(folder, 'signing-key.json'),
    log: onFault,
  });
  return {
    origin: gateway.origin,
    clock,
    pipeline,
    call: callerOf(app),
    requests,
    faults,
    async stop() {
      await gateway.close();
      await issuer.close();
      await pipeline.settled();
      await rm(folder, { recursive: true });
    },
  };
}

function reviewDeps(pipeline: Pipeline, clock: Clock, leaseMinutes: number): ReviewDeps {
  let seeds = 0;
  return {
    cases: pipeline.cases,
    queue: pipeline.cases,
    samples: pipeline.samples,
    names: pipeline.names,
    sendUpdate: pipeline.send,
    instrument: pipeline.instrument,
    shards: SHARDS,
    offices: pipeline.offices,
    leaseMinutes,
    handling: HANDLING,
    seals: makeSeals(SECRET),
    asOf: () => pipeline.asOf,
    now: clock.now,
    newSeed: () => {
      seeds += 1;
      return `seed${seeds}`;
    },
  };
}
