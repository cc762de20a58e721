/**
 * Logs and metrics of the functions: codes and fields of closed lists, dimensions of a few values each. What is not
 * named here cannot be logged.
 */
import { LogFormatter, type Logger, LogItem } from '@aws-lambda-powertools/logger';
import type { LogAttributes, UnformattedAttributes } from '@aws-lambda-powertools/logger/types';
import { type Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import type { RejectionReason } from '../events/rejection.ts';
import { compactClassification } from '../shared/flag/compact.ts';
import type { FlagChange, LiveLane } from '../shared/flag/flag.ts';
import type { Lane } from '../shared/policy/classification.ts';
import type { FaultKind } from './fault.ts';

const LOG_LEVELS = {
  /** A batch is done; its outcomes are counted. */
  BATCH_DONE: 'info',
  /** Work on a batch broke off as a whole. */
  BATCH_FAULT: 'error',
  /** Others wrote the head first. */
  HEAD_CONFLICT: 'info',
  /** Other content under a known source and id: it counts, and a copy is set aside. */
  UPDATE_CONFLICTING: 'warn',
  UPDATE_FAILED: 'error',
  UPDATE_REJECTED: 'warn',
  UPDATE_RETRIED: 'warn',
} as const;

export type LogCode = keyof typeof LOG_LEVELS;

/** The outcome of a message: design of the queue's consumer, one of six. */
export type Outcome = 'applied' | 'duplicate' | 'superseded' | 'rejected' | 'retried' | 'error';

export interface LogFields {
  /** The queue's own id of a message. */
  messageId?: string;
  reason?: RejectionReason;
  fault?: FaultKind;
  place?: string;
  tries?: number;
  outcomes?: Readonly<Record<Outcome, number>>;
}

const LOGGED_FIELDS = ['messageId', 'reason', 'fault', 'place', 'tries', 'outcomes'] as const;

/** Writes the listed fields and drops every other, whoever added it. */
export class AllowListFormatter extends LogFormatter {
  override formatAttributes(attributes: UnformattedAttributes, additional: LogAttributes): LogItem {
    const { lambdaContext } = attributes;
    const listed = LOGGED_FIELDS.filter((field) => field in additional).map((field) => [field, additional[field]]);
    return new LogItem({
      attributes: {
        level: attributes.logLevel,
        timestamp: this.formatTimestamp(attributes.timestamp),
        service: attributes.serviceName,
        code: attributes.message,
        requestId: lambdaContext?.awsRequestId,
        // A release is judged by what its own version says.
        version: lambdaContext?.functionVersion,
        coldStart: lambdaContext?.coldStart,
        ...Object.fromEntries(listed),
      },
    });
  }
}

/** What a batch says of the docket as a whole, all offices together and no case of it by itself. */
export interface Traffic {
  /** Updates that docket systems sent and no one had sent before. What people found in the program is none of them. */
  readonly accepted: number;
  /** Cases whose head was written, each as often as it was. */
  readonly classified: number;
  /** Of these, with no priority true and at least one unknown. */
  readonly undetermined: number;
  /** Of these, in each lane. */
  readonly lanes: Readonly<Record<Lane, number>>;
}

export interface Report {
  log(code: LogCode, fields?: LogFields): void;
  countOutcomes(outcomes: Readonly<Record<Outcome, number>>, traffic: Traffic): void;
  countSetAside(reason: RejectionReason): void;
  countFault(): void;
  countFlag(change: Exclude<FlagChange, 'unchanged'>, lane: LiveLane): void;
}

const OUTCOME_METRICS = {
  applied: 'UpdatesApplied',
  duplicate: 'UpdatesDuplicate',
  superseded: 'UpdatesSuperseded',
  rejected: 'UpdatesRejected',
  retried: 'UpdatesRetried',
  error: 'UpdatesFailed',
} as const satisfies Record<Outcome, string>;

const LANES: readonly Lane[] = compactClassification.shape.lane.options;
/** Metrics of their own and not one by lane: a batch then writes them all in one line. */
const LANE_METRICS = {
  'own-motion': 'CasesInOwnMotion',
  supervisor: 'CasesInSupervisor',
  'needs-facts': 'CasesInNeedsFacts',
  triage: 'CasesInTriage',
  none: 'CasesInNoLane',
} as const satisfies Record<Lane, string>;

const FLAG_METRICS = {
  raised: 'FlagsRaised',
  moved: 'FlagsMoved',
  reopened: 'FlagsReopened',
  kept: 'FlagsKept',
  withdrawn: 'FlagsWithdrawn',
} as const satisfies Record<Exclude<FlagChange, 'unchanged'>, string>;

export function awsReport(logger: Logger, metrics: Metrics): Report {
  return {
    log(code, fields = {}) {
      logger[LOG_LEVELS[code]](code, { ...fields });
    },
    countOutcomes(outcomes, traffic) {
      metrics.addMetric(OUTCOME_METRICS.applied, MetricUnit.Count, outcomes.applied);
      metrics.addMetric(OUTCOME_METRICS.duplicate, MetricUnit.Count, outcomes.duplicate);
      metrics.addMetric(OUTCOME_METRICS.superseded, MetricUnit.Count, outcomes.superseded);
      metrics.addMetric(OUTCOME_METRICS.rejected, MetricUnit.Count, outcomes.rejected);
      metrics.addMetric(OUTCOME_METRICS.retried, MetricUnit.Count, outcomes.retried);
      metrics.addMetric(OUTCOME_METRICS.error, MetricUnit.Count, outcomes.error);
      // With zeros too: a rate is a quotient of these, and an absent figure would say nothing.
      metrics.addMetric('UpdatesAccepted', MetricUnit.Count, traffic.accepted);
      metrics.addMetric('CasesClassified', MetricUnit.Count, traffic.classified);
      metrics.addMetric('CasesUndetermined', MetricUnit.Count, traffic.undetermined);
      for (const lane of LANES) metrics.addMetric(LANE_METRICS[lane], MetricUnit.Count, traffic.lanes[lane]);
    },
    countSetAside(reason) {
      metrics.singleMetric().addDimension('reason', reason).addMetric('MessagesSetAside', MetricUnit.Count, 1);
    },
    countFault() {
      metrics.addMetric('BatchesFailed', MetricUnit.Count, 1);
    },
    countFlag(change, lane) {
      metrics.singleMetric().addDimension('lane', lane).addMetric(FLAG_METRICS[change], MetricUnit.Count, 1);
    },
  };
}
