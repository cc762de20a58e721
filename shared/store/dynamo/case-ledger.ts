/** A case's partition in DynamoDB: the ledger of its updates and the head they add up to. */
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { StoreError } from '../errors.ts';
import type { CaseLedger, LedgerEntry } from '../store.ts';
import { getItem, listItems, putItem, updateHead } from './case-items.ts';
import {
  ENTRY_PREFIX,
  entryAttributes,
  entryName,
  HEAD,
  headAttributes,
  parseEntry,
  parseHead,
  partitionOf,
} from './items.ts';

/** DynamoDB's limit is 400 KB an item; what is kept back is for people's attributes, names and keys. */
const MACHINE_MAX_BYTES = 328 * 1024;

export function dynamoCaseLedger(client: DynamoDBDocumentClient, tableName: string): CaseLedger {
  return {
    async readHead(caseKey) {
      const item = await getItem(client, tableName, { partition: partitionOf(caseKey), name: HEAD });
      return item === undefined ? undefined : parseHead(caseKey, item);
    },

    putEntry: (caseKey, entry) =>
      putItem(
        client,
        tableName,
        { partition: partitionOf(caseKey), name: entryName(entry.memberId) },
        entryAttributes(entry),
      ),

    async writeHead(caseKey, content, readVersion, version = (readVersion ?? 0) + 1) {
      const attributes = headAttributes(caseKey, content, version);
      if (attributes.members.length + attributes.record.length > MACHINE_MAX_BYTES) {
        throw new StoreError('too-large', 'head');
      }
      return updateHead(client, tableName, { caseKey, attributes, readVersion });
    },

    listEntries: (caseKey) => listEntries(client, tableName, caseKey),
  };
}

async function* listEntries(
  client: DynamoDBDocumentClient,
  tableName: string,
  caseKey: string,
): AsyncGenerator<LedgerEntry> {
  const entries = listItems(client, tableName, { partition: partitionOf(caseKey), prefix: ENTRY_PREFIX });
  for await (const item of entries) yield parseEntry(item);
}
