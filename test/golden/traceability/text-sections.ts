/** What became of every statement of an instrument's text, by instrument. */
import type { TextSection } from '../../../shared/policy/document/text-item.ts';
import { factorItems } from './opla-2021-05-27/factors.ts';
import { ownMotionItems } from './opla-2021-05-27/own-motion.ts';
import { priorityItems } from './opla-2021-05-27/priorities.ts';
import { protectedInformationItems } from './opla-2021-05-27/protected-information.ts';
import { stageItems } from './opla-2021-05-27/stages.ts';
import { discretionOf2022, prioritiesOf2022 } from './opla-2022-04-03.ts';

export const textSections: Readonly<Record<string, readonly TextSection[]>> = {
  'opla-2021-05-27': [
    { title: 'Statements on priorities', items: priorityItems },
    { title: 'Statements on the five situations', items: ownMotionItems },
    { title: 'Statements on other stages, and the regulation', items: stageItems },
    { title: 'Statements on factors', items: factorItems },
    { title: 'Statements on protected information', items: protectedInformationItems },
  ],
  'opla-2022-04-03': [
    { title: 'Statements on priorities', items: prioritiesOf2022 },
    { title: 'Statements on discretion', items: discretionOf2022 },
  ],
};
