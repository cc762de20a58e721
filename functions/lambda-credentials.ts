/**
 * Credentials of a function, which Lambda puts into its environment: stands in the bundles for the SDK's search through
 * profiles, sign-ins and metadata services, which is an eighth of a bundle and finds nothing more there.
 */
import { OperatorError } from './fault.ts';

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** Named and shaped as the SDK's clients import it from `@aws-sdk/credential-provider-node`. */
export function defaultProvider(): () => Promise<Credentials> {
  return async () => {
    const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = process.env;
    if (AWS_ACCESS_KEY_ID === undefined || AWS_SECRET_ACCESS_KEY === undefined) {
      throw new OperatorError('the environment has no credentials');
    }
    return {
      accessKeyId: AWS_ACCESS_KEY_ID,
      secretAccessKey: AWS_SECRET_ACCESS_KEY,
      ...(AWS_SESSION_TOKEN !== undefined && { sessionToken: AWS_SESSION_TOKEN }),
    };
  };
}
