/** Which kinds of trouble a seed may meet. Each is on or off by itself, so that rare combinations are met as well. */
import { type Chance, chanceApart } from './chance.ts';

export const SWITCHES = [
  /** A container ends between two steps, whatever was under way. */
  'kill',
  /** An invocation outlives its time and goes on working beside the redelivery. */
  'zombie',
  /** Calls fail and nothing was done. */
  'failsBefore',
  /** Calls fail and it was done. */
  'failsAfter',
  /** Calls fail, and are done later. */
  'appliedLate',
  /** The SDK repeats a write that had been done, and hears that its condition fails. */
  'repeatedBySdk',
  'throttled',
  /** Indexes lag. */
  'staleIndex',
  /** What is not read consistently is read as it was. */
  'staleReads',
  /** Pages end anywhere, empty ones among them. */
  'pageCuts',
  'duplicates',
  'reorder',
  /** Hours pass while messages wait. */
  'delays',
  /** A message comes again after it was deleted. */
  'redelivery',
  /** Clocks of containers differ, and jump. */
  'clockSkew',
  /** A new instrument is deployed during the backlog; two versions run at once. */
  'newPolicy',
  /** Cases are drawn again while updates and people come. */
  'reclassify',
  'reviewers',
  /** Two requests under one key at once, and others' bodies under a key. */
  'doubleClicks',
  /** Offices and access of people change while they work. */
  'sessionsEnd',
  /** Cases move to another office. */
  'transfers',
  /** Messages that are no docket updates, and other content under a known id. */
  'badMessages',
  /** Updates of protected matters. */
  'protection',
] as const;

/** Drawn by a chance apart from the rest, each as often as it says: a schedule without them is what it was before. */
const SWITCHES_APART = {
  /** Somebody who may send says that they are a reviewer. */
  forgery: 0.35,
  /** The stream is followed while all else goes on. */
  streams: 0.5,
  /** A sweep for what was missed may run at any time. */
  sweeps: 0.2,
} as const;

export type SwitchName = (typeof SWITCHES)[number] | keyof typeof SWITCHES_APART;
export type Switches = Readonly<Record<SwitchName, boolean>>;

export function drawSwitches(chance: Chance, seed: number): Switches {
  // How much is on is drawn first: calm worlds find what storms drown.
  const share = chance.pick([0.15, 0.4, 0.6, 0.9]);
  const drawn = SWITCHES.map((name) => [name, chance.isTrue(name === 'reviewers' ? 0.6 : share)] as const);
  const apart = chanceApart(seed, 'switches');
  const more = Object.entries(SWITCHES_APART).map(([name, often]) => [name, apart.isTrue(often)] as const);
  return Object.fromEntries([...drawn, ...more]) as Record<SwitchName, boolean>;
}

export function allOff(): Switches {
  const names = [...SWITCHES, ...Object.keys(SWITCHES_APART)];
  return Object.fromEntries(names.map((name) => [name, false])) as Record<SwitchName, boolean>;
}
