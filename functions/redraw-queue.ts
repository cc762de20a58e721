/** The queue of cases to be drawn again, for the functions that find them. */
import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { SendPorts } from '../shared/reclassify/send-cases.ts';
import { asStoreError } from '../shared/store/dynamo/aws-errors.ts';
import { clientSettings } from './aws-clients.ts';

export function redrawSender(QueueUrl: string): SendPorts['sendBatch'] {
  const client = new SQSClient(clientSettings);
  return async (bodies) => {
    const Entries = bodies.map((MessageBody, place) => ({ Id: String(place), MessageBody }));
    const { Failed = [] } = await client
      .send(new SendMessageBatchCommand({ QueueUrl, Entries }))
      .catch((error: unknown) => Promise.reject(asStoreError(error)));
    return Failed.map(({ Id }) => ({ place: Number(Id) }));
  };
}
