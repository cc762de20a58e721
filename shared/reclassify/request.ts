/** What is asked of the function `reclassify`: cases to be drawn again, by their keys and nothing else. */
import * as z from 'zod';

export const RECLASSIFY_TYPE = 'own-motion.reclassify.v1';

/** Enough that a message is worth its price, few enough that they are drawn well within one invocation. */
export const REQUEST_MAX_CASES = 25;

const request = z.strictObject({
  type: z.literal(RECLASSIFY_TYPE),
  /** As `shared/store/keys.ts` makes them. */
  caseKeys: z
    .array(z.string().regex(/^[\w-]{43}$/))
    .min(1)
    .max(REQUEST_MAX_CASES),
  /** Content hash of the instrument that a person approved; absent where only the days have passed. */
  policyHash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
});

export type ReclassifyRequest = z.infer<typeof request>;

/** @returns undefined for what is no such request */
export function parseRequest(body: string): ReclassifyRequest | undefined {
  let given: unknown;
  try {
    given = JSON.parse(body);
  } catch {
    return undefined;
  }
  return request.safeParse(given).data;
}
