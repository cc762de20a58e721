/**
 * Turns an SQS batch into messages that must be proved one by one: whatever is not proved goes back to the queue.
 * The only file that knows the shape of SQS's events and partial responses.
 */
import type { SQSBatchResponse } from 'aws-lambda';
import * as z from 'zod';

const sqsEvent = z.object({
  Records: z.array(
    z.object({
      eventSource: z.literal('aws:sqs'),
      messageId: z.string().min(1),
      body: z.string(),
    }),
  ),
});

export interface Message {
  readonly id: string;
  readonly body: string;
}

export interface Batch {
  readonly messages: readonly Message[];
  readonly timeLeftMillis: () => number;
  /** Says that what the message carries is stored: the queue may delete it. Nothing else deletes a message. */
  readonly prove: (message: Message) => void;
}

interface InvocationContext {
  getRemainingTimeInMillis(): number;
}

/** Thrown for an invocation that did not come from a queue; it names no content. */
export class NotAQueueEvent extends Error {
  override name = 'NotAQueueEvent';
  constructor() {
    super('the event is not a batch of SQS messages');
  }
}

/**
 * @param work takes a batch and proves its messages; what it throws fails the messages it has not proved
 * @param onFault hears what `work` threw
 */
export function consume(work: (batch: Batch) => Promise<void>, onFault: (error: unknown) => void) {
  return async (event: unknown, context: InvocationContext): Promise<SQSBatchResponse> => {
    const parsed = sqsEvent.safeParse(event);
    if (!parsed.success) throw new NotAQueueEvent();

    const messages = parsed.data.Records.map(({ messageId, body }): Message => ({ id: messageId, body }));
    const unproved = new Set(messages);
    try {
      await work({
        messages,
        timeLeftMillis: () => context.getRemainingTimeInMillis(),
        prove: (message) => {
          unproved.delete(message);
        },
      });
    } catch (error) {
      onFault(error);
    }
    // Two deliveries may share an id: the id is deleted only when each of them is proved.
    const failed = new Set([...unproved].map(({ id }) => id));
    return {
      batchItemFailures: [...failed].map((itemIdentifier) => ({
        itemIdentifier,
      })),
    };
  };
}
