/** Lambda entry: takes docket updates from the queue to the case table. Wiring only. */
import middy from '@middy/core';
import type { SQSBatchResponse } from 'aws-lambda';
import { consume } from '../consume.ts';
import { parseEnv } from './env.ts';

export const handler = middy<unknown, SQSBatchResponse>().handler(
  consume(
    async () => {
      parseEnv(process.env);
      throw new Error('not wired yet');
    },
    () => {},
  ),
);
