/** Two people and one case: who gets it, who is told, and what becomes of what the other has written. */
import { expect, test } from 'vitest';
import { record, urgent } from './cases.ts';
import { describeScenes } from './scene.ts';
import { because } from './stand/caller.ts';
import { claim, decided, decisionForm, hold, reasonOf, recordButton, weigh } from './steps.ts';

const IN_HAND = 'You have this case in hand.';
const ILL = 'Serious illness, and no priority is open.';

describeScenes('two people and one case', (open) => {
  test('of two who claim it at once, one has it and the other is told who', async () => {
    const { stand, enter } = await open();
    const key = await record(stand, 'RACE-1', 1, urgent);
    const path = `/cases/${key}`;
    const [alma, ben] = [await enter('alma', { path }), await enter('ben', { path })];
    const buttons = [alma, ben].map(({ page }) => page.getByRole('button', { name: 'Claim this case' }));
    for (const button of buttons) await button.waitFor();
    await Promise.all(buttons.map((button) => button.click()));

    await Promise.race([alma, ben].map(({ page }) => page.getByText(IN_HAND).first().waitFor()));
    const hasAlma = (await alma.page.getByText(IN_HAND).count()) > 0;
    const [winner, loser, name] = hasAlma ? [alma, ben, 'Alma Reyes'] : [ben, alma, 'Ben Okafor'];
    await loser.page.getByRole('alert').getByText(name).first().waitFor();
    expect(await loser.page.getByText(IN_HAND).count()).toBe(0);
    expect(await decisionForm(loser.page).count()).toBe(0);
    expect(await decisionForm(winner.page).getByRole('radio').count()).toBe(6);
    expect((await stand.pipeline.cases.readHead(key))?.review?.claim?.name).toBe(name);
  });

  test('two who take the next case get two cases', async () => {
    const { stand, enter } = await open();
    await record(stand, 'NEXT-1', 1, urgent);
    await record(stand, 'NEXT-2', 1, urgent);
    const both = [await enter('alma'), await enter('ben')];
    await Promise.all(both.map(({ page }) => page.getByRole('button', { name: 'Take the next case' }).click()));
    const taken = await Promise.all(
      both.map(async ({ page }) => {
        await page.getByText(IN_HAND).first().waitFor();
        return page.getByRole('heading', { level: 1 }).textContent();
      }),
    );
    expect(new Set(taken)).toEqual(new Set(['Case NEXT-1', 'Case NEXT-2']));
  });

  test('a decision on a case that has moved is refused with what changed, and nothing written is lost', async () => {
    const { stand, enter } = await open();
    const key = await record(stand, 'MOVED-1', 1, urgent);
    const { page } = await enter('alma', { path: `/cases/${key}` });
    await claim(page);
    await weigh(page, 'Move to dismiss', ILL);
    await record(stand, 'MOVED-1', 2, { humanitarian: { seriousHealthCondition: false }, detained: false });
    await recordButton(page).click();

    const alert = page.getByRole('alert');
    await alert.getByText('The case has moved since you saw it').waitFor();
    const told = await alert.textContent();
    expect(told).toContain('Serious health condition');
    expect(told).toMatch(/yes[\s\S]*no/i);
    expect(await reasonOf(page).inputValue()).toBe(ILL);
    expect((await stand.pipeline.cases.readHead(key))?.review?.decisions).toEqual([]);

    // Until the new case is on the screen, what was refused stays said: the choice below is still one of the old case.
    const look = await hold(page, `**/v1/cases/${key}`);
    await alert.getByRole('button', { name: 'Look at the case as it is now' }).click();
    await look.asked;
    expect(await alert.getByText('The case has moved since you saw it').count()).toBe(1);
    look.letGo();
    await alert.waitFor({ state: 'detached' });
    expect(await reasonOf(page).inputValue()).toBe(ILL);
    expect(await decisionForm(page).getByRole('radio', { checked: true }).count()).toBe(0);
    await weigh(page, 'Decline', 'The illness is over.');
    await recordButton(page).click();
    await decided(page, 'decline: leave the case as it is').waitFor();
    expect((await stand.pipeline.cases.readHead(key))?.review?.decisions.map(({ decision }) => decision)).toEqual([
      'decline',
    ]);
  });

  test('a claim that has run out is told, others may take the case, and the first writer keeps the reason', async () => {
    const { stand, enter, pass } = await open({ leaseMinutes: 30 });
    const key = await record(stand, 'LEASE-1', 1, urgent);
    const path = `/cases/${key}`;
    const { page } = await enter('alma', { path });
    await claim(page);
    await weigh(page, 'Move to dismiss', ILL);
    await pass(31 * 60);
    await page
      .getByText(/Your claim (has )?ended/)
      .first()
      .waitFor();

    const ben = await enter('ben', { path });
    await claim(ben.page);
    await recordButton(page).click();
    await page.getByRole('alert').getByText('Ben Okafor has this case in hand').waitFor();
    expect(await reasonOf(page).inputValue()).toBe(ILL);
    expect((await stand.pipeline.cases.readHead(key))?.review?.decisions).toEqual([]);

    await stand.call('ben', `/v1/cases/${key}/release`, because('Not mine after all.'));
    await page.getByRole('alert').getByRole('button', { name: 'Look at the case as it is now' }).click();
    await claim(page);
    expect(await reasonOf(page).inputValue()).toBe(ILL);
    await weigh(page, 'Move to dismiss', ILL);
    await recordButton(page).click();
    await decided(page, 'move to dismiss').waitFor();
  });

  test('who claims again in vain sees the case as it is now, what changed of it, and where to read on', async () => {
    const { stand, enter, pass } = await open({ leaseMinutes: 30 });
    const key = await record(stand, 'VAIN-1', 1, urgent);
    const { page } = await enter('alma', { path: `/cases/${key}` });
    await claim(page);
    await weigh(page, 'Move to dismiss', ILL);
    await pass(31 * 60);
    await recordButton(page).click();
    const again = page.getByRole('alert').getByRole('button', { name: 'Claim it again' });
    await again.waitFor();
    await record(stand, 'VAIN-1', 2, { represented: true });
    await pass(46);
    const moved = page.getByText('This case is no longer as shown here');
    await moved.waitFor();
    await stand.call('ben', `/v1/cases/${key}/claim`, {});

    await again.click();
    await page.getByText('Ben Okafor has this case in hand. The claim').waitFor();
    await again.waitFor({ state: 'detached' });
    expect(await moved.count()).toBe(0);
    await page.getByText('Changed since it was claimed or opened').waitFor();
    expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toBe('What is new');
  });

  test('an answer that comes late does not take the case back to what it was', async () => {
    const { stand, enter } = await open();
    const key = await record(stand, 'LATE-1', 1, urgent);
    const { page } = await enter('alma', { path: `/cases/${key}` });
    await page.getByRole('button', { name: 'Claim this case' }).waitFor();
    await stand.call('ben', `/v1/cases/${key}/claim`, {});
    await page.getByRole('button', { name: 'Claim this case' }).click();
    const alert = page.getByRole('alert');
    await alert.getByText('Ben Okafor has this case in hand').waitFor();

    const look = await hold(page, `**/v1/cases/${key}`);
    await alert.getByRole('button', { name: 'Look at the case as it is now' }).click();
    await look.asked;
    await stand.call('ben', `/v1/cases/${key}/release`, because('Not mine after all.'));
    await claim(page);
    const late = page.waitForResponse(`**/v1/cases/${key}`);
    look.letGo();
    await (await late).finished();
    // The page has made of it what it makes of it once it has drawn itself anew.
    await page.evaluate('new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))');
    expect(await page.getByText('Your claim ends in').count()).toBe(1);
    expect(await page.getByText('Ben Okafor has this case in hand. The claim').count()).toBe(0);
    expect(await decisionForm(page).count()).toBe(1);
  });

  test('a double click decides once', async () => {
    const { stand, enter } = await open();
    const key = await record(stand, 'TWICE-1', 1, urgent);
    const { page } = await enter('alma', { path: `/cases/${key}` });
    await claim(page);
    await weigh(page, 'Refer to a supervisor', 'A second pair of eyes.');
    const answer = await hold(page, '**/decision');
    await recordButton(page).dblclick();
    await answer.asked;
    answer.letGo();
    await decided(page, 'refer to a supervisor').waitFor();
    expect((await stand.pipeline.cases.readHead(key))?.review?.decisions).toHaveLength(1);
    expect(stand.requests.filter(({ route }) => route === 'decision')).toHaveLength(1);
  });

  test('a supervisor ends the claim of another with a reason, and the other is told', async () => {
    const { stand, enter } = await open();
    const key = await record(stand, 'OVER-1', 1, urgent);
    await stand.call('alma', `/v1/cases/${key}/claim`, {});
    const { page } = await enter('dora', { path: `/cases/${key}` });
    await page.getByText('Alma Reyes has this case in hand.').first().waitFor();
    await page.locator('summary', { hasText: 'End this claim' }).click();
    const form = page.getByRole('form', { name: 'End this claim' });
    await form.getByRole('button', { name: 'End this claim' }).click();
    await form.getByText('Write a reason.').waitFor();
    await form.getByRole('textbox', { name: 'Reason' }).fill('She is away.');
    await form.getByRole('button', { name: 'End this claim' }).click();
    await page.getByText('Nobody has this case in hand.').waitFor();
    await page.getByText('She is away.').first().waitFor();
    expect((await stand.pipeline.cases.readHead(key))?.review?.claim).toBeUndefined();
  });
});
