/** Samples for blind review in DynamoDB: a partition an office, in the table of cases; answers lie beside the samples. */
import * as z from 'zod';
import { type BlindReview, blindReview, type Sample, sample } from '../../review/blind-review.ts';
import { answeredSamples } from '../samples.ts';
import type { SampleStore } from '../store.ts';
import { listItems, putItem } from './case-items.ts';
import { type DynamoClient, documentClient } from './case-store.ts';
import { parseItem } from './items.ts';

const DRAWN = 'DRAWN#';
const ANSWER = 'ANSWER#';

function partitionOf(office: string): string {
  return `SAMPLE#${office}`;
}

const named = z.object({ sk: z.string() });

export function dynamoSampleStore(plainClient: DynamoClient, tableName: string): SampleStore {
  const client = documentClient(plainClient);
  return {
    putSample: (drawn) =>
      putItem(client, tableName, { partition: partitionOf(drawn.office), name: DRAWN + drawn.id }, drawn),

    putBlindReview: (office, answer) =>
      putItem(
        client,
        tableName,
        { partition: partitionOf(office), name: `${ANSWER}${answer.sample}#${answer.caseKey}` },
        answer,
      ),

    async listSamples(office) {
      const samples: Sample[] = [];
      const answers: BlindReview[] = [];
      for await (const item of listItems(client, tableName, { partition: partitionOf(office) })) {
        if (parseItem('sample', named, item).sk.startsWith(DRAWN)) samples.push(parseItem('sample', sample, item));
        else answers.push(parseItem('blind review', blindReview, item));
      }
      return answeredSamples(samples, answers);
    },
  };
}
