/** What a second instrument on live traffic is reported as: sums by pairs of lanes, never a case. */
import type { Logger } from '@aws-lambda-powertools/logger';
import { type Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import type { Lane } from '../../shared/policy/classification.ts';
import type { Fault } from '../fault.ts';

const LOG_LEVELS = {
  /** The second instrument could not answer for some case of a batch; the first fault is named. */
  SHADOW_FAILED: 'error',
  /** The environment asks for a second instrument that this program does not know: there is none. */
  SHADOW_UNKNOWN: 'error',
} as const;

export type ShadowCode = keyof typeof LOG_LEVELS;

export interface ShadowDifference {
  readonly lane: Lane;
  readonly shadowLane: Lane;
  readonly cases: number;
}

export interface ShadowCounts {
  /** Cases that both instruments have answered for. */
  readonly compared: number;
  /** In another lane under the second instrument, by both lanes. */
  readonly differences: readonly ShadowDifference[];
  /** In the same lane, with other actions suggested or another paragraph to dismiss under. */
  readonly otherActions: number;
  readonly failed: number;
  /** Left out for want of time. */
  readonly skipped: number;
}

export interface ShadowReport {
  log(code: ShadowCode, fault?: Fault): void;
  count(counts: ShadowCounts): void;
}

export function awsShadowReport(logger: Logger, metrics: Metrics): ShadowReport {
  return {
    log(code, fault) {
      logger[LOG_LEVELS[code]](code, fault === undefined ? {} : { fault: fault.kind, place: fault.place });
    },
    count({ compared, differences, otherActions, failed, skipped }) {
      const different = differences.reduce((sum, { cases }) => sum + cases, 0);
      metrics.addMetric('ShadowCases', MetricUnit.Count, compared);
      metrics.addMetric('ShadowDifferences', MetricUnit.Count, different);
      metrics.addMetric('ShadowOtherActions', MetricUnit.Count, otherActions);
      metrics.addMetric('ShadowFailures', MetricUnit.Count, failed);
      metrics.addMetric('ShadowSkipped', MetricUnit.Count, skipped);
      // Five lanes, so twenty pairs at most.
      for (const { lane, shadowLane, cases } of differences) {
        metrics
          .singleMetric()
          .addDimensions({ lane, shadowLane })
          .addMetric('ShadowDifferences', MetricUnit.Count, cases);
      }
    },
  };
}
