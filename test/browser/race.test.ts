/** Two people and one case: who gets it, who is told, and what becomes of what the other has written. */
import { expect, test } from 'vitest';
import { record, urgent } from './cases.ts';
import { describeScenes } from './scene.ts';

describeScenes('two people and one case', (open) => {
  test('of two who claim it, one has it and the other is told who', async () => {
    const { stand, enter } = await open();
    const key = await record(stand, 'RACE-1', 1, urgent);
    const path = `/cases/${key}`;
    const [alma, ben] = [await enter('alma', { path }), await enter('ben', { path })];
    const claim = (of: typeof alma) => of.page.getByRole('button', { name: 'Claim this case' });
    await claim(alma).waitFor();
    await claim(ben).waitFor();
    await Promise.all([claim(alma).click(), claim(ben).click()]);

    const won = 'You have this case in hand.';
    await Promise.race([alma, ben].map(({ page }) => page.getByText(won).first().waitFor()));
    const [winner, loser, name] =
      (await alma.page.getByText(won).count()) > 0 ? [alma, ben, 'Alma Reyes'] : [ben, alma, 'Ben Okafor'];
    await loser.page.getByRole('alert').getByText(name).first().waitFor();
    expect(await loser.page.getByText(won).count()).toBe(0);
    expect(await winner.page.getByRole('group', { name: 'Decision' }).getByRole('radio').count()).toBe(6);
    expect((await stand.pipeline.cases.readHead(key))?.review?.claim?.name).toBe(name);
  });
});
