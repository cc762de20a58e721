/** What every function's AWS clients have in common, and the secret that case keys are made under. */
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { KEY_SECRET_MIN_BYTES } from '../shared/store/keys.ts';
import { OperatorError } from './fault.ts';

/** A call that hangs must end while there is time to try again; the SDK only warns unless it is told to throw. */
export const clientSettings = {
  maxAttempts: 2,
  requestHandler: { connectionTimeout: 1_000, requestTimeout: 1_500, throwOnRequestTimeout: true },
};

/** @throws {OperatorError} when it cannot be read or is too short */
export async function fetchCaseKeySecret(secretId: string): Promise<string> {
  const client = new SecretsManagerClient(clientSettings);
  const command = new GetSecretValueCommand({ SecretId: secretId });
  const { SecretString } = await client
    .send(command)
    .catch(() => {
      throw new OperatorError('the secret for case keys could not be read');
    })
    .finally(() => client.destroy());
  if (SecretString === undefined || Buffer.byteLength(SecretString) < KEY_SECRET_MIN_BYTES) {
    throw new OperatorError(`the secret for case keys is not text of at least ${KEY_SECRET_MIN_BYTES} bytes`);
  }
  return SecretString;
}
