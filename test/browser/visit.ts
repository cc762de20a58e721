/** A person with a browser window of their own, signed in at the stand, on the stand's time. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { violationsOf } from './axe.ts';
import { type PersonName, people } from './stand/people.ts';
import type { Stand } from './stand/stand.ts';

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors of the page and everything that its content policy refused; answers that refuse something are none. */
  readonly faults: readonly string[];
  readonly close: () => Promise<void>;
}

export interface VisitSettings {
  readonly width?: number;
  readonly height?: number;
  /** Where to go once signed in. */
  readonly path?: string;
}

/** Chromium writes a line for every answer of 400 and above, whether or not the page expects it. */
const EXPECTED =
  /^Failed to load resource: (the server responded with a status of (401|403|404|409|503)|net::ERR_FAILED)/;

/** A window at the sign-in page. */
export async function newVisit(browser: Browser, stand: Stand, settings: VisitSettings = {}): Promise<Visit> {
  const { width = 1280, height = 900, path = '/' } = settings;
  const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce', timezoneId: 'UTC' });
  await context.clock.install({ time: stand.clock.millis() });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !EXPECTED.test(message.text())) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(String(error)));
  await page.goto(`${stand.origin}${path}`);
  return { page, context, faults, close: () => context.close() };
}

/** At the issuer's page. The issuer remembers the answer for this window. */
export async function chooseWhom(page: Page, person: PersonName): Promise<void> {
  await page.getByRole('button', { name: people[person].name }).click();
}

export async function visit(
  browser: Browser,
  stand: Stand,
  person: PersonName,
  settings: VisitSettings = {},
): Promise<Visit> {
  const opened = await newVisit(browser, stand, settings);
  const { page } = opened;
  await page.getByRole('button', { name: 'Sign in' }).click();
  await chooseWhom(page, person);
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
  return opened;
}

/** Lets time pass for everyone: the API's clock and that of every window. */
export async function pass(stand: Stand, visits: readonly Visit[], seconds: number): Promise<void> {
  stand.clock.forward(seconds);
  await Promise.all(visits.map(({ context }) => context.clock.fastForward(seconds * 1_000)));
}

/** What is wrong with the screen as it stands: axe's violations, and whether it needs sideways scrolling. */
export async function faultsOnScreen(page: Page): Promise<string[]> {
  const wide = await page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  return [...(wide > 0 ? [`the page is ${wide} pixels wider than the screen`] : []), ...(await violationsOf(page))];
}
