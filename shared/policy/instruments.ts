/** The instruments the program knows. */
import type { Instrument } from './instrument.ts';
import { opla20210527 } from './opla-2021-05-27/instrument.ts';

export type { Instrument } from './instrument.ts';

export const instruments: readonly Instrument[] = [opla20210527];

export function findInstrument(id: string): Instrument | undefined {
  return instruments.find((instrument) => instrument.id === id);
}
