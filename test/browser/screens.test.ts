/** Every screen, wide and at 320 pixels, with everything unfolded: no violation of WCAG, no sideways scrolling, no error. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { summary } from '../../shared/review/api/answers.ts';
import { record, urgent } from './cases.ts';
import { firstOf, liveThrough } from './office-life.ts';
import { describeScenes, type Scene } from './scene.ts';
import { because } from './stand/caller.ts';
import { OFFICE, type PersonName } from './stand/people.ts';
import { choose, claim, queueRead, recordButton, weigh } from './steps.ts';
import { faultsOnScreen } from './visit.ts';

interface Screen {
  readonly name: string;
  /** Undefined: nobody is signed in. */
  readonly person?: PersonName;
  readonly path?: string;
  /** What tells that the screen is there. */
  readonly shows: string | RegExp;
  readonly prepare?: (page: Page, scene: Scene) => Promise<void>;
}

const WAITING = /^(Loading|Reading|Looking|Counting) .*…$|^Loading …$|^Loading the case\.$/;

/** With all that was asked for: a screen that is still being read has less on it to be at fault. */
async function complete(page: Page): Promise<void> {
  await page.getByText(WAITING).first().waitFor({ state: 'detached' });
  await page.locator('nav[aria-label="Lanes"] a:not(:has(.tab-count))').first().waitFor({ state: 'detached' });
}

async function unfold(page: Page): Promise<void> {
  await page.evaluate('for (const details of document.querySelectorAll("details")) details.open = true;');
}

const lookUp = async (page: Page, caseId: string) => {
  await page.getByLabel('Look up a case id').fill(caseId);
  await page.getByRole('button', { name: 'Look up' }).click();
};

async function queueScreens({ stand }: Scene): Promise<Screen[]> {
  const held = await record(stand, 'SCREEN-HELD', 1, urgent);
  await stand.call('alma', `/v1/cases/${held}/claim`, {});
  await stand.call('alma', `/v1/cases/${held}/hold`, { until: '2021-09-01', ...because('Waiting for the file.') });
  return [
    { name: 'sign-in', shows: 'For authorized use only.' },
    { name: 'queue', person: 'ben', shows: 'Take the next case' },
    { name: 'queue of many offices', person: 'dora', path: `/?office=${OFFICE}&lane=triage`, shows: 'Flag raised' },
    { name: 'decided', person: 'alma', path: '/?lane=triage&status=decided', shows: /shown/ },
    { name: 'nothing to do', person: 'ben', path: '/?office=SFR&lane=needs-facts&hearing=in-7-days', shows: /Filters/ },
    { name: 'lane of another role', person: 'alma', path: '/?lane=supervisor', shows: /Supervisors act in this lane/ },
    { name: 'claims', person: 'ben', path: '/claims', shows: 'Save the list as CSV' },
    { name: 'no claims', person: 'cleo', path: '/claims', shows: 'You have no case in hand.' },
    { name: 'not found', person: 'alma', path: '/cases/none', shows: 'There is no such page or case' },
    {
      name: 'look-up of nothing',
      person: 'alma',
      shows: 'There is no such case, or it is not one of yours.',
      prepare: (page) => lookUp(page, 'NOBODY'),
    },
    { name: 'held case', person: 'dora', path: `/cases/${held}`, shows: 'On hold until September 1, 2021' },
    {
      name: 'service that does not answer',
      person: 'ben',
      shows: 'The service does not answer',
      prepare: async (page) => {
        await queueRead(page);
        await page.context().route('**/v1/**', (route) => route.abort());
        await lookUp(page, 'ANY');
      },
    },
    {
      name: 'ended sign-in',
      person: 'alma',
      shows: 'Your sign-in has ended',
      prepare: async (page, scene) => {
        await queueRead(page);
        await scene.pass(9 * 3_600);
      },
    },
  ];
}

async function caseScreens({ stand }: Scene): Promise<Screen[]> {
  const fresh = await record(stand, 'SCREEN-1', 1, urgent);
  const moved = await record(stand, 'SCREEN-2', 1, urgent);
  const closed = await record(stand, 'SCREEN-3', 1, { ...urgent, protected1367: true });
  const missing = await firstOf(stand, 'needs-facts');
  return [
    { name: 'case', person: 'egon', path: `/cases/${fresh}`, shows: 'An auditor reads, and acts nowhere.' },
    {
      name: 'deciding',
      person: 'alma',
      path: `/cases/${fresh}`,
      shows: 'Record this decision',
      prepare: async (page) => {
        await claim(page);
        await recordButton(page).click();
        await page.getByText('Write a reason.').first().waitFor();
        await choose(page, 'Move to dismiss');
      },
    },
    {
      name: 'case that has moved',
      person: 'alma',
      path: `/cases/${moved}`,
      shows: 'The case has moved since you saw it',
      prepare: async (page) => {
        await claim(page);
        await weigh(page, 'Decline', 'To be asked again.');
        await record(stand, 'SCREEN-2', 2, { humanitarian: { seriousHealthCondition: null } });
        await recordButton(page).click();
      },
    },
    {
      name: 'missing facts and findings',
      person: 'alma',
      path: `/cases/${missing}`,
      shows: 'Record this decision',
      prepare: claim,
    },
    { name: 'reason asked for', person: 'cleo', path: `/cases/${closed}`, shows: 'This case is restricted' },
    {
      name: 'restricted case',
      person: 'cleo',
      path: `/cases/${closed}`,
      shows: 'Information in this file is protected',
      prepare: async (page) => {
        await page.getByRole('textbox', { name: 'Reason for opening it' }).fill('Assigned to me.');
        await page.getByRole('button', { name: 'Open this case' }).click();
      },
    },
  ];
}

async function officeScreens({ stand }: Scene): Promise<Screen[]> {
  const { samples } = summary.parse(await stand.call('dora', `/v1/offices/${OFFICE}/summary`));
  const [sample] = samples;
  const waiting = z.string().parse(sample?.waiting[0]);
  return [
    { name: 'summary', person: 'egon', path: `/offices/${OFFICE}/summary`, shows: 'Share missed' },
    { name: 'empty summary', person: 'dora', path: '/offices/SFR/summary', shows: 'No sample has been drawn yet.' },
    { name: 'samples', person: 'dora', path: `/offices/${OFFICE}/samples`, shows: 'without an answer' },
    {
      name: 'blind review',
      person: 'alma',
      path: `/cases/${waiting}/blind?sample=${sample?.id}`,
      shows: 'What would you have done?',
    },
    { name: 'policy', person: 'alma', path: '/policies/opla-2021-05-27', shows: 'Content hash of the rules' },
    { name: 'no such policy', person: 'alma', path: '/policies/none', shows: 'The policy could not be shown' },
  ];
}

describeScenes('every screen', (open) => {
  test.each([
    { width: 1280, part: 'of the queue', screensOf: queueScreens },
    { width: 320, part: 'of the queue', screensOf: queueScreens },
    { width: 1280, part: 'of a case', screensOf: caseScreens },
    { width: 320, part: 'of a case', screensOf: caseScreens },
    { width: 1280, part: 'of an office', screensOf: officeScreens },
    { width: 320, part: 'of an office', screensOf: officeScreens },
  ])(
    '$part is without fault at $width pixels',
    async ({ width, screensOf }) => {
      const scene = await open();
      await liveThrough(scene.stand);
      const windows = new Map<PersonName, Page>();
      /** One window a person: the issuer knows them by then, so that the next page only passes through it. */
      async function windowOf(person: PersonName | undefined, path: string): Promise<Page> {
        if (person === undefined) return (await scene.window({ width, path })).page;
        const known = windows.get(person);
        if (known === undefined) {
          const { page } = await scene.enter(person, { width, path });
          windows.set(person, page);
          return page;
        }
        await known.goto(`${scene.stand.origin}${path}`);
        return known;
      }
      const found: Record<string, string[]> = {};
      const screens = await screensOf(scene);
      for (const { name, person, path = '/', shows, prepare } of screens) {
        const page = await windowOf(person, path);
        await prepare?.(page, scene);
        await page.getByText(shows).first().waitFor({ state: 'attached' });
        await complete(page);
        await unfold(page);
        found[name] = await faultsOnScreen(page);
      }
      expect(found).toEqual(Object.fromEntries(screens.map(({ name }) => [name, []])));
    },
    240_000,
  );
});
