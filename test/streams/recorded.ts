/** What a stream would hold of a table without one: its items compared before and after each write. */
import { type AttributeValue, type DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { type StreamEventRecord, streamRecord } from './records.ts';

type Item = Record<string, AttributeValue>;

/** As Lambda writes it. */
function handedOver(value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (Array.isArray(value)) return value.map(handedOver);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, handedOver(part)]));
  }
  return value;
}

const imageOf = (item: Item | undefined) => (item === undefined ? undefined : (handedOver(item) as Item));

/** Each call answers what was written since the last, an item at a time; call it after every write. */
export function recordWrites(client: DynamoDBClient, tableName: string) {
  let known = new Map<string, Item>();
  let place = 0;
  return async (): Promise<StreamEventRecord[]> => {
    const { Items = [] } = await client.send(new ScanCommand({ TableName: tableName, ConsistentRead: true }));
    const now = new Map(Items.map((item) => [JSON.stringify([item.pk?.S, item.sk?.S]), item]));
    const records: StreamEventRecord[] = [];
    for (const key of new Set([...known.keys(), ...now.keys()])) {
      const [before, after] = [imageOf(known.get(key)), imageOf(now.get(key))];
      if (JSON.stringify(before) === JSON.stringify(after)) continue;
      const [partition, name] = JSON.parse(key) as [string, string];
      records.push(streamRecord({ partition, name, before, after }, place));
      place += 1;
    }
    known = now;
    return records;
  };
}
