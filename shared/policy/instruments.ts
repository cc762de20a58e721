/** The instruments the program knows. */
import { ice20210218 } from './ice-2021-02-18/instrument.ts';
import type { Instrument } from './instrument.ts';
import { opla20210527 } from './opla-2021-05-27/instrument.ts';
import { opla20220403 } from './opla-2022-04-03/instrument.ts';

export type { Instrument } from './instrument.ts';

/** An office that deploys an instrument of its own adds it here: docs/writing-a-policy.md. */
export const instruments: readonly Instrument[] = [opla20210527, opla20220403, ice20210218];

/** @param among where to look, for programs that are handed more than the built-in instruments */
export function findInstrument(id: string, among: readonly Instrument[] = instruments): Instrument | undefined {
  return among.find((instrument) => instrument.id === id);
}
