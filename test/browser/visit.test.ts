/** The looking itself: what must not be on a page is seen when it is put there. */
import { expect, test } from 'vitest';
import { describeInChromium } from './chromium.ts';
import { startStand } from './stand/stand.ts';
import { faultsOnScreen, newVisit } from './visit.ts';

describeInChromium('a visit', (browser) => {
  test('sees a breach of the content policy, an error of a script, a page that is too wide, and a missing name', async () => {
    const stand = await startStand();
    const { page, faults, close } = await newVisit(browser(), stand);
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    expect(await faultsOnScreen(page)).toEqual([]);
    expect(faults).toEqual([]);

    await page.evaluate('document.querySelector("main").setAttribute("style", "color: red")');
    await expect.poll(() => faults.join()).toContain('Content Security Policy');
    await page.evaluate('setTimeout(() => { throw new Error("put there"); })');
    await expect.poll(() => faults.join()).toContain('put there');
    await page.evaluate(
      'document.querySelector("button").textContent = ""; document.querySelector("h1").style.width = "9000px"',
    );
    const seen = (await faultsOnScreen(page)).join();
    expect(seen).toContain('wider than the screen');
    expect(seen).toContain('button-name');
    await close();
    await stand.stop();
  });
});
