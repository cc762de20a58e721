/** What may be said of an error in a log: where and what kind, never its message, which may quote content. */
import { isTransient, StoreError, type StoreFault } from '../shared/store/errors.ts';

/** An error whose message was written for an operator and holds no content. */
export class OperatorError extends Error {
  override name = 'OperatorError';
}

/** Thrown before a request for which the invocation has no time left. */
export class OutOfTime extends Error {
  override name = 'OutOfTime';
}

/** Whether the same work may succeed later. */
export function mayPass(error: unknown): boolean {
  return isTransient(error) || error instanceof OutOfTime;
}

/** `version-lost`: others wrote the head first each time. `out-of-time`: the invocation is about to end. */
export type FaultKind = StoreFault | 'version-lost' | 'out-of-time' | 'program' | 'set-up';

export interface Fault {
  readonly kind: FaultKind;
  readonly place: string;
}

const FRAME = /^ {4}at (?:[\w.$<>[\] ]{1,80} \()?[\w:/.@-]{1,200}\)?$/;

/** The innermost stack frame. Cut behind the message, which could forge one. */
function frameOf(error: Error): string {
  const head = error.message === '' ? error.name : `${error.name}: ${error.message}`;
  if (error.stack?.startsWith(head) !== true) return 'unknown place';
  const frame = error.stack.slice(head.length + 1).split('\n', 1)[0] ?? '';
  return FRAME.test(frame) ? frame.trim() : 'unknown place';
}

export function faultOf(error: unknown): Fault {
  if (error instanceof StoreError) return { kind: error.fault, place: error.message };
  if (error instanceof OutOfTime) return { kind: 'out-of-time', place: error.message };
  if (error instanceof OperatorError) return { kind: 'set-up', place: error.message };
  return { kind: 'program', place: error instanceof Error ? frameOf(error) : 'unknown place' };
}
