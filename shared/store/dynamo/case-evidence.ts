/** Everything that lies in a case's partition, for an audit: what cannot be read is a fault of its own and hides nothing else. */
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Fault } from '../../audit/fault.ts';
import type { Act } from '../../review/act.ts';
import type { StoredCase } from '../case-evidence.ts';
import { StoreError } from '../errors.ts';
import type { CaseHead, LedgerEntry } from '../store.ts';
import { caseTable } from '../table-shape.ts';
import { ACT_PREFIX, parseAct } from './act-items.ts';
import { listItems } from './case-items.ts';
import { ENTRY_PREFIX, HEAD, parseEntry, parseHead, parseItem, partitionOf } from './items.ts';

const named = z.object({ [caseTable.sortKey]: z.string() });

function partOf(name: string): Pick<Fault, 'item' | 'id'> | undefined {
  if (name === HEAD) return { item: 'head' };
  if (name.startsWith(ENTRY_PREFIX)) return { item: 'entry', id: name.slice(ENTRY_PREFIX.length) };
  if (name.startsWith(ACT_PREFIX)) return { item: 'act', id: name.slice(ACT_PREFIX.length) };
  return undefined;
}

/** `head.record` is `record` of the head; the store's faults say where and never what. */
function fieldOf({ message }: StoreError): string {
  return message.slice(message.lastIndexOf('.') + 1);
}

export function dynamoEvidence(client: DynamoDBDocumentClient, tableName: string) {
  /** Strongly consistent. */
  return async (caseKey: string): Promise<StoredCase> => {
    let head: CaseHead | undefined;
    const entries: LedgerEntry[] = [];
    const acts: Act[] = [];
    const unreadable: Fault[] = [];
    for await (const item of listItems(client, tableName, { partition: partitionOf(caseKey) })) {
      const part = partOf(parseItem('item', named, item)[caseTable.sortKey]);
      try {
        if (part === undefined) unreadable.push({ kind: 'inserted', item: 'entry', by: 'ledger' });
        else if (part.item === 'head') head = parseHead(caseKey, item);
        else if (part.item === 'entry') entries.push(parseEntry(item));
        else acts.push(parseAct(item));
      } catch (error) {
        if (!(error instanceof StoreError) || part === undefined) throw error;
        unreadable.push({ kind: 'edited', ...part, field: fieldOf(error), by: 'ledger' });
      }
    }
    return { head, entries, acts, unreadable };
  };
}
