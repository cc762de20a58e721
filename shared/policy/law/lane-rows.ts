/** The rows with which a lane table opens under every memo that suggests motions: what the regulation itself settles. */
import type { LaneInputs, LaneRow } from '../instrument.ts';
import { YES } from '../leaf.ts';

/** 8 CFR 239.2(c) reaches no other proceeding (unverified), and what is not open is not on the docket. */
const isActionable = ({ circumstances: { isOpen, isDismissible } }: LaneInputs) => isOpen && isDismissible;

/** Ended, and nobody known to be in custody: there is nothing left to correct. */
const isOver = ({ circumstances: { stage, detained } }: LaneInputs) => stage === 'ended' && detained !== true;

export const regulationRows: readonly LaneRow[] = [
  {
    says: 'legal insufficiency holds; the stage is open and the proceeding dismissible',
    when: (inputs) => inputs.insufficiency === YES && isActionable(inputs),
    lane: 'own-motion',
  },
  {
    says: 'legal insufficiency holds otherwise, unless the stage is `ended` and the person is not known to be detained',
    when: (inputs) => inputs.insufficiency === YES && !isOver(inputs),
    lane: 'supervisor',
  },
  {
    says: 'the stage is not open, or the proceeding is not dismissible',
    when: (inputs) => !isActionable(inputs),
    lane: 'none',
  },
];
