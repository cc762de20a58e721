/** From an explanation to the instrument, and what can be taken away: a draft motion, the list of one's own claims. */
import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { record, urgent } from './cases.ts';
import { describeScenes } from './scene.ts';
import { HANDLING } from './stand/stand.ts';
import { choose, claim } from './steps.ts';

const CASE = 'TAKEN-1';

async function download(page: Page, button: string | RegExp): Promise<{ name: string; bytes: Buffer }> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button }).click()]);
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

describeScenes('from the page', (open) => {
  test('every rule of an explanation leads to its section of the instrument', async () => {
    const { stand, enter } = await open();
    const key = await record(stand, CASE, 1, urgent);
    const { page } = await enter('alma', { path: `/cases/${key}` });
    await page.getByRole('button', { name: 'Open all' }).click();
    const rule = page.getByRole('link', { name: 'Public safety in the instrument' });
    await rule.click();
    await page.getByRole('heading', { level: 1, name: /Interim Guidance/ }).waitFor();
    const heading = page.getByRole('heading', { level: 3, name: 'Public safety' });
    await expect.poll(() => heading.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
    expect(await heading.evaluate((element) => element.getBoundingClientRect().top)).toBeLessThan(200);
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: CASE }).waitFor();
  });

  test('a draft motion is a Word file headed DRAFT, with nothing in it or its name that tells whose it is', async () => {
    const { stand, enter } = await open();
    const key = await record(stand, CASE, 1, urgent);
    const { page } = await enter('alma', { path: `/cases/${key}` });
    await claim(page);
    await choose(page, 'Move to dismiss');
    const { name, bytes } = await download(page, /Draft of the motion to dismiss/);
    expect(name).toBe('draft-motion.docx');
    const parts = Object.entries(unzipSync(bytes)).map(([part, content]) => ({ part, text: strFromU8(content) }));
    expect(
      parts
        .filter(({ part }) => part.includes('header'))
        .map(({ text }) => text)
        .join(),
    ).toContain('DRAFT');
    const whole = parts.map(({ text }) => text).join();
    for (const secret of [CASE, key, 'Alma', 'health', 'illness', 'LOS']) expect(whole).not.toContain(secret);
  });

  test('the list of claims is a file with the banner on top, without case ids or keys', async () => {
    const { stand, enter } = await open();
    const key = await record(stand, CASE, 1, urgent);
    await stand.call('alma', `/v1/cases/${key}/claim`, {});
    const { page } = await enter('alma', { path: '/claims' });
    const { name, bytes } = await download(page, 'Save the list as CSV');
    expect(name).toBe('my-claims.csv');
    const text = bytes.toString('utf8');
    expect(text).toContain(HANDLING);
    expect(text).toContain('2021-08-09');
    for (const secret of [CASE, key, key.slice(0, 8)]) expect(text).not.toContain(secret);
  });
});
