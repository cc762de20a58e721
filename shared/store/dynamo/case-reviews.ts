/** People's half of a case in DynamoDB: what they did about it, and where it stands with them. */
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Act } from '../../review/act.ts';
import { StoreError } from '../errors.ts';
import type { CaseLedger, CaseReviews } from '../store.ts';
import { ACT_PREFIX, actAttributes, actName, parseAct, reviewAttributes } from './act-items.ts';
import { getItem, listItems, putItem, updateHead } from './case-items.ts';
import { partitionOf } from './items.ts';

/** As JSON, which takes no less room than the attribute. All decisions and acts that a head may mention take some 52 KB. */
const REVIEW_MAX_BYTES = 64 * 1024;

export function dynamoCaseReviews(
  client: DynamoDBDocumentClient,
  tableName: string,
): Omit<CaseReviews, keyof CaseLedger> {
  return {
    async writeReview(caseKey, content, readVersion) {
      if (Buffer.byteLength(JSON.stringify(content.review)) > REVIEW_MAX_BYTES) {
        throw new StoreError('too-large', 'head.review');
      }
      const attributes = reviewAttributes(content, readVersion + 1);
      return updateHead(client, tableName, { caseKey, attributes, readVersion });
    },

    async putAct(caseKey, act) {
      const name = { partition: partitionOf(caseKey), name: actName(act.id) };
      const put = await putItem(client, tableName, name, actAttributes(act));
      if (put === 'stored') return { kind: put };
      return { kind: put, act: parseAct(await getItem(client, tableName, name)) };
    },

    async readAct(caseKey, id) {
      const item = await getItem(client, tableName, { partition: partitionOf(caseKey), name: actName(id) });
      return item === undefined ? undefined : parseAct(item);
    },

    listActs: (caseKey) => listActs(client, tableName, caseKey),
  };
}

async function* listActs(client: DynamoDBDocumentClient, tableName: string, caseKey: string): AsyncGenerator<Act> {
  const acts = listItems(client, tableName, { partition: partitionOf(caseKey), prefix: ACT_PREFIX });
  for await (const item of acts) yield parseAct(item);
}
