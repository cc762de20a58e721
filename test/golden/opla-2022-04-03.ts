/** The worked cases of opla-2022-04-03, by theme; the ordinary case is checked on the day of the answer. */
import { borderSecurityCases } from './opla-2022-04-03/border-security.ts';
import { checkedThatDay } from './opla-2022-04-03/checked-that-day.ts';
import { consentClosureAndInsufficiencyCases } from './opla-2022-04-03/consent-closure-and-insufficiency.ts';
import { nationalSecurityCases } from './opla-2022-04-03/national-security.ts';
import { preferenceOrderCases } from './opla-2022-04-03/preference-order.ts';
import { publicSafetyCases } from './opla-2022-04-03/public-safety.ts';
import { statusPeriodsCases } from './opla-2022-04-03/status-periods.ts';
import type { GoldenCase } from './table.ts';

export const goldenCases: GoldenCase[] = [
  ...statusPeriodsCases,
  ...nationalSecurityCases,
  ...publicSafetyCases,
  ...borderSecurityCases,
  ...preferenceOrderCases,
  ...consentClosureAndInsufficiencyCases,
].map(checkedThatDay);
