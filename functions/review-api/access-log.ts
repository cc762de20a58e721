/**
 * One line a request, for whoever must know later who saw what: codes, the actor, the case by its keyed hash. What is
 * not named here cannot be logged.
 */
import { LogFormatter, type Logger, LogItem } from '@aws-lambda-powertools/logger';
import type { LogAttributes, UnformattedAttributes } from '@aws-lambda-powertools/logger/types';
import type { ProblemCode } from '../../shared/review/api/answers.ts';
import type { RouteName } from '../../shared/review/api/routes.ts';
import type { FaultKind } from '../fault.ts';

export interface AccessLine {
  readonly route: RouteName | 'unknown';
  readonly status: number;
  readonly outcome: 'ok' | ProblemCode;
  /** The token's subject, once it has been read. */
  readonly actor?: string;
  /** Keyed hash of the case id: of the case asked for, found or claimed. */
  readonly caseKey?: string;
  /** API Gateway's own id of the request. */
  readonly request: string;
  /** What went wrong, and where in the program or the store; never what was in it. */
  readonly fault?: FaultKind;
  readonly place?: string;
}

export type AccessLog = (line: AccessLine) => void;

const FIELDS = ['route', 'status', 'outcome', 'actor', 'caseKey', 'request', 'fault', 'place'] as const;

/** Writes the listed fields and drops every other, whoever added it. */
export class AccessLogFormatter extends LogFormatter {
  override formatAttributes(attributes: UnformattedAttributes, additional: LogAttributes): LogItem {
    const listed = FIELDS.filter((field) => field in additional).map((field) => [field, additional[field]]);
    return new LogItem({
      attributes: {
        level: attributes.logLevel,
        timestamp: this.formatTimestamp(attributes.timestamp),
        service: attributes.serviceName,
        code: attributes.message,
        requestId: attributes.lambdaContext?.awsRequestId,
        // A release is judged by what its own version says.
        version: attributes.lambdaContext?.functionVersion,
        coldStart: attributes.lambdaContext?.coldStart,
        ...Object.fromEntries(listed),
      },
    });
  }
}

export function accessLog(logger: Logger): AccessLog {
  return (line) => {
    if (line.outcome === 'failed') logger.error('REQUEST', { ...line });
    else if (line.outcome === 'try-again') logger.warn('REQUEST', { ...line });
    else logger.info('REQUEST', { ...line });
  };
}
