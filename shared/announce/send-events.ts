/** Sends flag events to a bus, as many at a time as it takes, and says of each whether the bus has it. */
import type { FlagEvent } from '../../events/flag-events.ts';
import type { StoreFault } from '../store/errors.ts';

/** Most events that EventBridge takes in one request. */
export const SEND_MAX_EVENTS = 10;
const MAX_TRIES = 4;
const BACKOFF_MILLIS = 50;

export interface SendFault {
  readonly kind: StoreFault | 'out-of-time';
  readonly place: string;
}

export interface Refusal {
  /** Place of the event among those sent. */
  readonly place: number;
  readonly fault: SendFault;
}

export interface SendPorts {
  /** One request; answers which of its events the bus has not taken, whatever went wrong. */
  readonly sendEvents: (events: readonly FlagEvent[]) => Promise<readonly Refusal[]>;
  readonly sleep: (millis: number) => Promise<void>;
  /** At least 0, below 1. */
  readonly random: () => number;
}

/** `retried`: the same later may succeed, or may have succeeded already. `failed`: it will not. */
export type SendOutcome =
  | { readonly kind: 'sent' }
  | { readonly kind: 'retried' | 'failed'; readonly fault: SendFault };

interface Ended<T> {
  readonly sent: T;
  readonly outcome: SendOutcome;
}

const OUT_OF_TIME: SendFault = { kind: 'out-of-time', place: 'event bus' };

function isPassing({ kind }: SendFault): boolean {
  return kind === 'throttled' || kind === 'unavailable';
}

async function sendSome<T extends { readonly event: FlagEvent }>(
  { sendEvents, sleep, random }: SendPorts,
  some: readonly T[],
  isLate: () => boolean,
): Promise<Ended<T>[]> {
  const ended: Ended<T>[] = [];
  let open = some;
  for (let tries = 1; open.length > 0; tries++) {
    if (isLate()) {
      return [...ended, ...open.map((sent) => ({ sent, outcome: { kind: 'retried', fault: OUT_OF_TIME } as const }))];
    }
    const refused = new Map(
      (await sendEvents(open.map(({ event }) => event))).map(({ place, fault }) => [place, fault]),
    );
    const again: T[] = [];
    for (const [place, sent] of open.entries()) {
      const fault = refused.get(place);
      if (fault === undefined) ended.push({ sent, outcome: { kind: 'sent' } });
      else if (!isPassing(fault)) ended.push({ sent, outcome: { kind: 'failed', fault } });
      else if (tries === MAX_TRIES) ended.push({ sent, outcome: { kind: 'retried', fault } });
      else again.push(sent);
    }
    open = again;
    if (open.length > 0) await sleep(random() * BACKOFF_MILLIS * 2 ** tries);
  }
  return ended;
}

export async function sendAll<T extends { readonly event: FlagEvent }>(
  ports: SendPorts,
  all: readonly T[],
  isLate: () => boolean,
): Promise<Ended<T>[]> {
  const ended: Ended<T>[] = [];
  for (let from = 0; from < all.length; from += SEND_MAX_EVENTS) {
    ended.push(...(await sendSome(ports, all.slice(from, from + SEND_MAX_EVENTS), isLate)));
  }
  return ended;
}
