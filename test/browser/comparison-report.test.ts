/** The report that `own-motion compare --html` writes, as a browser shows it. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SAMPLE_FILE } from '../../cli/sample/read-sample.ts';
import { violationsOf } from './axe.ts';
import { describeInChromium } from './chromium.ts';

const root = join(import.meta.dirname, '..', '..');

describeInChromium('the comparison report', (browser) => {
  let folder = '';
  let file = '';
  afterAll(() => rmSync(folder, { recursive: true }));

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'own-motion-report-'));
    file = join(folder, 'report.html');
    const policies = ['--policy', 'opla-2021-05-27', '--policy', 'opla-2022-04-03', '--as-of', '2022-05-02'];
    const { stderr } = spawnSync(
      process.execPath,
      [join(root, 'cli', 'own-motion.js'), 'compare', ...policies, '--cases', '--html', file],
      { input: readFileSync(SAMPLE_FILE), encoding: 'utf8' },
    );
    expect(stderr).toContain('read 1751 docket updates of 300 cases');
  });

  test.each([
    { colorScheme: 'light', width: 1280 },
    { colorScheme: 'dark', width: 1280 },
    { colorScheme: 'light', width: 320 },
  ] as const)('has no fault that axe can find, $colorScheme at $width pixels', async ({ colorScheme, width }) => {
    const context = await browser().newContext({ colorScheme, viewport: { width, height: 800 } });
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(pathToFileURL(file).href);
    await page.evaluate('for (const details of document.querySelectorAll("details")) details.open = true;');
    expect(await violationsOf(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    expect(asked).toEqual([pathToFileURL(file).href]);
    await context.close();
  });

  test('is looked at in earnest: a fault that is put there is found', async () => {
    const page = await browser().newPage();
    await page.goto(pathToFileURL(file).href);
    await page.evaluate('document.documentElement.removeAttribute("lang")');
    expect((await violationsOf(page)).join()).toContain('html-has-lang');
    await page.close();
  });
});
