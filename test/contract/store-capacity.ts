/** Reads off what requests cost: capacity units of the table and of its indexes. */
import type { ConsumedCapacity, DynamoDBClient } from '@aws-sdk/client-dynamodb';

export interface Cost {
  table: number;
  index: number;
}

function sum(units: readonly (number | undefined)[]): number {
  return units.reduce((total: number, unit) => total + (unit ?? 0), 0);
}

/** Asks for the cost with every request of the client, and returns what measures one piece of work. */
export function meterCapacity(client: DynamoDBClient): (work: () => Promise<unknown>) => Promise<Cost> {
  let cost: Cost = { table: 0, index: 0 };
  client.middlewareStack.add(
    (next) => async (args) => {
      const answer = await next({ ...args, input: { ...args.input, ReturnConsumedCapacity: 'INDEXES' } });
      const { ConsumedCapacity: consumed } = answer.output as { ConsumedCapacity?: ConsumedCapacity };
      cost = {
        table: cost.table + (consumed?.Table?.CapacityUnits ?? 0),
        index:
          cost.index + sum(Object.values(consumed?.GlobalSecondaryIndexes ?? {}).map((unit) => unit.CapacityUnits)),
      };
      return answer;
    },
    { step: 'initialize', name: 'meterCapacity', override: true },
  );
  return async (work) => {
    cost = { table: 0, index: 0 };
    await work();
    return cost;
  };
}
