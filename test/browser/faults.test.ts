/** What goes wrong around the page: a sign-in that ends, an API that is down, an answer that is lost on its way. */
import { expect, test } from 'vitest';
import { allOf, record, urgent } from './cases.ts';
import { describeScenes } from './scene.ts';
import { claim, decided, hold, reasonOf, recordButton, weigh } from './steps.ts';
import { chooseWhom } from './visit.ts';

const ILL = 'Serious illness, and no priority is open.';
const API = '**/v1/**';

describeScenes('when something fails', (open) => {
  test('a sign-in that has ended leads back through sign-in to the case, and the reason is still there', async () => {
    const { stand, enter, pass } = await open({ tokenMinutes: 15 });
    const key = await record(stand, 'TOKEN-1', 1, urgent);
    const { page } = await enter('alma', { path: `/cases/${key}` });
    await claim(page);
    await weigh(page, 'Move to dismiss', ILL);
    await pass(16 * 60);
    const dialog = page.getByRole('dialog', { name: 'Your sign-in has ended' });
    await dialog.waitFor();
    // What it lies over is covered: a colour without transparency.
    const cover = await page.evaluate(
      'getComputedStyle(document.querySelector("dialog"), "::backdrop").backgroundColor',
    );
    expect(cover).toMatch(/^rgb\(/);
    await dialog.getByRole('button', { name: 'Sign in again' }).click();
    await page.getByRole('heading', { level: 1, name: 'TOKEN-1' }).waitFor();
    expect(await reasonOf(page).inputValue()).toBe(ILL);
    await weigh(page, 'Move to dismiss', await reasonOf(page).inputValue());
    await recordButton(page).click();
    await decided(page, 'move to dismiss').waitFor();
  });

  test('a token that the API no longer takes loses nothing either, and a colleague who signs in finds no draft', async () => {
    const { stand, enter } = await open({ tokenMinutes: 15 });
    const key = await record(stand, 'TOKEN-2', 1, urgent);
    const { page, context } = await enter('alma', { path: `/cases/${key}` });
    await claim(page);
    await weigh(page, 'Move to dismiss', ILL);
    // Only the API's clock goes on: the page believes that its token lasts.
    stand.clock.forward(16 * 60);
    await recordButton(page).click();
    const dialog = page.getByRole('dialog', { name: 'Your sign-in has ended' });
    await dialog.waitFor();
    expect((await stand.pipeline.cases.readHead(key))?.review?.decisions).toEqual([]);
    stand.clock.forward(-16 * 60);
    await context.clearCookies();
    await dialog.getByRole('button', { name: 'Sign in again' }).click();
    await chooseWhom(page, 'dora');
    await page.getByRole('heading', { level: 1, name: 'TOKEN-2' }).waitFor();
    expect(await reasonOf(page).inputValue()).toBe('');
    expect(await page.evaluate('Object.values(sessionStorage).join()')).not.toContain(ILL);
  });

  test('signing out leaves nothing half-written in the tab', async () => {
    const { stand, enter } = await open();
    const key = await record(stand, 'OUT-1', 1, urgent);
    const { page } = await enter('alma', { path: `/cases/${key}` });
    await claim(page);
    await weigh(page, 'Decline', ILL);
    expect(await page.evaluate('Object.values(sessionStorage).join()')).toContain(ILL);
    // Nor anything on the screen while the issuer takes its time.
    const issuer = await hold(page, '**/.well-known/openid-configuration');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Signing out' }).waitFor();
    expect(await page.locator('body').textContent()).not.toContain('OUT-1');
    await issuer.asked;
    issuer.letGo();
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    expect(await page.evaluate('sessionStorage.length + localStorage.length')).toBe(0);
    await page.goBack();
    await page.waitForLoadState('networkidle');
    expect(await page.locator('body').textContent()).not.toContain('OUT-1');
  });

  test('an API that is down saves nothing, says so, and takes the same decision once it is up', async () => {
    const { stand, enter } = await open();
    const key = await record(stand, 'DOWN-1', 1, urgent);
    const { page, context } = await enter('alma', { path: `/cases/${key}` });
    await claim(page);
    await weigh(page, 'Move to dismiss', ILL);
    await context.route(API, (route) => route.abort());
    await recordButton(page).click();
    const alert = page.getByRole('alert');
    await alert.getByText('Not known to be saved').waitFor();
    await page.getByText('The service does not answer').first().waitFor();
    expect(await reasonOf(page).inputValue()).toBe(ILL);
    await context.unroute(API);
    await alert.getByRole('button', { name: 'Try again' }).click();
    await decided(page, 'move to dismiss').waitFor();
    expect((await stand.pipeline.cases.readHead(key))?.review?.decisions).toHaveLength(1);
  });

  test('a next case whose answer is lost is the one that is handed out by trying again', async () => {
    const { stand, enter } = await open();
    const keys = [await record(stand, 'NEXT-1', 1, urgent), await record(stand, 'NEXT-2', 1, urgent)];
    const { page, context } = await enter('alma');
    await context.route('**/next', async (route) => {
      await route.fetch();
      await route.abort();
    });
    const take = page.getByRole('button', { name: 'Take the next case' });
    await take.click();
    await page.getByText('The service did not answer. Try again').waitFor();
    await context.unroute('**/next');
    const again = await hold(page, '**/next');
    await take.click();
    await again.asked;
    expect(await page.getByText('The service did not answer. Try again').count()).toBe(0);
    again.letGo();
    await page.getByRole('heading', { level: 1, name: /NEXT-\d/ }).waitFor();
    const heads = await Promise.all(keys.map((key) => stand.pipeline.cases.readHead(key)));
    expect(heads.filter((head) => head?.review?.claim !== undefined)).toHaveLength(1);
  });

  test('a decision whose answer is lost is not made twice by trying again', async () => {
    const { stand, enter } = await open();
    const key = await record(stand, 'LOST-1', 1, urgent);
    const { page, context } = await enter('alma', { path: `/cases/${key}` });
    await claim(page);
    await weigh(page, 'Move to dismiss', ILL);
    await context.route('**/decision', async (route) => {
      await route.fetch();
      await route.abort();
    });
    await recordButton(page).click();
    const alert = page.getByRole('alert');
    await alert.getByText('Not known to be saved').waitFor();
    expect((await stand.pipeline.cases.readHead(key))?.review?.decisions).toHaveLength(1);
    await context.unroute('**/decision');
    await alert.getByRole('button', { name: 'Try again' }).click();
    await decided(page, 'move to dismiss').waitFor();
    expect((await stand.pipeline.cases.readHead(key))?.review?.decisions).toHaveLength(1);
    expect(await allOf(stand.pipeline.cases.listActs(key))).toHaveLength(1);
  });
});
