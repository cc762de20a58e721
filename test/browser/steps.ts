/** What a reviewer does on the page of a case, a step each. */
import type { Page } from 'playwright-core';

/** A radio button by its label: the design system draws its own circle over the browser's. */
export async function choose(page: Page, name: string | RegExp): Promise<void> {
  await page.locator('label.usa-radio__label', { hasText: name }).first().click();
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
