/** Chromium for the browser tests. A machine without it skips them, and each suite says so in one loud line. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe } from 'vitest';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

export function findChromium(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find((path) => existsSync(path));
}

/** Without a sandbox, because continuous integration runs as root; nothing that phones home. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function launchChromium(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, headless: true, args: ARGUMENTS });
}

/** Of a test as a whole, whose every wait has a limit of its own: on a machine ten times as slow it has gone on all along. */
const TEST_MS = 180_000;

/** A suite with a browser of its own, started before its first test. */
export function describeInChromium(name: string, suite: (browser: () => Browser) => void): void {
  const executablePath = findChromium();
  if (executablePath === undefined) console.warn(`SKIPPED, no Chromium on this machine: ${name}`);
  describe.skipIf(executablePath === undefined)(name, { timeout: TEST_MS }, () => {
    let browser: Browser | undefined;
    beforeAll(async () => {
      browser = await launchChromium(executablePath ?? '');
    });
    afterAll(() => browser?.close());
    suite(() => {
      if (browser === undefined) throw new Error('the browser has not started');
      return browser;
    });
  });
}
