/** Makes the AWS clients of the command: for the stack that runs on this machine, or for a deployed one. */
import { setTimeout as delay } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { SendBatch } from './batches.ts';
import type { RunningStack } from './running.ts';

/** Where a service is. Absent parts are found as the SDK finds them: environment, profile, role. */
export interface Place {
  region?: string | undefined;
  endpoint?: string | undefined;
}

const ATTEMPTS = 4;
/** The SDK only warns of a request that hangs unless it is told to throw. */
const requestHandler = { connectionTimeout: 3_000, requestTimeout: 15_000, throwOnRequestTimeout: true };

function isLoopback(endpoint: string | undefined): boolean {
  const host = endpoint === undefined ? undefined : URL.parse(endpoint)?.hostname;
  return host !== undefined && ['127.0.0.1', 'localhost', '[::1]'].includes(host);
}

/** A stack on this machine asks for credentials and looks at none; it must never be sent real ones. */
function settingsFor({ region, endpoint }: Place) {
  const local = isLoopback(endpoint) && {
    region: region ?? 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  };
  return {
    maxAttempts: ATTEMPTS,
    requestHandler,
    ...(region !== undefined && { region }),
    ...(endpoint !== undefined && { endpoint }),
    ...local,
  };
}

/** The region that a queue's URL names, and the endpoint of one that is not Amazon's. */
export function placeOfQueue(queueUrl: string): Place {
  const url = URL.parse(queueUrl);
  const region =
    url === null ? undefined : /^sqs(?:-fips)?\.([a-z0-9-]+)\.(?:amazonaws\.|api\.aws)/.exec(url.hostname)?.[1];
  return region === undefined ? { endpoint: url?.origin } : { region };
}

export function sqsClient(place: Place): SQSClient {
  return new SQSClient(settingsFor(place));
}

export function queueSender(queueUrl: string, place: Place): SendBatch {
  const client = sqsClient(place);
  return async (bodies) => {
    const Entries = bodies.map((MessageBody, index) => ({ Id: String(index), MessageBody }));
    const { Failed = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries }));
    return Failed.map(({ Id, SenderFault, Code }) => ({
      place: Number(Id),
      isMessageAtFault: SenderFault === true,
      code: Code ?? 'refused-by-queue',
    }));
  };
}

export function dynamoClient(place: Place): DynamoDBClient {
  return new DynamoDBClient(settingsFor(place));
}

export async function readSecret(secretId: string, place: Place): Promise<string> {
  const client = new SecretsManagerClient(settingsFor(place));
  const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: secretId }));
  if (SecretString === undefined) throw new Error('the secret for case keys is not text');
  return SecretString;
}

/** Places of the services of the stack on this machine. */
export function placesOf({ region, sqsEndpoint, dynamodbEndpoint, secretsEndpoint }: RunningStack) {
  return {
    queue: { region, endpoint: sqsEndpoint },
    tables: { region, endpoint: dynamodbEndpoint },
    secrets: { region, endpoint: secretsEndpoint },
  };
}

export async function sleep(millis: number): Promise<void> {
  await delay(millis);
}
