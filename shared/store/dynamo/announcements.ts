/** What was last announced of a case, in DynamoDB: beside the machine's attributes of a head and people's. */
import { type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { type Announced, announced } from '../../announce/flag-event.ts';
import type { AnnouncedHead, Announcements } from '../announcements.ts';
import { StoreError } from '../errors.ts';
import { caseTable } from '../table-shape.ts';
import { asStoreError, isConditionFailed } from './aws-errors.ts';
import { getItem } from './case-items.ts';
import { scanPage } from './case-scan.ts';
import { HEAD, parseHead, parseItem, partitionOf } from './items.ts';

const { partitionKey, sortKey } = caseTable;

/** Office and lane where there are any, and the rest by kind. A list without names: each KB of a head costs every write of it. */
function listOf({ sequence, told }: Announced): unknown[] {
  switch (told.kind) {
    case 'nothing':
      return [sequence, told.kind];
    case 'open':
      return [sequence, told.kind, told.office ?? '', told.lane, ...(told.fellAway === true ? [told.fellAway] : [])];
    case 'decided':
      return [sequence, told.kind, told.office ?? '', told.lane, told.decision, told.decisions];
  }
}

function fromList([sequence, kind, office, lane, more, decisions]: readonly unknown[]): unknown {
  const place = { ...(office !== '' && { office }), lane };
  switch (kind) {
    case 'open':
      return { sequence, told: { kind, ...place, ...(more !== undefined && { fellAway: more }) } };
    case 'decided':
      return { sequence, told: { kind, ...place, decision: more, decisions } };
    default:
      return { sequence, told: { kind } };
  }
}

const ATTRIBUTE = 'told';

const item = z.object({
  [partitionKey]: z.string(),
  [ATTRIBUTE]: z.array(z.unknown()).transform(fromList).pipe(announced).optional(),
});

function parse(stored: unknown): AnnouncedHead {
  const { [partitionKey]: partition, [ATTRIBUTE]: last } = parseItem('head', item, stored);
  return { head: parseHead(partition.slice(partitionOf('').length), stored), announced: last };
}

export function dynamoAnnouncements(client: DynamoDBDocumentClient, tableName: string): Announcements {
  return {
    async noteAnnounced(caseKey, last) {
      const command = new UpdateCommand({
        TableName: tableName,
        Key: { [partitionKey]: partitionOf(caseKey), [sortKey]: HEAD },
        UpdateExpression: 'SET #announced = :announced',
        // Runs that overlap end in any order: the later change stands.
        ConditionExpression:
          'attribute_exists(#version) AND (attribute_not_exists(#announced) OR #announced[0] < :sequence)',
        ExpressionAttributeNames: { '#announced': ATTRIBUTE, '#version': 'version' },
        ExpressionAttributeValues: { ':announced': listOf(last), ':sequence': last.sequence },
      });
      try {
        await client.send(command);
        return 'noted';
      } catch (error) {
        if (isConditionFailed(error)) return 'known';
        throw asStoreError(error);
      }
    },

    async readAnnounced(caseKey) {
      const stored = await getItem(client, tableName, { partition: partitionOf(caseKey), name: HEAD });
      return stored === undefined ? undefined : parse(stored);
    },

    async scanAnnounced(read) {
      const { items, next } = await scanPage(client, tableName, read, {
        FilterExpression: '#sk = :head',
        ExpressionAttributeNames: { '#sk': sortKey },
        ExpressionAttributeValues: { ':head': HEAD },
      });
      const heads: AnnouncedHead[] = [];
      const unreadable: string[] = [];
      for (const stored of items) {
        try {
          heads.push(parse(stored));
        } catch (error) {
          if (!(error instanceof StoreError)) throw error;
          const { [partitionKey]: partition } = parseItem('case', item.pick({ [partitionKey]: true }), stored);
          unreadable.push(partition.slice(partitionOf('').length));
        }
      }
      return { heads, unreadable, next };
    },
  };
}
