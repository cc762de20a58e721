/** The worked cases of ice-2021-02-18; the ordinary case is checked on the day of the answer. */
import { prioritiesAloneCases } from './ice-2021-02-18/priorities-alone.ts';
import { statusPeriodsCases } from './ice-2021-02-18/status-periods.ts';
import { checkedThatDay } from './opla-2022-04-03/checked-that-day.ts';
import type { GoldenCase } from './table.ts';

export const goldenCases: GoldenCase[] = [...statusPeriodsCases, ...prioritiesAloneCases].map(checkedThatDay);
