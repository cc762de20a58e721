/** What supervisors and auditors see of an office: plots and tables that agree, samples that are drawn and answered. */
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { liveThrough } from './office-life.ts';
import { describeScenes } from './scene.ts';
import { OFFICE } from './stand/people.ts';
import { choose } from './steps.ts';

const SUMMARY = `/offices/${OFFICE}/summary`;
const SAMPLES = `/offices/${OFFICE}/samples`;

/** Numbers written at the bars of a plot, in their order; bars without a number stand for nothing. */
async function plotted(page: Page, plot: string): Promise<number[]> {
  const texts = await page.locator(`svg[aria-labelledby="${plot}-wide-title"] .plot-number`).allTextContents();
  return texts.map(Number);
}

/** The numbers of a table's columns, row by row. */
async function tabled(page: Page, caption: string, columns: readonly number[]): Promise<number[]> {
  const rows = await page.getByRole('table', { name: caption, exact: true }).locator('tbody tr').all();
  const cells = await Promise.all(rows.map((row) => row.locator('th, td').allTextContents()));
  return cells.flatMap((row) => columns.map((column) => Number(row[column])));
}

const isNumber = (count: number) => count > 0;

/** One press of a double click. */
async function press(page: Page, button: Locator, clickCount: 1 | 2): Promise<void> {
  const { x = 0, y = 0 } = (await button.boundingBox()) ?? {};
  await page.mouse.move(x + 10, y + 10);
  await page.mouse.down({ clickCount });
  await page.mouse.up({ clickCount });
}

describeScenes('an office in numbers', (open) => {
  test('every plot says what the table beside it says', async () => {
    const { stand, enter } = await open();
    await liveThrough(stand);
    const { page } = await enter('egon', { path: SUMMARY });
    await page.getByText('Share missed').first().waitFor();
    expect(await plotted(page, 'ages')).toEqual(
      await tabled(page, 'Undecided flags by lane and age in days', [1, 2, 3, 4, 5, 6]),
    );
    expect(await plotted(page, 'hearings')).toEqual(await tabled(page, 'Undecided flags by next hearing', [1]));
    expect(await plotted(page, 'weeks')).toEqual(
      (await tabled(page, 'Flags raised and decisions made, by week', [1, 2])).filter(isNumber),
    );
    expect(await plotted(page, 'agreement')).toEqual(await tabled(page, 'Decisions by rule found true', [1, 2, 3]));
    const samples = await tabled(page, 'Samples, the newest first', [4, 5, 6, 7]);
    expect(await plotted(page, 'samples')).toEqual(samples);
    for (const numbers of [await plotted(page, 'weeks'), samples]) expect(numbers.some(isNumber)).toBe(true);
  });

  test('a supervisor draws a sample, a reviewer answers for a case of it blind, and the summary counts the answer', async () => {
    const { stand, enter } = await open();
    const { page } = await enter('dora', { path: SAMPLES });
    const draw = page.getByRole('button', { name: 'Draw the sample' });
    const size = page.getByLabel('Number of cases');
    await size.fill('0');
    await draw.click();
    await page.getByText('Enter a whole number from 1 to 50.').waitFor();
    await size.fill('2');
    await page.getByLabel('Seed').fill('spring');
    // A double click whose second press comes when the answer to the first is there: in a slow hand, or near a fast service.
    const first = page.getByRole('link', { name: 'Review case 1 blind' });
    await press(page, draw, 1);
    await first.waitFor();
    await press(page, draw, 2);
    expect(await page.getByText('spring').count()).toBe(1);
    const address = await first.getAttribute('href');

    const alma = await enter('alma', { path: address ?? '' });
    await alma.page.getByText('What would you have done?').waitFor();
    const asked = await alma.page.locator('main').textContent();
    expect(asked).not.toMatch(/own.motion|triage|priorit|\bgrounds?\b|\blane\b/i);
    await choose(alma.page, 'I would flag it');
    await alma.page.getByRole('textbox', { name: 'Reason' }).fill('A child who came young.');
    await alma.page.getByRole('button', { name: 'Record this answer' }).click();
    await alma.page.getByText('Your answer is recorded').first().waitFor();

    await page.reload();
    await page.getByText('1 case without an answer:').waitFor();
    await page.getByRole('link', { name: `Summary of ${OFFICE}` }).click();
    await page.getByText('1 of 1: between 21% and 100%').waitFor();
    expect(stand.requests.filter(({ route }) => route === 'drawSample')).toHaveLength(1);
  });

  test('an auditor reads samples and draws none; to a reviewer there is no summary', async () => {
    const { stand, enter } = await open();
    await liveThrough(stand);
    const egon = await enter('egon', { path: SAMPLES });
    await egon.page.getByText('without an answer:').waitFor();
    expect(await egon.page.getByRole('button', { name: 'Draw the sample' }).count()).toBe(0);
    expect(await egon.page.getByRole('link', { name: /Review case/ }).count()).toBe(0);
    const alma = await enter('alma', { path: SUMMARY });
    await alma.page.getByText('The summary could not be shown').waitFor();
    expect(await alma.page.getByRole('table').count()).toBe(0);
  });
});
