/** A case under 8 U.S.C. 1367: it is not there for those without access, and opens for the others for a reason. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { summary } from '../../shared/review/api/answers.ts';
import { allOf, record, urgent } from './cases.ts';
import { describeScenes } from './scene.ts';
import { because } from './stand/caller.ts';
import { OFFICE } from './stand/people.ts';
import { claim, queueRead } from './steps.ts';

const sample = summary.shape.samples.element;

const CASE = 'PROTECTED-1';
const REASON = 'Assigned to me by the section chief.';

async function shown(page: Page): Promise<{ title: string; text: string | null }> {
  await page.getByRole('heading', { name: 'Not found' }).waitFor();
  return { title: await page.title(), text: await page.locator('main').textContent() };
}

describeScenes('a protected case', (open) => {
  test('is to a reviewer without access as if it were not there: by address, in the queue, in its count, by its id', async () => {
    const { stand, enter } = await open();
    const before = await enter('alma');
    await queueRead(before.page);
    const queue = await before.page.locator('main').textContent();
    const key = await record(stand, CASE, 1, { ...urgent, protected1367: true });

    const { page } = await enter('alma', { path: `/cases/${key}` });
    const there = await shown(page);
    await page.goto(`${stand.origin}/cases/${key.slice(0, -1)}A`);
    expect(await shown(page)).toEqual(there);

    const after = await enter('alma');
    await queueRead(after.page);
    expect(await after.page.locator('main').textContent()).toBe(queue);
    const said: (string | null)[] = [];
    for (const caseId of [CASE, 'NO-SUCH-CASE']) {
      await after.page.getByLabel('Look up a case id').fill(caseId);
      await after.page.getByRole('button', { name: 'Look up' }).click();
      said.push(await after.page.getByRole('alert').getByText('There is no such case').textContent());
    }
    expect(new Set(said).size).toBe(1);
  });

  test('shows nothing before a reason is given, keeps the reason, and closes again in time', async () => {
    const { stand, enter, pass } = await open({ leaseMinutes: 30 });
    const key = await record(stand, CASE, 1, { ...urgent, protected1367: true });
    const { page } = await enter('cleo', { path: `/?office=${OFFICE}&lane=own-motion` });
    await page
      .getByRole('row', { name: /Restricted/ })
      .getByRole('link')
      .click();
    await page.getByText('This case is restricted').waitFor();
    const asked = await page.locator('body').textContent();
    expect(asked).not.toContain(CASE);
    expect(asked).not.toMatch(/illness|health|detained/i);

    const send = page.getByRole('button', { name: 'Open this case' });
    await send.click();
    await page.getByText('Write a reason.').waitFor();
    await page.getByRole('textbox', { name: 'Reason for opening it' }).fill(REASON);
    await send.click();
    await page.getByRole('heading', { level: 1, name: CASE }).waitFor();
    await page.getByText('Information in this file is protected').waitFor();
    expect(await page.title()).not.toContain(CASE);
    expect(page.url()).not.toContain(CASE);
    const acts = await allOf(stand.pipeline.cases.listActs(key));
    expect(acts.map(({ kind, by, body }) => ({ kind, by, reason: JSON.parse(body).reason }))).toEqual([
      { kind: 'access', by: 'r-cleo', reason: REASON },
    ]);
    await claim(page);

    await pass(31 * 60);
    await page.getByText('This case is restricted').waitFor();
    expect(await page.locator('body').textContent()).not.toContain(CASE);

    // And stays closed when the page then learns nothing more.
    await page.route('**/access', (route) =>
      route.fulfill({ status: 409, json: { type: 'urn:x', title: 'No', status: 409, code: 'key-used-otherwise' } }),
    );
    await page.getByRole('textbox', { name: 'Reason for opening it' }).fill(REASON);
    await send.click();
    await page.route(`**/v1/cases/${key}`, (route) => route.abort());
    await page.getByRole('button', { name: 'Look at the case as it is now' }).click();
    await page.getByText('The service does not answer').first().waitFor();
    await page.getByText('The case is not shown').waitFor();
    expect(await page.locator('body').textContent()).not.toContain(CASE);
  });

  test('that becomes one while it is open is taken off the screen of whoever may no longer see it', async () => {
    const { stand, enter, pass } = await open();
    const key = await record(stand, CASE, 1, urgent);
    const { page } = await enter('alma', { path: `/cases/${key}` });
    await page.getByRole('heading', { level: 1, name: CASE }).waitFor();
    await record(stand, CASE, 2, { protected1367: true });
    // By the first answer that says so, and whatever becomes of the next.
    let calls = 0;
    await page.route(`**/v1/cases/${key}`, (route) => {
      calls += 1;
      return calls === 1 ? route.continue() : route.abort();
    });
    await pass(60);
    await shown(page);
    expect(await page.locator('body').textContent()).not.toContain(CASE);
  });

  test('that was drawn for blind review asks for a reason too, and then shows its facts alone', async () => {
    const { stand, enter } = await open();
    const opposed = { ...urgent, protected1367: true, respondentPosition: 'opposes' } as const;
    const key = await record(stand, CASE, 1, opposed);
    const drawn = { size: 50, idempotencyKey: because('').idempotencyKey };
    const { id, waiting } = sample.parse(await stand.call('dora', `/v1/offices/${OFFICE}/samples`, drawn));
    expect(waiting).toContain(key);
    const path = `/cases/${key}/blind?sample=${id}`;
    const alma = await enter('alma', { path });
    await shown(alma.page);

    const { page } = await enter('cleo', { path });
    await page.getByText('This case is restricted').waitFor();
    expect(await page.locator('main').textContent()).not.toMatch(/opposes|health/i);
    await page.getByRole('textbox', { name: 'Reason for opening it' }).fill('Blind review.');
    await page.getByRole('button', { name: 'Open this case' }).click();
    await page.getByText('What would you have done?').waitFor();
    await page.getByText('Information in this file is protected').waitFor();
    const facts = await page.locator('main').textContent();
    expect(facts).toMatch(/opposes/i);
    expect(facts).not.toMatch(/own.motion|triage|priorit|\bgrounds?\b|\blane\b/i);
  });
});
