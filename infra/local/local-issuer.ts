/** Puts the port that the local run's issuer listens at into the environment, before there is a template with it. */
import { type Environment, EnvironmentError } from '../environment.ts';
import { LOCAL_HOST } from './loopback.ts';

/**
 * @param issuer of the context, where the local run has set one
 * @throws {EnvironmentError} for an environment whose people sign in anywhere but on this machine
 */
export function atLocalIssuer(environment: Environment, issuer: unknown): Environment {
  if (issuer === undefined) return environment;
  const { signIn } = environment;
  const isLocal = signIn.kind === 'issuer' && new URL(signIn.issuer).hostname === LOCAL_HOST;
  if (!isLocal || typeof issuer !== 'string' || URL.parse(issuer)?.hostname !== LOCAL_HOST) {
    throw new EnvironmentError('context "localIssuer" is for an environment that signs in on this machine');
  }
  return { ...environment, signIn: { ...signIn, issuer } };
}
