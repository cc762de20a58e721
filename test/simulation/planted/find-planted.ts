/**
 * Runs schedules on the product with one planted bug after another until each is caught, and says how many seeds that
 * took. The product is loaded anew for every bug, with the one place of its source changed as it is read.
 */
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { PLANTED } from './bugs.ts';
import type { PlantedBug } from './planted-bug.ts';

const ROOT = new URL('../../../', import.meta.url).href;
const OWN = /^(events|shared|functions|test)\//;

function placeOf(url: string): string | undefined {
  const path = url.startsWith(ROOT) ? url.slice(ROOT.length).replace(/\?.*$/, '') : '';
  return OWN.test(path) ? path : undefined;
}

function bugNamed(url: string): PlantedBug | undefined {
  const name = new URL(url).searchParams.get('bug');
  return PLANTED.find((bug) => bug.name === name);
}

registerHooks({
  resolve(specifier, context, nextResolve) {
    const found = nextResolve(specifier, context);
    const bug =
      context.parentURL?.startsWith('file:') === true ? new URL(context.parentURL).searchParams.get('bug') : null;
    if (bug === null || placeOf(found.url) === undefined) return found;
    return { ...found, url: `${found.url.replace(/\?.*$/, '')}?bug=${bug}` };
  },
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    const place = placeOf(url);
    const bug = url.includes('?bug=') ? bugNamed(url) : undefined;
    if (bug === undefined || place !== bug.file) return loaded;
    const source =
      typeof loaded.source === 'string' ? loaded.source : Buffer.from(loaded.source as Uint8Array).toString();
    if (!source.includes(bug.from)) throw new Error(`${bug.name}: ${bug.file} no longer says what is to be changed`);
    return { ...loaded, source: source.replace(bug.from, () => bug.to) };
  },
});

export interface Caught {
  readonly bug: PlantedBug;
  /** How many seeds it took, or undefined where none of them caught it. */
  readonly seeds: number | undefined;
  readonly rule: string;
}

export async function findPlanted(bug: PlantedBug, firstSeed: number, seedsMax: number): Promise<Caught> {
  const world = fileURLToPath(new URL('../world/world.ts', import.meta.url));
  const { runSchedule } = (await import(`${world}?bug=${bug.name}`)) as typeof import('../world/world.ts');
  for (let nth = 0; nth < seedsMax; nth++) {
    const { violations } = await runSchedule(firstSeed + nth);
    const [first] = violations;
    if (first !== undefined) return { bug, seeds: nth + 1, rule: first.rule };
  }
  return { bug, seeds: undefined, rule: '' };
}
