/** Reads off what requests cost: capacity units of the table and of its indexes. */
import type { ConsumedCapacity, DynamoDBClient } from '@aws-sdk/client-dynamodb';

export interface Cost {
  table: number;
  /** All indexes together. */
  index: number;
  /** By the name of the index, those that cost anything. */
  indexes: Readonly<Record<string, number>>;
}

const NOTHING: Cost = { table: 0, index: 0, indexes: {} };

function more(cost: Cost, consumed: ConsumedCapacity | undefined): Cost {
  const indexes = { ...cost.indexes };
  let { index } = cost;
  for (const [name, { CapacityUnits: units = 0 }] of Object.entries(consumed?.GlobalSecondaryIndexes ?? {})) {
    index += units;
    if (units > 0) indexes[name] = (indexes[name] ?? 0) + units;
  }
  return { table: cost.table + (consumed?.Table?.CapacityUnits ?? 0), index, indexes };
}

/** Asks for the cost with every request of the client, and returns what measures one piece of work. */
export function meterCapacity(client: DynamoDBClient): (work: () => Promise<unknown>) => Promise<Cost> {
  let cost = NOTHING;
  client.middlewareStack.add(
    (next) => async (args) => {
      const answer = await next({ ...args, input: { ...args.input, ReturnConsumedCapacity: 'INDEXES' } });
      cost = more(cost, (answer.output as { ConsumedCapacity?: ConsumedCapacity }).ConsumedCapacity);
      return answer;
    },
    { step: 'initialize', name: 'meterCapacity', override: true },
  );
  return async (work) => {
    cost = NOTHING;
    await work();
    return cost;
  };
}
