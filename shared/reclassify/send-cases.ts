/** Sends cases to be drawn again to their queue, and proves that the queue has taken every one. */
import { RECLASSIFY_TYPE, REQUEST_MAX_CASES, type ReclassifyRequest } from './request.ts';

/** Most messages that SQS takes at once. */
const BATCH_MAX_MESSAGES = 10;
/** Most cases of one request to the queue. */
export const SEND_MAX_CASES = REQUEST_MAX_CASES * BATCH_MAX_MESSAGES;

const MAX_TRIES = 6;
const FIRST_PAUSE_MILLIS = 100;

export interface SendPorts {
  /** One request of at most ten messages; answers which of them the queue did not take. */
  readonly sendBatch: (bodies: readonly string[]) => Promise<readonly { readonly place: number }[]>;
  readonly sleep: (millis: number) => Promise<void>;
}

/** Thrown when the queue goes on refusing; what it has taken by then is drawn again all the same. */
export class NotTaken extends Error {
  override name = 'NotTaken';
  constructor() {
    super('the queue did not take every message');
  }
}

function cutInto<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size));
}

/**
 * @param policyHash of the instrument that was approved, where it is one
 * @throws {NotTaken} and whatever `sendBatch` throws
 */
export async function sendCases(
  { sendBatch, sleep }: SendPorts,
  caseKeys: readonly string[],
  policyHash?: string,
): Promise<void> {
  const bodies = cutInto(caseKeys, REQUEST_MAX_CASES).map((some) => {
    const request: ReclassifyRequest = {
      type: RECLASSIFY_TYPE,
      caseKeys: some,
      ...(policyHash !== undefined && { policyHash }),
    };
    return JSON.stringify(request);
  });
  for (const batch of cutInto(bodies, BATCH_MAX_MESSAGES)) {
    let open: readonly string[] = batch;
    for (let tries = 1; open.length > 0; tries++) {
      const refused = new Set((await sendBatch(open)).map(({ place }) => place));
      open = open.filter((_, place) => refused.has(place));
      if (open.length === 0) break;
      if (tries === MAX_TRIES) throw new NotTaken();
      await sleep(FIRST_PAUSE_MILLIS * 2 ** (tries - 1));
    }
  }
}
