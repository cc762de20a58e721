/** Which endpoint answers which route. */
import { showMe } from './lists/me.ts';
import { type Mounted, reading } from './mounted.ts';

export const ENDPOINTS: readonly Mounted[] = [reading('me', showMe)];
