/** The event bus that flags are announced on: EventBridge, which takes some events of a request and leaves others. */
import { EventBridgeClient, type EventBridgeClientConfig, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import type { FlagEvent } from '../../events/flag-events.ts';
import type { Refusal, SendFault, SendPorts } from '../announce/send-events.ts';
import { asStoreError } from './dynamo/aws-errors.ts';

const PLACE = 'event bus';

/** Of these EventBridge says that the same later may do. */
const PASSING: Readonly<Record<string, SendFault['kind']>> = {
  ThrottlingException: 'throttled',
  InternalFailure: 'unavailable',
  InternalException: 'unavailable',
  ServiceUnavailable: 'unavailable',
};

function faultOf(error: unknown): SendFault {
  const { fault, message } = asStoreError(error);
  return { kind: fault, place: fault === 'refused' ? `${PLACE}: ${message}` : PLACE };
}

/** A CloudEvent whole as the detail, so that it is the same on the bus as in its schema; rules match on its type. */
function entryOf(event: FlagEvent, EventBusName: string) {
  return {
    EventBusName,
    Source: event.source,
    DetailType: event.type,
    Time: new Date(event.time),
    Detail: JSON.stringify(event),
  };
}

/** @param busName name or ARN */
export function eventBridgeSender(busName: string, settings: EventBridgeClientConfig): SendPorts['sendEvents'] {
  const client = new EventBridgeClient(settings);
  return async (events) => {
    const command = new PutEventsCommand({ Entries: events.map((event) => entryOf(event, busName)) });
    try {
      const { Entries = [] } = await client.send(command);
      return events.flatMap((_, place): Refusal[] => {
        const entry = Entries[place];
        // Only what has an id on the bus is on the bus.
        if (entry?.EventId !== undefined) return [];
        return [{ place, fault: { kind: PASSING[entry?.ErrorCode ?? ''] ?? 'refused', place: PLACE } }];
      });
    } catch (error) {
      const fault = faultOf(error);
      return events.map((_, place) => ({ place, fault }));
    }
  };
}
