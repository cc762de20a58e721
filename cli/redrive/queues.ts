/** The two queues of a redrive on SQS: the dead letters, and the queue that they came from. */
import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageBatchCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import * as z from 'zod';
import type { DeadLetter, RedrivePorts } from './redrive.ts';

/** Long enough to be sent and deleted, and for a dry run to see thousands before the first comes back. */
const HELD_S = 120;
/** A short poll asks a part of the servers and may find nothing where there is something. */
const WAIT_S = 1;
const AT_MOST = 10;

const redrivePolicy = z.object({ deadLetterTargetArn: z.string() });

/** The queue of dead letters that a queue names; undefined when it names none. */
export async function deadLettersOf(client: SQSClient, queueUrl: string): Promise<string | undefined> {
  const asked = new GetQueueAttributesCommand({ QueueUrl: queueUrl, AttributeNames: ['RedrivePolicy'] });
  const { Attributes } = await client.send(asked);
  if (Attributes?.RedrivePolicy === undefined) return undefined;
  const arn = redrivePolicy.parse(JSON.parse(Attributes.RedrivePolicy)).deadLetterTargetArn;
  const [account, name] = arn.split(':').slice(-2);
  const { QueueUrl } = await client.send(new GetQueueUrlCommand({ QueueName: name, QueueOwnerAWSAccountId: account }));
  return QueueUrl;
}

function entriesOf(letters: readonly DeadLetter[]) {
  return letters.map(({ receipt }, place) => ({ Id: String(place), ReceiptHandle: receipt }));
}

export function sqsRedrive(client: SQSClient, queueUrl: string, deadUrl: string): RedrivePorts {
  return {
    async receive() {
      const { Messages = [] } = await client.send(
        new ReceiveMessageCommand({
          QueueUrl: deadUrl,
          MaxNumberOfMessages: AT_MOST,
          WaitTimeSeconds: WAIT_S,
          VisibilityTimeout: HELD_S,
          MessageSystemAttributeNames: ['SentTimestamp'],
        }),
      );
      return Messages.map(({ MessageId = '', ReceiptHandle = '', Body = '', Attributes }) => ({
        id: MessageId,
        receipt: ReceiptHandle,
        body: Body,
        sentAt_ms: Number(Attributes?.SentTimestamp ?? 0),
      }));
    },

    async send(letters) {
      const Entries = letters.map(({ body }, place) => ({ Id: String(place), MessageBody: body }));
      const { Successful = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries }));
      return Successful.map(({ Id, MessageId = '' }) => ({ place: Number(Id), id: MessageId }));
    },

    async remove(letters) {
      const Entries = entriesOf(letters);
      const { Successful = [] } = await client.send(new DeleteMessageBatchCommand({ QueueUrl: deadUrl, Entries }));
      return Successful.map(({ Id }) => Number(Id));
    },

    async release(letters) {
      if (letters.length === 0) return;
      const Entries = entriesOf(letters).map((entry) => ({ ...entry, VisibilityTimeout: 0 }));
      // What cannot be released comes back by itself.
      await client.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl: deadUrl, Entries }));
    },
  };
}
