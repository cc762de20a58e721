/** Lambda entry: serves the reviewers' page, which is packed beside this file. Wiring only. */
import { join } from 'node:path';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { once } from '../once.ts';
import { answerPage } from './answer-page.ts';
import { parseEnv } from './env.ts';
import { readPageFiles } from './page-files.ts';

const ready = once(async () => ({
  env: parseEnv(process.env),
  files: readPageFiles(join(import.meta.dirname, 'page')),
}));

export async function handler({
  rawPath,
  headers,
}: Pick<APIGatewayProxyEventV2, 'rawPath' | 'headers'>): Promise<APIGatewayProxyStructuredResultV2> {
  return { ...answerPage(await ready(), { path: rawPath, headers }) };
}
