/** The whole way from signing in to a decision with nothing but the keyboard, and with the focus in sight all along. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { record, urgent } from './cases.ts';
import { describeScenes } from './scene.ts';

interface Focused {
  readonly name: string;
  /** Width of the ring around it, in pixels; of a radio button around the circle that the design system draws. */
  readonly ring: number;
}

const FOCUSED = `(() => {
  const element = document.activeElement;
  const label = element.labels?.[0];
  // The browser's own ring is called 'auto', whatever its width.
  const ringOf = ({ outlineStyle, outlineWidth }) =>
    outlineStyle === 'none' ? 0 : outlineStyle === 'auto' ? 2 : parseFloat(outlineWidth);
  const rings = [getComputedStyle(element)];
  if (label) rings.push(getComputedStyle(label, '::before'), getComputedStyle(label));
  const name = element.getAttribute('aria-label') ?? label?.textContent ?? element.textContent ?? '';
  return { name: name.trim(), ring: Math.max(...rings.map(ringOf)) };
})()`;

const MOST_STOPS = 80;

/** Presses Tab until the named control has the focus; every stop on the way must show that it has it. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const stops: Focused[] = [];
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate<Focused>(FOCUSED);
    stops.push(focused);
    const isThere = typeof name === 'string' ? focused.name.startsWith(name) : name.test(focused.name);
    if (!isThere) continue;
    expect(stops.filter(({ ring }) => ring < 2)).toEqual([]);
    return;
  }
  throw new Error(`${name} was not reached by Tab: ${stops.map((stop) => stop.name).join(' > ')}`);
}

describeScenes('with the keyboard alone', (open) => {
  test('a reviewer signs in, takes the next case and decides it', async () => {
    const { stand, window } = await open();
    const key = await record(stand, 'KEYS-1', 1, urgent);
    const { page } = await window();
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    await tabTo(page, 'Sign in');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Alma Reyes' }).waitFor();
    await tabTo(page, 'Alma Reyes');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Take the next case' }).waitFor();

    await tabTo(page, 'Take the next case');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'KEYS-1' }).waitFor();
    // Coming to another page puts the focus on its heading, and so before all that is on it.
    expect(await page.evaluate<Focused>(FOCUSED)).toMatchObject({ name: 'Case KEYS-1' });

    await tabTo(page, /^Move to dismiss/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Space');
    await tabTo(page, /^Reason/);
    await page.keyboard.type('Serious illness, and no priority is open.');
    await tabTo(page, 'Record this decision');
    await page.keyboard.press('Enter');
    await page.getByText('Recorded: move to dismiss.').first().waitFor();
    expect((await page.evaluate<Focused>(FOCUSED)).name).toBe('In whose hands');
    expect((await stand.pipeline.cases.readHead(key))?.review?.decisions).toMatchObject([
      { decision: 'move-to-dismiss', by: 'r-alma' },
    ]);
  });

  test('the first stop of every page leads past the header', async () => {
    const { enter } = await open();
    const { page } = await enter('alma');
    await page.getByRole('table').waitFor();
    await page.reload();
    await page.getByRole('table').waitFor();
    await page.keyboard.press('Tab');
    expect((await page.evaluate<Focused>(FOCUSED)).name).toBe('Skip to main content');
    await page.keyboard.press('Enter');
    await tabTo(page, /^(Own motion|LOS)/);
  });
});
