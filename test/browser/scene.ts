/** A stand of its own for each test, with windows of people on it; a test fails on whatever went wrong behind its back. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { buildPage } from '../../web/build.ts';
import { describeInChromium } from './chromium.ts';
import type { PersonName } from './stand/people.ts';
import { type Stand, type StandSettings, startStand } from './stand/stand.ts';
import { newVisit, pass, type Visit, type VisitSettings, visit } from './visit.ts';

export interface Scene {
  readonly stand: Stand;
  /** A window in which nobody has signed in. */
  readonly window: (settings?: VisitSettings) => Promise<Visit>;
  /** A window in which a person has signed in. */
  readonly enter: (person: PersonName, settings?: VisitSettings) => Promise<Visit>;
  /** Lets time pass for the API and for every window. */
  readonly pass: (seconds: number) => Promise<void>;
}

/** For a page that nothing is kept of, on a machine that is busy with other tests: no test's own time goes into it. */
const BUILD_MS = 180_000;

export type Open = (settings?: StandSettings) => Promise<Scene>;

export function describeScenes(name: string, tests: (open: Open) => void): void {
  describeInChromium(name, (browser) => {
    const stands: Stand[] = [];
    const visits: Visit[] = [];
    let pageFolder = '';

    beforeAll(async () => {
      pageFolder = await mkdtemp(join(tmpdir(), 'own-motion-page-'));
      await buildPage({ outdir: pageFolder });
    }, BUILD_MS);
    afterAll(() => rm(pageFolder, { recursive: true }));

    afterEach(async () => {
      const faults = [...visits.flatMap((one) => one.faults), ...stands.flatMap((one) => one.faults)];
      for (const one of visits.splice(0)) await one.close();
      for (const one of stands.splice(0)) await one.stop();
      expect(faults).toEqual([]);
    });

    tests(async (settings) => {
      const stand = await startStand({ ...settings, pageFolder });
      stands.push(stand);
      const keep = (opened: Visit) => {
        visits.push(opened);
        return opened;
      };
      return {
        stand,
        window: async (wanted) => keep(await newVisit(browser(), stand, wanted)),
        enter: async (person, wanted) => keep(await visit(browser(), stand, person, wanted)),
        pass: (seconds) => pass(stand, visits, seconds),
      };
    });
  });
}
