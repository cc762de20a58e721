/** Makes the store's tables on an emulator, from the names that the store and the CDK app share. */
import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DynamoDBClient,
  type GlobalSecondaryIndex,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import { caseTable, quarantineTable } from '../../shared/store/table-shape.ts';

interface IndexShape {
  name: string;
  partitionKey: string;
  sortKey: string;
  projected: readonly string[];
}

function key(partitionKey: string, sortKey?: string): NonNullable<CreateTableCommandInput['KeySchema']> {
  const hash = { AttributeName: partitionKey, KeyType: 'HASH' as const };
  return sortKey === undefined ? [hash] : [hash, { AttributeName: sortKey, KeyType: 'RANGE' as const }];
}

function index({ name, partitionKey, sortKey, projected }: IndexShape): GlobalSecondaryIndex {
  return {
    IndexName: name,
    KeySchema: key(partitionKey, sortKey),
    Projection:
      projected.length === 0
        ? { ProjectionType: 'KEYS_ONLY' }
        : { ProjectionType: 'INCLUDE', NonKeyAttributes: [...projected] },
  };
}

async function createTable(client: DynamoDBClient, input: Omit<CreateTableCommandInput, 'AttributeDefinitions'>) {
  const keys = [input.KeySchema ?? [], ...(input.GlobalSecondaryIndexes ?? []).map(({ KeySchema }) => KeySchema ?? [])];
  const names = new Set(keys.flat().map(({ AttributeName }) => AttributeName));
  await client.send(
    new CreateTableCommand({
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [...names].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
      ...input,
    }),
  );
  await waitUntilTableExists(
    { client, maxWaitTime: 10, minDelay: 0.02, maxDelay: 0.1 },
    { TableName: input.TableName },
  );
}

export interface Tables {
  caseTableName: string;
  quarantineTableName: string;
}

let made = 0;

/** A fresh pair of tables, so that tests on one server do not meet. */
export async function createTables(client: DynamoDBClient): Promise<Tables> {
  made += 1;
  const tables = { caseTableName: `cases-${made}`, quarantineTableName: `quarantine-${made}` };
  await createTable(client, {
    TableName: tables.caseTableName,
    KeySchema: key(caseTable.partitionKey, caseTable.sortKey),
    GlobalSecondaryIndexes: [index(caseTable.queueIndex), index(caseTable.claimsIndex), index(caseTable.dueIndex)],
  });
  await createTable(client, {
    TableName: tables.quarantineTableName,
    KeySchema: key(quarantineTable.partitionKey),
    GlobalSecondaryIndexes: [index(quarantineTable.recentIndex)],
  });
  return tables;
}

/** A client of an emulator on loopback; its credentials are no one's. */
export function emulatorClient(port: number): DynamoDBClient {
  return new DynamoDBClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 2,
  });
}
