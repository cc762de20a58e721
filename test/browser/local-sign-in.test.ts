/** The local run's own pages: whom to sign in as, and that a sign-in cannot go on. */
import { expect, test } from 'vitest';
import { samplePeople } from '../../infra/local/issuer/people.ts';
import { messagePage, signInPage } from '../../infra/local/issuer/sign-in-page.ts';
import { describeInChromium } from './chromium.ts';
import { faultsOnScreen } from './visit.ts';

describeInChromium('signing in to the sample', (browser) => {
  test.each([
    { what: 'the choice of people', html: signInPage({ people: samplePeople, asked: { state: 'a' } }) },
    { what: 'a refusal', html: messagePage('This sign-in cannot go on', 'It began elsewhere.') },
  ])('$what is without fault, wide and narrow', async ({ html }) => {
    for (const width of [1280, 320]) {
      const page = await browser().newPage({ viewport: { width, height: 800 } });
      await page.setContent(html);
      expect(await faultsOnScreen(page)).toEqual([]);
      await page.close();
    }
  });
});
