/** The life of a case of the sample: which stories it has, and what happens on which day. */
import { type CaseFile, SAMPLE_DAY_NUMBER } from './case-file.ts';
import { SHARES } from './national-shape.ts';
import type { Random } from './random.ts';
import type { Step, Story } from './step.ts';
import * as court from './stories/court.ts';
import * as crime from './stories/crime.ts';
import * as people from './stories/people.ts';
import * as shielded from './stories/protected.ts';
import * as relief from './stories/relief.ts';

type Tell = (file: CaseFile, random: Random) => Story;

interface MainStory {
  tell: Tell;
  /** Whether counsel for the government has a reason to complete the record. */
  raisesGround: boolean;
  weight: number;
}

const nothingMore: Tell = () => ({ steps: [] });

/** What a case is mainly about: estimates of this project, in thousandths, chosen so that every lane is met. */
const MAIN_STORIES: readonly [MainStory, ...MainStory[]] = [
  { tell: nothingMore, raisesGround: false, weight: 220 },
  { tell: relief.inCourtRelief, raisesGround: false, weight: 230 },
  { tell: court.decision, raisesGround: false, weight: 75 },
  { tell: court.unfiledNotice, raisesGround: false, weight: 30 },
  { tell: relief.familyPetition, raisesGround: true, weight: 115 },
  { tell: relief.temporaryProtectedStatus, raisesGround: true, weight: 75 },
  { tell: relief.juvenilePetition, raisesGround: true, weight: 45 },
  { tell: relief.otherBenefit, raisesGround: true, weight: 30 },
  { tell: people.humanitarian, raisesGround: true, weight: 90 },
  { tell: people.pregnancy, raisesGround: true, weight: 10 },
  { tell: people.military, raisesGround: true, weight: 30 },
  { tell: people.longResident, raisesGround: true, weight: 35 },
  { tell: people.insufficiency, raisesGround: false, weight: 25 },
  { tell: shielded.victim, raisesGround: true, weight: 35 },
  { tell: shielded.cooperation, raisesGround: true, weight: 24 },
  { tell: shielded.markDisputed, raisesGround: false, weight: 4 },
  { tell: crime.gang, raisesGround: false, weight: 12 },
  { tell: crime.security, raisesGround: false, weight: 8 },
  { tell: crime.otherPriority, raisesGround: false, weight: 5 },
];

interface SideStory {
  tell: Tell;
  /** Share of cases, 0 to 1. */
  share: number;
  /** The same where a ground is in sight, when it differs. */
  shareWithGround?: number;
}

/** What happens beside it, each by its own chance. */
const SIDE_STORIES: readonly SideStory[] = [
  { tell: court.hearings, share: 0.55 },
  { tell: court.hearingVacated, share: 0.06 },
  { tell: court.counsel, share: 0.18, shareWithGround: 0.35 },
  { tell: court.custodyChange, share: 0.16 },
  { tell: court.firstChargeDecided, share: 0.3 },
  { tell: court.venueChanged, share: SHARES.venueChanged },
  { tell: court.positionTaken, share: 0.1, shareWithGround: 0.4 },
  { tell: crime.backgroundCheck, share: 0.5, shareWithGround: 0.78 },
  { tell: crime.conviction, share: SHARES.criminalMatter },
  { tell: crime.pendingCharge, share: 0.03, shareWithGround: 0.08 },
  { tell: people.presenceShown, share: 0.15, shareWithGround: 0.5 },
  { tell: people.birthDateShown, share: 0.1 },
  { tell: people.equities, share: 0.06, shareWithGround: 0.15 },
  { tell: people.aggravation, share: 0.02, shareWithGround: 0.08 },
  { tell: people.entryCorrected, share: 0.03 },
];

export interface DatedStep {
  day: number;
  step: Step;
}

/** Gives the steps of a story days in their own order. */
function dated(story: Story, file: CaseFile, random: Random): DatedStep[] {
  const { steps, within_days } = story;
  const earliest = Math.max(file.openedDay + 1, within_days === undefined ? 0 : SAMPLE_DAY_NUMBER - within_days);
  const days = steps.map(() => random.between(earliest, SAMPLE_DAY_NUMBER)).sort((one, other) => one - other);
  return steps.map((step, index) => ({ step, day: days[index] ?? SAMPLE_DAY_NUMBER }));
}

/** Everything that happens to the case after it is opened, day by day. */
export function liveOn(file: CaseFile, random: Random): DatedStep[] {
  const main = random.weighted(MAIN_STORIES);
  const tales = [main.tell];
  for (const { tell, share, shareWithGround = share } of SIDE_STORIES) {
    if (random.chance(main.raisesGround ? shareWithGround : share)) tales.push(tell);
  }
  return tales.flatMap((tell) => dated(tell(file, random), file, random)).sort((one, other) => one.day - other.day);
}
