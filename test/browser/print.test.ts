/** On paper: the handling banner on every sheet, the case in full, and nothing that only a screen can do. */
import { expect, test } from 'vitest';
import { record, urgent } from './cases.ts';
import { pagesOf } from './pdf-text.ts';
import { describeScenes } from './scene.ts';
import { OFFICE } from './stand/people.ts';
import { HANDLING } from './stand/stand.ts';

const packed = (text: string) => text.replaceAll(/\s/g, '');
const timesIn = (text: string, part: string) => text.split(packed(part)).length - 1;

describeScenes('on paper', (open) => {
  test.each([
    { what: 'a case', person: 'alma', path: (key: string) => `/cases/${key}`, says: 'What is on record' },
    { what: 'a queue', person: 'alma', path: () => '/', says: 'Queue of LOS' },
    { what: 'a summary', person: 'egon', path: () => `/offices/${OFFICE}/summary`, says: 'Oldest' },
    { what: 'an instrument', person: 'alma', path: () => '/policies/opla-2021-05-27', says: 'National security' },
  ] as const)('$what carries the handling banner on top and bottom of every sheet', async ({ person, path, says }) => {
    const { stand, enter } = await open();
    const key = await record(stand, 'PAPER-1', 1, urgent);
    const { page } = await enter(person, { path: path(key) });
    await page.getByText(says).first().waitFor();
    await page.waitForLoadState('networkidle');
    const pages = pagesOf(await page.pdf({ format: 'Letter', preferCSSPageSize: true }));
    expect(pages.join('')).toContain(packed(says));
    expect(pages.map((text) => timesIn(text, HANDLING))).toEqual(pages.map(() => 2));
  });

  test('a case loses nothing that was folded away, and no form or button comes with it', async () => {
    const { stand, enter } = await open();
    const key = await record(stand, 'PAPER-2', 1, urgent);
    await stand.call('alma', `/v1/cases/${key}/claim`, {});
    const { page } = await enter('alma', { path: `/cases/${key}` });
    await page.getByText('Record this decision').first().waitFor();
    const text = pagesOf(await page.pdf({ format: 'Letter' })).join('');
    for (const part of [
      'PAPER-2',
      'Serious health condition',
      'Public safety',
      'What follows, for an attorney to decide',
    ]) {
      expect(text).toContain(packed(part));
    }
    for (const part of ['Record this decision', 'Sign out', 'Look up', 'Renew the claim', 'Skip to main content']) {
      expect(text).not.toContain(packed(part));
    }
  });
});
