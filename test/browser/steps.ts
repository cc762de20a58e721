/** What a reviewer does on the page, a step each. */
import type { Page } from 'playwright-core';

/** A radio button by its label: the design system draws its own circle over the browser's. */
export async function choose(page: Page, name: string | RegExp): Promise<void> {
  await page.locator('label.usa-radio__label', { hasText: name }).first().click();
}

/** The queue with everything of it: its list, and how many wait in each lane, which is asked for by itself. */
export async function queueRead(page: Page): Promise<void> {
  await page.getByRole('table').waitFor();
  await page.locator('nav[aria-label="Lanes"] a:not(:has(.tab-count))').first().waitFor({ state: 'detached' });
}

interface Held {
  /** Resolves when a call has come. */
  readonly asked: Promise<void>;
  /** Lets the answers through: those that wait, and whatever comes after. */
  readonly letGo: () => void;
}

/** Keeps the answers to a call back; what was asked has been done by then, and only the page does not know. */
export async function hold(page: Page, address: string): Promise<Held> {
  const asked = Promise.withResolvers<void>();
  const answer = Promise.withResolvers<void>();
  await page.route(address, async (route) => {
    const response = await route.fetch();
    asked.resolve();
    await answer.promise;
    await route.fulfill({ response });
  });
  return { asked: asked.promise, letGo: answer.resolve };
}

export async function claim(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Claim this case' }).click();
  await page.getByText('You have this case in hand.').first().waitFor();
}

export const decisionForm = (page: Page) => page.getByRole('form', { name: 'Decision' });

export const reasonOf = (page: Page) => decisionForm(page).getByRole('textbox', { name: 'Reason' });

export const recordButton = (page: Page) => decisionForm(page).getByRole('button', { name: 'Record this decision' });

/** Fills the decision in, without recording it. */
export async function weigh(page: Page, decision: string | RegExp, reason: string): Promise<void> {
  await choose(page, decision);
  await reasonOf(page).fill(reason);
}

export const decided = (page: Page, decision: string) => page.getByText(`Recorded: ${decision}.`).first();
