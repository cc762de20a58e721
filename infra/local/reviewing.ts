/** Opens what reviewers use: the HTTP API of the template, and the issuer of the sample where the template names it. */
import { join } from 'node:path';
import type { RunningFunction } from './functions.ts';
import { openGateway } from './http/gateway.ts';
import type { WantedPort } from './http/listen.ts';
import { openIssuer } from './issuer/issuer.ts';
import { samplePeople } from './issuer/people.ts';
import { LOCAL_HOST } from './loopback.ts';
import type { Plan } from './plan.ts';
import type { UrlOfQueue } from './resource-names.ts';
import { planSignIn } from './sign-in-plan.ts';
import { CannotRun } from './understood.ts';

export interface ReviewingParts {
  readonly plan: Plan;
  readonly functions: ReadonlyMap<string, RunningFunction>;
  readonly urlOf: UrlOfQueue;
  readonly state: string;
  readonly port: WantedPort;
  readonly tokenLifetimeS: number;
  readonly log: (line: string) => void;
}

export interface Reviewing {
  readonly pageUrl: string;
  readonly issuerUrl: string;
  readonly close: () => Promise<void>;
}

export const ISSUER_KEY_FILE = 'issuer-key.json';

export async function openReviewing(parts: ReviewingParts): Promise<Reviewing> {
  const { plan, functions, urlOf, state, port, tokenLifetimeS, log } = parts;
  const { api } = plan;
  const signIn = planSignIn(plan, urlOf);
  if (api === undefined || signIn === undefined) throw new CannotRun('the template has no HTTP API with a sign-in');
  const gateway = await openGateway({ api, functions, port, now: () => new Date(), log });
  const close = [gateway.close];
  try {
    // Another issuer is somebody's own, and people sign in there.
    if (new URL(signIn.issuer).hostname === LOCAL_HOST) {
      const issuer = await openIssuer({
        ...signIn,
        lifetimeS: tokenLifetimeS,
        keyFile: join(state, ISSUER_KEY_FILE),
        people: samplePeople,
        pageOrigins: [gateway.origin, gateway.origin.replace(LOCAL_HOST, 'localhost')],
        nowMs: Date.now,
        log,
      });
      close.unshift(issuer.close);
    }
  } catch (error) {
    await gateway.close();
    throw error;
  }
  return {
    pageUrl: `${gateway.origin}/`,
    issuerUrl: signIn.issuer,
    async close() {
      for (const each of close) await each();
    },
  };
}
