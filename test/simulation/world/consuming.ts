/** Lambda's mappings: they feed functions from queues, and delete what a function says may be deleted. */

import { contentOf } from '../checker/naive-fold.ts';
import { stoodBetween } from '../checker/watch-answers.ts';
import { deletedBy } from '../queue/mapping.ts';
import type { SimMessage, SimQueue } from '../queue/queue.ts';
import { type Consumer, type Container, policyOf } from './containers.ts';
import { updateIn } from './docket.ts';
import type { Fleet } from './fleet.ts';
import type { Stage } from './stage.ts';

const BATCH_MAX = 25;

export type QueueKind = 'classify' | 'reclassify';

interface Batch {
  readonly kind: QueueKind;
  readonly container: Consumer;
  readonly messages: readonly SimMessage[];
  /** The step at which it was taken. */
  readonly from: number;
  isOver: boolean;
}

export function makeConsuming(stage: Stage, fleet: Fleet) {
  const { chance, switches, coverage, clock, names, violations } = stage;
  const queues: Readonly<Record<QueueKind, SimQueue>> = { classify: stage.queue, reclassify: stage.reclassifyQueue };
  const batches: Batch[] = [];

  /** What may be deleted must be stored: the ledger and the head, or the quarantine. */
  function checkDeleted({ body }: SimMessage): void {
    const update = updateIn(body);
    const isForged = stage.forged.has(body);
    if (update?.subject === undefined || isForged) {
      const isSetAside = stage.setAside.some(
        ({ id, reason }) => id === names.received(body) && (!isForged || reason === 'no-such-act'),
      );
      const what = isForged ? 'a forged update' : 'a message that is no update';
      violations.check(isSetAside, 'nothing is deleted that is not stored', () => what);
      return;
    }
    const member = names.member(update.source, update.id, contentOf(update));
    const seen = stage.writes.cases.get(names.caseKey(update.subject));
    const isIn = seen?.entries.has(member) === true && seen.head?.members.includes(member) === true;
    violations.check(isIn, 'nothing is deleted that is not stored', () => `${update.source} ${update.id}`);
  }

  /** What a person approved and the function let go must have been done while it had it, whatever came after. */
  function checkDrawn({ body }: SimMessage, { from }: Batch): void {
    const { caseKeys, policyHash } = JSON.parse(body) as { caseKeys: string[]; policyHash?: string };
    if (policyHash === undefined) return;
    for (const caseKey of caseKeys) {
      const standings = stage.writes.cases.get(caseKey)?.standings ?? [];
      const isAbsent = (standings[0]?.from ?? Infinity) >= from;
      const isDone = stoodBetween(standings, from, clock.step).some(
        ({ policyId }) => policyOf(policyId).contentHash === policyHash,
      );
      violations.check(isAbsent || isDone, 'what was approved is done before its message goes', () => caseKey);
    }
  }

  function finish(batch: Batch, result: Parameters<typeof deletedBy>[1]): void {
    if (batch.isOver) return;
    batch.isOver = true;
    batches.splice(batches.indexOf(batch), 1);
    batch.container.isBusy = false;
    const ids = batch.messages.map(({ id }) => id);
    const deleted = deletedBy(ids, result);
    if (deleted.length === 0) coverage.count('queue: batch failed whole');
    else if (deleted.length < ids.length) coverage.count('queue: batch failed in part');
    for (const id of deleted) {
      const message = batch.messages.find((each) => each.id === id);
      if (message !== undefined && batch.kind === 'classify') checkDeleted(message);
      if (message !== undefined && batch.kind === 'reclassify') checkDrawn(message, batch);
      // A deletion may be lost on the way: the message comes again.
      if (!stage.isCalm() && switches.redelivery && chance.isTrue(0.1)) continue;
      queues[batch.kind].delete(id);
    }
  }

  return {
    start(kind: QueueKind): string {
      const queue = queues[kind];
      const before = queue.deadLetters().length;
      const most = stage.isCalm() ? BATCH_MAX : 1 + chance.below(6);
      const messages = queue.receive(clock.now, most, switches.reorder ? chance : undefined);
      if (queue.deadLetters().length > before) coverage.count('queue: dead letter');
      if (messages.length === 0) return 'poll nothing';
      const isOutOfOrder = messages.some((each, i) => i > 0 && each.sentAt < (messages[i - 1]?.sentAt ?? 0));
      if (isOutOfOrder) coverage.count('queue: out of order');
      const container = fleet.consumer(kind);
      const batch: Batch = { kind, container, messages, from: clock.step, isOver: false };
      batches.push(batch);
      container.run(messages.map(({ id, body }) => ({ id, body }))).then(
        (value) => finish(batch, { kind: 'answered', value }),
        () => finish(batch, { kind: 'failed' }),
      );
      return `${container.name} takes ${messages.map(({ id }) => id).join()}`;
    },

    /** Nobody waits for it any longer; its messages come back when they are visible again. */
    abandon(container: Container): void {
      const batch = batches.find((each) => each.container === container);
      if (batch !== undefined) finish(batch, { kind: 'failed' });
    },

    running: (): readonly Batch[] => batches,
  };
}
