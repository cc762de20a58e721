/** Lambda entry: called by the user pool before it issues a token. Nothing is logged: an event is all about a person. */
import { OperatorError } from '../fault.ts';
import { claimsFor, type TokenEvent } from './token-claims.ts';

export async function handler(event: unknown): Promise<TokenEvent> {
  try {
    return claimsFor(event);
  } catch {
    // What is thrown is logged and shown to whoever signs in.
    throw new OperatorError('the user pool calls with an event that is not of version 2');
  }
}
