/** A page that is looked at while the docket goes on: nothing moves under the cursor, and findings move the case. */
import { expect, test } from 'vitest';
import { caseView } from '../../shared/review/api/answers.ts';
import { allOf, record, urgent } from './cases.ts';
import { describeScenes } from './scene.ts';
import { OFFICE } from './stand/people.ts';
import { choose, claim, hold, queueRead } from './steps.ts';

describeScenes('while the docket goes on', (open) => {
  test('the queue stays as it is under the cursor, marks change in place, and what is new comes when asked for', async () => {
    const { stand, enter, pass } = await open();
    const watched = await record(stand, 'LIVE-1', 1, { ...urgent, hearing: { on: '2021-08-10', kind: 'master' } });
    const { page } = await enter('alma', { path: `/?office=${OFFICE}&lane=own-motion` });
    const links = page.getByRole('table').getByRole('link');
    const first = links.first();
    await queueRead(page);
    await first.focus();
    await first.hover();
    const place = () => first.evaluate((element) => JSON.stringify(element.getBoundingClientRect()));
    const [before, count, name] = [await place(), await links.count(), await first.textContent()];

    await record(stand, 'LIVE-2', 1, urgent);
    await stand.call('ben', `/v1/cases/${watched}/claim`, {});
    await pass(25);
    await page.getByText('1 new flag').waitFor();
    await page.getByRole('row', { name: /In hand: Ben Okafor/ }).waitFor();
    expect(await links.count()).toBe(count);
    expect(await first.textContent()).toBe(name);
    expect(await place()).toBe(before);
    expect(await first.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);

    await page.getByRole('button', { name: 'Show the list as it is now' }).click();
    await expect.poll(() => links.count()).toBe(count + 1);
    expect(await first.textContent()).not.toBe(name);
  });

  test('another lane is never shown with the flags of the one before, not even until its own are read', async () => {
    const { stand, enter } = await open();
    await record(stand, 'LANES-1', 1, urgent);
    const { page } = await enter('alma', { path: `/?office=${OFFICE}&lane=own-motion` });
    await queueRead(page);
    const triage = await hold(page, '**/queue?lane=triage*');
    // Looked at before the browser has drawn anything, which on a busy machine it takes its time to do.
    const drawn = await page.evaluate(`(async () => {
      [...document.querySelectorAll('nav[aria-label="Lanes"] a')].find((a) => /Triage/.test(a.textContent)).click();
      for (let turn = 0; turn < 20; turn++) await null;
      return { title: document.querySelector('h1').textContent, rows: document.querySelectorAll('tbody tr').length };
    })()`);
    expect(drawn).toEqual({ title: `Queue of ${OFFICE}: triage`, rows: 0 });
    triage.letGo();
    await queueRead(page);
  });

  test('a list that cannot be read says so, also where the service has answered something else', async () => {
    const { enter } = await open();
    const { page, context } = await enter('alma', { path: '/claims' });
    const lost = Promise.withResolvers<void>();
    await context.route('**/queue?lane=own-motion*', async (route) => {
      await lost.promise;
      await route.abort();
    });
    await page.getByRole('link', { name: 'Queue', exact: true }).click();
    await page.getByText(/^Reading the queue/).waitFor();
    await page.getByLabel('Look up a case id').fill('NO-SUCH-CASE');
    await Promise.all([page.waitForResponse('**/lookup'), page.getByRole('button', { name: 'Look up' }).click()]);
    lost.resolve();
    await page.getByText('The list could not be read').waitFor();
  });

  test('a slow refresh that ends after more was read takes none of it for gone', async () => {
    const { enter, pass } = await open();
    const { page, context } = await enter('alma', { path: '/claims' });
    const flag = (key: string) => ({
      key: key.repeat(43),
      office: OFFICE,
      lane: 'own-motion',
      status: 'open',
      restricted: false,
      detained: false,
      raisedAt: '2021-08-01T00:00:00.000Z',
      changedAt: '2021-08-01T00:00:00.000Z',
      fellAway: false,
    });
    let slow: (() => Promise<void>) | undefined;
    let isSlow = false;
    await context.route('**/queue?lane=own-motion*', async (route) => {
      const isSecond = route.request().url().includes('cursor');
      const json = isSecond ? { flags: [flag('b')] } : { flags: [flag('a')], cursor: 'next' };
      const answer = () => route.fulfill({ json });
      if (!isSlow) return answer();
      isSlow = false;
      slow = answer;
    });
    await page.getByRole('link', { name: 'Queue', exact: true }).click();
    const links = page.getByRole('table').getByRole('link');
    await expect.poll(() => links.count()).toBe(1);
    isSlow = true;
    await pass(25);
    await expect.poll(() => slow !== undefined).toBe(true);
    await page.getByRole('button', { name: 'Read more' }).click();
    await expect.poll(() => links.count()).toBe(2);
    const [late] = await Promise.all([page.waitForResponse('**/queue?lane=own-motion*'), slow?.()]);
    await late.finished();
    await pass(1);
    expect(await page.getByText('No longer in this list').count()).toBe(0);
    expect(await page.getByText('has left the list').count()).toBe(0);
    expect(await page.getByText('2 shown: that is all.').count()).toBe(1);
  });

  test('a finding goes through the docket, and the case moves on the screen with what changed', async () => {
    const { stand, enter } = await open();
    const { humanitarian: _ill, ...rest } = urgent;
    const begun = { ...rest, humanitarian: { arrivedAsYoungChild: true } };
    const key = await record(stand, 'FOUND-1', 1, begun);
    const { page } = await enter('alma', { path: `/cases/${key}` });
    await claim(page);
    const conclusion = page.getByRole('region', { name: 'What follows, for an attorney to decide' });
    await conclusion
      .getByText(/Needs facts/i)
      .first()
      .waitFor();
    await page.locator('summary', { hasText: 'Record a finding' }).click();
    const form = page.getByRole('form', { name: /^Finding: / });
    await choose(page, /^Yes$/);
    await form.getByRole('textbox', { name: 'Reason' }).fill('School records since 2015.');
    await form.getByRole('button', { name: 'Record this finding' }).click();
    await conclusion
      .getByText(/^Own motion/i)
      .first()
      .waitFor();

    const timeline = page.getByRole('region', { name: 'Timeline' });
    await timeline.getByText('School records since 2015.').first().waitFor();
    const head = await stand.pipeline.cases.readHead(key);
    expect(head?.flag?.lane).toBe('own-motion');
    expect(head?.review?.claim?.name).toBe('Alma Reyes');
    const entries = await allOf(stand.pipeline.cases.listEntries(key));
    expect(entries).toHaveLength(2);
    expect(new Set(entries.map(({ body }) => JSON.parse(body).source))).toEqual(
      new Set(['urn:docket:eoir', 'urn:own-motion:review']),
    );
    expect(entries.map(({ body }) => body).join()).not.toContain('School records');
  });

  test('a finding that the page has given up waiting for is said to be on its way only until it is in', async () => {
    const { stand, enter } = await open();
    const { humanitarian: _ill, ...rest } = urgent;
    const key = await record(stand, 'FOUND-2', 1, { ...rest, humanitarian: { arrivedAsYoungChild: true } });
    const { page } = await enter('alma', { path: `/cases/${key}` });
    await claim(page);
    const before = caseView.parse(await stand.call('alma', `/v1/cases/${key}`));
    await page.route(`**/v1/cases/${key}`, (route) => route.fulfill({ json: before }));
    await page.locator('summary', { hasText: 'Record a finding' }).click();
    await choose(page, /^Yes$/);
    const form = page.getByRole('form', { name: /^Finding: / });
    await form.getByRole('textbox', { name: 'Reason' }).fill('School records since 2015.');
    await form.getByRole('button', { name: 'Record this finding' }).click();
    await page.getByText('Recorded, and on its way').waitFor();
    await page.clock.runFor(95_000);
    const given = page.getByText('Still on its way');
    await given.waitFor();

    // Whatever becomes of the finding, another hand on the case is told.
    const moved = page.getByText('This case is no longer as shown here');
    const taken = { ...before, claim: { ...before.claim, name: 'Ben Okafor', mine: false } };
    await page.route(`**/v1/cases/${key}`, (route) => route.fulfill({ json: taken }));
    await page.clock.runFor(50_000);
    await moved.waitFor();
    expect(await given.count()).toBe(1);

    await page.unroute(`**/v1/cases/${key}`);
    await stand.pipeline.settled();
    await page.clock.runFor(50_000);
    await given.waitFor({ state: 'detached' });
    await moved.waitFor();
    await page.getByRole('button', { name: 'Show it as it is now' }).click();
    await moved.waitFor({ state: 'detached' });
    expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toBe('What is new');
    await page.getByRole('region', { name: 'Timeline' }).getByText('School records since 2015.').first().waitFor();
  });
});
