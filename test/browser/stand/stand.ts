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
import { makeSeals } from '../../../functions/review-api/seals.ts';
import { parseEnv } from '../../../functions/review-page/env.ts';
import { readPageFiles } from '../../../functions/review-page/page-files.ts';
import { buildPage } from '../../../web/build.ts';
import { type Call, callerOf } from './caller.ts';
import { type Clock, standClock } from './clock.ts';
import { gateway } from './gateway.ts';
import { CLIENT_ID, startIssuer } from './issuer.ts';
import { OFFICES, people } from './people.ts';
import { type Pipeline, SECRET, SHARDS, standPipeline } from './pipeline.ts';
import { serve } from './serve.ts';

export interface StandSettings {
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

export async function startStand(settings: StandSettings = {}): Promise<Stand> {
  const { leaseMinutes = 30, tokenMinutes = 480, offices = OFFICES } = settings;
  const docket = settings.docket ?? (await readSample()).lines;
  const folder = await mkdtemp(join(tmpdir(), 'own-motion-stand-'));
  const clock = standClock();
  const faults: unknown[] = [];
  const onFault = (fault: unknown) => faults.push(fault);
  const [pipeline, issuer] = await Promise.all([
    standPipeline({ clock, docket, of: offices === 'all' ? undefined : offices, onFault }),
    startIssuer({ clock, people: Object.values(people), tokenMinutes: () => tokenMinutes, onFault }),
    buildPage({ outdir: folder }),
  ]);
  const requests: AccessLine[] = [];
  let seeds = 0;
  const app = reviewApp(
    {
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
    },
    (line) => {
      requests.push(line);
      if (line.outcome === 'failed') onFault(line);
    },
  );
  const page = {
    files: readPageFiles(folder),
    env: parseEnv({ ISSUER: issuer.origin, CLIENT_ID, SCOPE: 'openid profile' }),
  };
  const server = await serve(gateway({ app, page: () => page, issuer }), onFault);
  return {
    origin: server.origin,
    clock,
    pipeline,
    call: callerOf(app, server.origin),
    requests,
    faults,
    async stop() {
      await server.stop();
      await issuer.stop();
      await pipeline.settled();
      await rm(folder, { recursive: true });
    },
  };
}
