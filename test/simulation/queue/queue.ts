/**
 * An SQS standard queue with its dead letters, written from what AWS says: at least once, in any order, possibly again
 * after deletion; what was received too often goes to the dead letters and keeps the time of its first enqueueing.
 */
import type { Chance } from '../world/chance.ts';

export interface SimMessage {
  readonly id: string;
  readonly body: string;
  /** Of the first enqueueing, milliseconds. */
  readonly sentAt: number;
  visibleAt: number;
  receives: number;
}

export interface QueueShape {
  readonly visibilityMillis: number;
  readonly maxReceives: number;
  readonly retentionMillis: number;
  readonly deadLetterRetentionMillis: number;
}

export const DAY_MILLIS = 86_400_000;

/** As the pipeline's stack has it. */
export const PIPELINE_QUEUE: QueueShape = {
  visibilityMillis: 181_000,
  maxReceives: 5,
  retentionMillis: 4 * DAY_MILLIS,
  deadLetterRetentionMillis: 14 * DAY_MILLIS,
};

export function makeQueue(shape: QueueShape) {
  let messages: SimMessage[] = [];
  let dead: SimMessage[] = [];
  const deleted: SimMessage[] = [];
  let ids = 0;

  function send(body: string, now: number): SimMessage {
    const message = { id: `m${++ids}`, body, sentAt: now, visibleAt: now, receives: 0 };
    messages.push(message);
    return message;
  }

  return {
    send,

    /** What has waited longer than the queue keeps it is gone; a copy of what was deleted is no loss and not named. */
    expire(now: number): SimMessage[] {
      const isOver = ({ sentAt }: SimMessage) => now - sentAt > shape.retentionMillis;
      const isOverDead = ({ sentAt }: SimMessage) => now - sentAt > shape.deadLetterRetentionMillis;
      const gone = [...messages.filter(isOver), ...dead.filter(isOverDead)];
      messages = messages.filter((message) => !isOver(message));
      dead = dead.filter((message) => !isOverDead(message));
      return gone.filter(({ id }) => !deleted.some((each) => each.id === id));
    },

    /** @param chance undefined for the order in which messages were sent */
    receive(now: number, most: number, chance: Chance | undefined): SimMessage[] {
      const batch: SimMessage[] = [];
      const visible = messages.filter(({ visibleAt }) => visibleAt <= now);
      while (visible.length > 0 && batch.length < most) {
        const [message] = visible.splice(chance === undefined ? 0 : chance.below(visible.length), 1);
        if (message === undefined) break;
        if (message.receives >= shape.maxReceives) {
          messages.splice(messages.indexOf(message), 1);
          dead.push(message);
          continue;
        }
        message.receives += 1;
        message.visibleAt = now + shape.visibilityMillis;
        batch.push(message);
      }
      return batch;
    },

    delete(id: string): void {
      const at = messages.findIndex((message) => message.id === id);
      if (at < 0) return;
      deleted.push(...messages.splice(at, 1));
    },

    /** Delivers again what was deleted: a copy on a server that was away comes back. */
    resurrect(chance: Chance, now: number): SimMessage | undefined {
      if (deleted.length === 0) return undefined;
      const message = { ...chance.pick(deleted), visibleAt: now, receives: 1 };
      if (messages.some(({ id }) => id === message.id)) return undefined;
      messages.push(message);
      return message;
    },

    /** Moves the dead letters back: new messages, sent now. */
    redrive(now: number): { moved: SimMessage[]; oldestMillis: number } {
      const moved = dead;
      dead = [];
      const oldestMillis = moved.reduce((oldest, { sentAt }) => Math.max(oldest, now - sentAt), 0);
      for (const { body } of moved) send(body, now);
      return { moved, oldestMillis };
    },

    waiting: (): readonly SimMessage[] => messages,
    visible: (now: number) => messages.filter(({ visibleAt }) => visibleAt <= now).length,
    deadLetters: (): readonly SimMessage[] => dead,
    /** When the next of those that are in flight becomes visible. */
    nextVisible(now: number): number | undefined {
      const times = messages.map(({ visibleAt }) => visibleAt).filter((time) => time > now);
      return times.length === 0 ? undefined : Math.min(...times);
    },
  };
}

export type SimQueue = ReturnType<typeof makeQueue>;
