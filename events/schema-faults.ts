/** Says in our closed list of reasons what zod finds wrong with a parsed message. */
import type * as z from 'zod';
import { DOCKET_UPDATE_TYPE } from './docket-update.ts';
import { inside, wholeMessage } from './places.ts';
import type { Fault, RejectionReason } from './rejection.ts';

const ANY_VERSION_OF_OUR_TYPE = /^own-motion\.docket-update\.v\d+$/;

/** The issues must have been made with `reportInput`. */
export function schemaFaults(issues: readonly z.core.$ZodIssue[]): Fault[] {
  return issues.map((issue) => ({
    reason: reasonOf(issue),
    path: issue.path.reduce(inside, wholeMessage).path,
  }));
}

function reasonOf(issue: z.core.$ZodIssue): RejectionReason {
  // JSON has no undefined: where zod met it, the key is absent.
  if (issue.input === undefined) return 'missing-key';
  switch (issue.code) {
    case 'unrecognized_keys':
      return 'unknown-key';
    case 'invalid_type':
      return 'wrong-type';
    case 'invalid_value':
      if (!issue.values.some((allowed) => typeof allowed === typeof issue.input)) return 'wrong-type';
      return isEventType(issue) ? eventTypeFault(issue.input) : 'value-not-allowed';
    case 'custom':
      return issue.params?.fault === 'no-such-date' ? 'no-such-date' : 'value-not-allowed';
    default:
      return 'value-not-allowed';
  }
}

function isEventType(issue: z.core.$ZodIssueInvalidValue): boolean {
  return issue.path.length === 1 && issue.values.includes(DOCKET_UPDATE_TYPE);
}

function eventTypeFault(input: unknown): RejectionReason {
  return typeof input === 'string' && ANY_VERSION_OF_OUR_TYPE.test(input) ? 'wrong-major-version' : 'unknown-type';
}
