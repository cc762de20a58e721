/** The rest of a reviewer's work: resting a case, giving it back, answering what the instrument leaves open. */
import { expect, test } from 'vitest';
import { record, urgent } from './cases.ts';
import { describeScenes } from './scene.ts';
import { OFFICE } from './stand/people.ts';
import { choose, claim } from './steps.ts';

const DAY_S = 86_400;
const QUEUE = `/?office=${OFFICE}&lane=own-motion`;

describeScenes('a reviewer at work', (open) => {
  test('a case that is put on hold rests until its day and is then free by itself', async () => {
    const { stand, enter } = await open();
    const key = await record(stand, 'HOLD-1', 1, urgent);
    const { page } = await enter('alma', { path: `/cases/${key}` });
    await claim(page);
    await page.locator('summary', { hasText: 'Put on hold until a day' }).click();
    const form = page.getByRole('form', { name: 'Hold' });
    await form.getByLabel('Returns on').fill('2021-08-10');
    await form.getByRole('textbox', { name: 'Reason' }).fill('The file is with the clinic.');
    await form.getByRole('button', { name: 'Put on hold' }).click();
    await page.getByText('On hold until August 10, 2021, when it returns by itself.').waitFor();

    const ben = await enter('ben', { path: QUEUE });
    const onHold = ben.page.getByRole('row', { name: /On hold until August 10, 2021 by Alma Reyes/ });
    await onHold.waitFor();
    await ben.page.getByRole('button', { name: 'Take the next case' }).click();
    await ben.page.getByText('You have this case in hand.').first().waitFor();
    expect(await ben.page.getByRole('heading', { level: 1 }).textContent()).not.toContain('HOLD-1');

    stand.clock.forward(8 * DAY_S);
    const later = await enter('alma', { path: QUEUE });
    await later.page.getByRole('table').getByRole('row', { name: /Open/ }).first().waitFor();
    expect(await later.page.getByRole('row', { name: /On hold/ }).count()).toBe(0);
    await later.page.getByRole('button', { name: 'Take the next case' }).click();
    await later.page.getByRole('heading', { level: 1, name: 'HOLD-1' }).waitFor();
    await later.page.getByText('The file is with the clinic.').first().waitFor();
  });

  test('an open question is answered by a person, and the case goes where the answer leads', async () => {
    const { stand, enter } = await open();
    const key = await record(stand, 'ASKED-1', 1, {
      ...urgent,
      lastEntry: { on: '2021-02-01', manner: 'without-inspection' },
      apprehension: { place: 'interior', on: '2021-03-01', attemptingUnlawfulEntry: false },
    });
    const { page } = await enter('alma', { path: `/cases/${key}` });
    await claim(page);
    const conclusion = page.getByRole('region', { name: 'What follows, for an attorney to decide' });
    await conclusion
      .getByText(/^Needs facts/)
      .first()
      .waitFor();
    await page.locator('summary', { hasText: 'Answer this question' }).click();
    const form = page.getByRole('form', { name: /^Answer: / });
    await form.getByRole('radio').first().waitFor({ state: 'attached' });
    expect(await form.getByRole('radio', { checked: true }).count()).toBe(0);
    await form.locator('label.usa-radio__label').first().click();
    await form.getByRole('textbox', { name: 'Reason' }).fill('The memo speaks of the present stay.');
    await form.getByRole('button', { name: 'Record this answer' }).click();
    await conclusion
      .getByText(/^(Supervisor|Own motion)/)
      .first()
      .waitFor();
    await page
      .getByRole('region', { name: 'Timeline' })
      .getByText('The memo speaks of the present stay.')
      .first()
      .waitFor();
    const head = await stand.pipeline.cases.readHead(key);
    expect(Object.keys(head?.classification.priorities ?? {})).toContain('border-security');
    expect(head?.classification.priorities['border-security']).not.toBe('unknown');
  });

  test('a case that is given back is free at once, and under "My claims" no more', async () => {
    const { stand, enter } = await open();
    const key = await record(stand, 'BACK-1', 1, urgent);
    const { page } = await enter('alma', { path: `/cases/${key}` });
    await claim(page);
    await page.getByRole('link', { name: 'My claims' }).click();
    await page.getByRole('button', { name: /^Renew the claim/ }).click();
    await page
      .getByText(/The claim on case .* is renewed\./)
      .first()
      .waitFor();
    // What is shown of a claim that was given back holds of that claim, and not of the next on the same case.
    await page.route('**/v1/me/claims', (route) => route.abort());
    await page.getByRole('button', { name: /^Release case/ }).click();
    await page.getByText('Released.').waitFor();
    await page.unroute('**/v1/me/claims');
    await page.getByRole('button', { name: /^Renew the claim/ }).click();
    await page.getByText(/^Yours for another/).waitFor();
    await page.getByRole('button', { name: /^Release case/ }).click();
    await page.getByText('You have no case in hand.').waitFor();
    expect((await stand.pipeline.cases.readHead(key))?.review?.claim).toBeUndefined();
  });

  test('a case of another office is not there, and a lane of supervisors is read-only to a reviewer', async () => {
    const { stand, enter } = await open();
    const elsewhere = await record(stand, 'ELSE-1', 1, { ...urgent, office: 'SFR' });
    const serious = await record(stand, 'SERIOUS-1', 1, { ...urgent, aggravating: { fraud: true } });
    const { page } = await enter('alma', { path: `/cases/${elsewhere}` });
    await page.getByRole('heading', { name: 'Not found' }).waitFor();
    await page.goto(`${stand.origin}/cases/${serious}`);
    await page.getByText('Cases in this lane are decided by a supervisor.').waitFor();
    expect(await page.getByRole('button', { name: 'Claim this case' }).count()).toBe(0);
    const dora = await enter('dora', { path: `/cases/${serious}` });
    await claim(dora.page);
    await choose(dora.page, 'Decline');
  });
});
