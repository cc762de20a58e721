/** How long CloudWatch Logs keeps lines, in its own words for the days an environment may set. */
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Environment } from '../environment.ts';

const retention: Readonly<Record<Environment['logDays'], RetentionDays>> = {
  365: RetentionDays.ONE_YEAR,
  400: RetentionDays.THIRTEEN_MONTHS,
  545: RetentionDays.EIGHTEEN_MONTHS,
  731: RetentionDays.TWO_YEARS,
  1096: RetentionDays.THREE_YEARS,
  1827: RetentionDays.FIVE_YEARS,
  2192: RetentionDays.SIX_YEARS,
  2557: RetentionDays.SEVEN_YEARS,
  2922: RetentionDays.EIGHT_YEARS,
  3288: RetentionDays.NINE_YEARS,
  3653: RetentionDays.TEN_YEARS,
};

export function retentionOf({ logDays }: Environment): RetentionDays {
  return retention[logDays];
}
