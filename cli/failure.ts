/** What to say of a failure of a service: its name or code, and never a message that may repeat what was sent. */
import { StoreError } from '../shared/store/errors.ts';

export function failureText(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown failure';
  if (error instanceof StoreError) return error.message;
  if ('code' in error && typeof error.code === 'string') return error.code;
  // Faults of settings, such as a missing region, have no name of their own.
  return error.name === 'Error' ? error.message : error.name;
}
