/** The worked cases of every instrument. */
import { goldenCases as ofIce20210218 } from './ice-2021-02-18.ts';
import { goldenCases as ofOpla20210527 } from './opla-2021-05-27.ts';
import { goldenCases as ofOpla20220403 } from './opla-2022-04-03.ts';
import type { GoldenCase } from './table.ts';

export const workedCases: Readonly<Record<string, readonly GoldenCase[]>> = {
  'opla-2021-05-27': ofOpla20210527,
  'opla-2022-04-03': ofOpla20220403,
  'ice-2021-02-18': ofIce20210218,
};
