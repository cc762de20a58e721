/** The tables of a local run: dynalite on loopback, kept on disk. */
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import type { Server } from 'node:http';
import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  DynamoDBClient,
  ResourceNotFoundException,
  type TableDescription,
} from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import { LOCAL_HOST, localCredentials } from './loopback.ts';
import type { PlannedTable } from './table-plan.ts';

export interface Tables {
  readonly endpoint: string;
  readonly close: () => Promise<void>;
}

export interface TablesToOpen {
  readonly folder: string;
  readonly region: string;
  readonly tables: readonly PlannedTable[];
}

/** Makes the tables that are not on disk yet, and refuses one that is there with other keys or indexes. */
export async function openTables({ folder, region, tables }: TablesToOpen): Promise<Tables> {
  await mkdir(folder, { recursive: true });
  const server = dynalite({ path: folder, createTableMs: 0 });
  server.listen(0, LOCAL_HOST);
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the tables listen on no port');
  const endpoint = `http://${LOCAL_HOST}:${address.port}`;
  const client = new DynamoDBClient({ endpoint, region, credentials: localCredentials, maxAttempts: 1 });
  try {
    for (const { name, request } of tables) {
      const known = await describe(client, name);
      if (known === undefined) await client.send(new CreateTableCommand(request));
      else if (shape(known) !== shape(request)) {
        throw new Error(`the table ${name} on disk has other keys or indexes than the template: start with --fresh`);
      }
    }
  } catch (error) {
    await close(server);
    throw error;
  } finally {
    client.destroy();
  }
  return { endpoint, close: () => close(server) };
}

async function describe(client: DynamoDBClient, name: string): Promise<TableDescription | undefined> {
  try {
    return (await client.send(new DescribeTableCommand({ TableName: name }))).Table;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}

/** What cannot be changed in a table that has items. */
function shape(table: CreateTableCommandInput | TableDescription): string {
  const keys = (schema: CreateTableCommandInput['KeySchema']) =>
    (schema ?? []).map(({ AttributeName, KeyType }) => `${KeyType} ${AttributeName}`);
  const indexes = (table.GlobalSecondaryIndexes ?? []).map(({ IndexName, KeySchema, Projection }) => [
    IndexName,
    keys(KeySchema),
    Projection?.ProjectionType,
    [...(Projection?.NonKeyAttributes ?? [])].sort(),
  ]);
  return JSON.stringify([keys(table.KeySchema), indexes.map((index) => JSON.stringify(index)).sort()]);
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error === undefined || error === null ? resolve() : reject(error)));
    server.closeAllConnections();
  });
}
