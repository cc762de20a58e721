/** The name of an office in a token, a path or the environment: as the docket update schema has it, or that of none. */
import * as z from 'zod';
import { UNASSIGNED_OFFICE } from '../shared/flag/queue-place.ts';

export const officeName = z.union([z.string().regex(/^[A-Z0-9]{2,8}$/), z.literal(UNASSIGNED_OFFICE)]);
