/** Writes pictures of the main screens into `docs/images/`, from made-up cases. `npm run screenshots`; needs Chromium. */
import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { docketLines, SAMPLE_DOCKET } from '../../cli/sample/docket.ts';
import { addressOf } from '../../web/app/place.ts';
import { findChromium, launchChromium } from './chromium.ts';
import { firstOf, liveThrough } from './office-life.ts';
import { OFFICE, type PersonName } from './stand/people.ts';
import { type Stand, startStand } from './stand/stand.ts';
import { claim, weigh } from './steps.ts';
import { visit } from './visit.ts';

const folder = join(import.meta.dirname, '..', '..', 'docs', 'images');
/** More would make a page that shows them slow to open. */
const BYTES_MAX = 300 * 1024;

interface Picture {
  readonly name: string;
  readonly person: PersonName;
  readonly path: string;
  readonly width?: number;
  readonly height: number;
  readonly prepare?: (page: Page) => Promise<void>;
}

/** So many made-up cases over all offices that one office is busy. */
const DOCKET = { ...SAMPLE_DOCKET, cases: 1_600 };
const ROUNDS = 4;
const MESSAGE_GONE_MS = 15_000;

async function scrollTo(page: Page, selector: string): Promise<void> {
  await page.evaluate(`document.querySelector(${JSON.stringify(selector)}).scrollIntoView()`);
}

async function decideOn(page: Page): Promise<void> {
  await claim(page);
  await page.clock.fastForward(MESSAGE_GONE_MS);
  await weigh(page, 'Move to dismiss', 'No priority is open, and the ground is documented in the file.');
  await scrollTo(page, '#decision');
}

async function pictures(stand: Stand): Promise<Picture[]> {
  const key = await firstOf(stand, 'own-motion');
  const path = addressOf({ page: 'case', key });
  const unknowing = addressOf({ page: 'case', key: await firstOf(stand, 'needs-facts') });
  return [
    { name: 'queue', person: 'ben', path: '/?lane=triage', height: 940 },
    { name: 'case', person: 'alma', path, height: 1500 },
    {
      name: 'missing',
      person: 'alma',
      path: unknowing,
      height: 1100,
      prepare: (page) => scrollTo(page, '#missing'),
    },
    { name: 'decision', person: 'alma', path, height: 1420, prepare: decideOn },
    {
      name: 'summary',
      person: 'dora',
      path: addressOf({ page: 'summary', office: OFFICE }),
      height: 1800,
      prepare: (page) => scrollTo(page, '.summary section:nth-of-type(2)'),
    },
    {
      name: 'policy',
      person: 'alma',
      path: addressOf({ page: 'policy', id: 'opla-2021-05-27', rule: 'border-security' }),
      height: 1200,
    },
    { name: 'narrow', person: 'ben', path: unknowing, width: 320, height: 1000 },
  ];
}

async function take(browser: Browser, stand: Stand, picture: Picture): Promise<void> {
  const { name, person, path, width = 1280, height, prepare } = picture;
  const opened = await visit(browser, stand, person, { path, width, height });
  await opened.page.getByRole('heading', { level: 1 }).waitFor();
  await opened.page.waitForLoadState('networkidle');
  await prepare?.(opened.page);
  const file = join(folder, `${name}.png`);
  await opened.page.screenshot({ path: file });
  const { size } = await stat(file);
  console.log(`${name}.png: ${width} x ${height}, ${Math.ceil(size / 1024)} KB`);
  if (size > BYTES_MAX) throw new Error(`${name}.png is larger than ${BYTES_MAX} bytes`);
  if (opened.faults.length > 0) throw new Error(`${name}: ${opened.faults.join('; ')}`);
  await opened.close();
}

const executable = findChromium();
if (executable === undefined) throw new Error('there is no Chromium on this machine');
await mkdir(folder, { recursive: true });
const stand = await startStand({ docket: [...docketLines(DOCKET)] });
const browser = await launchChromium(executable);
try {
  await liveThrough(stand, ROUNDS);
  for (const picture of await pictures(stand)) await take(browser, stand, picture);
} finally {
  await browser.close();
  await stand.stop();
}
