/** The containers of all functions: which of them is free, what version it runs, how its clock goes, when it ends. */

import {
  type ApiContainer,
  type Consumer,
  type Container,
  makeApi,
  makeClassifier,
  makeLife,
  type Outside,
} from './containers.ts';
import { makeReclassifier } from './reclassifying.ts';
import type { Stage } from './stage.ts';

const FUNCTION_MILLIS = 30_000;
export const OLD_POLICY = 'opla-2021-05-27';
export const NEW_POLICY = 'opla-2022-04-03';
const SKEWS = [0, 0, -90_000, 45_000, 600_000, -1_900_000] as const;

export function makeFleet({ chance, switches, coverage, clock, isCalm }: Stage, outside: Outside) {
  const pools = { classify: [] as Consumer[], reclassify: [] as Consumer[], api: [] as ApiContainer[] };
  let made = 0;
  let isNewPolicy = false;

  const current = () => (isNewPolicy ? NEW_POLICY : OLD_POLICY);
  /** During a deployment both versions start. */
  const starting = () => (isCalm() || chance.isTrue(0.7) ? current() : OLD_POLICY);

  function wake<T extends Container>(container: T): T {
    container.isBusy = true;
    container.deadline = clock.now + FUNCTION_MILLIS;
    if (isCalm()) container.skewMillis = 0;
    else if (switches.clockSkew && chance.isTrue(0.3)) {
      container.skewMillis = chance.pick(SKEWS);
      coverage.count('fault: clock jump');
    }
    return container;
  }

  function take<T extends Container & { policy: string }>(pool: T[], make: (policy: string) => T): T {
    const isFree = (each: T) => !each.isBusy && !each.isDead && !each.isZombie;
    const free = pool.find((each) => isFree(each) && (!isCalm() || each.policy === current()));
    if (free !== undefined) return wake(free);
    const fresh = make(starting());
    pool.push(fresh);
    return wake(fresh);
  }

  return {
    consumer(kind: 'classify' | 'reclassify'): Consumer {
      const make = kind === 'classify' ? makeClassifier : makeReclassifier;
      return take(pools[kind], (policy) => make(outside, `${kind}${++made}`, policy));
    },
    api: (): ApiContainer => take(pools.api, (policy) => makeApi(outside, `api${++made}`, policy)),
    /** For one run and no more. */
    single: (name: string): Container => wake(makeLife(`${name}${++made}`)),

    deploy(): void {
      isNewPolicy = true;
      for (const pool of [pools.classify, pools.reclassify, pools.api]) {
        for (const container of pool) if (!container.isBusy && chance.isTrue(0.5)) container.isDead = true;
      }
    },
    isNewPolicy: () => isNewPolicy,
    current,

    end: (container: Container) => clock.end(container),
  };
}

export type Fleet = ReturnType<typeof makeFleet>;
