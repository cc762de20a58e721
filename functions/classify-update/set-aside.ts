/** Puts a message that is refused where a person will see it; until it lies there, the message is not let go. */
import type { RejectionReason } from '../../events/rejection.ts';
import type { Message } from '../consume.ts';
import { type Fault, faultOf, mayPass } from '../fault.ts';
import type { Outcome } from '../report.ts';
import type { FoldDeps } from './fold-arrivals.ts';

export interface Refused {
  readonly message: Message;
  readonly reason: RejectionReason;
  readonly paths: readonly string[];
}

/** Hears the outcome of a message, once for each. */
export type Settle = (message: Message, outcome: Outcome, fault?: Fault & { tries?: number }) => void;

export type SetAsideDeps = Pick<FoldDeps, 'names' | 'quarantine' | 'report' | 'now'>;

export async function setAside(
  { names, quarantine, report, now }: SetAsideDeps,
  { message, reason, paths }: Refused,
  settle: Settle,
): Promise<void> {
  const { id: messageId, body } = message;
  try {
    await quarantine.put({ id: names.receivedId(body), reason, paths, receivedAt: now(), body });
  } catch (error) {
    settle(message, mayPass(error) ? 'retried' : 'error', faultOf(error));
    return;
  }
  settle(message, 'rejected');
  report.log('UPDATE_REJECTED', { messageId, reason });
  report.countSetAside(reason);
}
