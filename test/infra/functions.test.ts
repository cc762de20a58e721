/** What each function of the template is given, may do, and is made of. */
import { afterAll, describe, expect, test } from 'vitest';
import { parseEnv as parseAnnounce } from '../../functions/announce/env.ts';
import { parseEnv as parseArchive } from '../../functions/archive/env.ts';
import { parseEnv as parseClassifyUpdate } from '../../functions/classify-update/env.ts';
import { parseEnv as parseFindDue } from '../../functions/find-due/env.ts';
import { parseEnv as parseReclassify } from '../../functions/reclassify/env.ts';
import { parseEnv as parseReviewApi } from '../../functions/review-api/env.ts';
import { parseEnv as parseReviewPage } from '../../functions/review-page/env.ts';
import { parseEnv as parseSeal } from '../../functions/seal/env.ts';
import { parseEnv as parseSweep } from '../../functions/sweep/env.ts';
import { parseEnv as parseWatchQueues } from '../../functions/watch-queues/env.ts';
import { functionFolders, importBundles } from './bundles.ts';
import {
  COMMERCIAL,
  functionOf,
  GOVERNMENT,
  listOf,
  removeSynthesized,
  type Synthesized,
  synthesize,
  synthesizeTemplates,
} from './synthesized.ts';

const plain = await synthesize(COMMERCIAL);
const full = synthesizeTemplates(GOVERNMENT);
afterAll(removeSynthesized);

const MAX_BUNDLE_BYTES = 700 * 1024;

const parsers = {
  announce: parseAnnounce,
  archive: parseArchive,
  'classify-update': parseClassifyUpdate,
  'find-due': parseFindDue,
  reclassify: parseReclassify,
  'review-api': parseReviewApi,
  'review-page': parseReviewPage,
  seal: parseSeal,
  sweep: parseSweep,
  // Reads nothing.
  'token-claims': () => {},
  'watch-queues': parseWatchQueues,
};

describe('the environment', () => {
  /** Read by what the functions are built with. */
  const others = ['AWS_USE_FIPS_ENDPOINT', 'POWERTOOLS_METRICS_NAMESPACE', 'POWERTOOLS_SERVICE_NAME'];
  const variablesOf = (stack: Synthesized, folder: string): Record<string, unknown> =>
    functionOf(stack, folder)?.properties.Environment?.Variables ?? {};

  const textOf = (value: unknown) => (typeof value === 'string' ? value : 'https://resolved.on/deploy');

  test.each(Object.entries(parsers))('of %s is what it reads and nothing else', (folder, parse) => {
    const variables = { ...variablesOf(plain, folder), ...variablesOf(full, folder) };
    const read = new Set<string>();
    const given = Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, textOf(value)]));
    parse(
      new Proxy(given, {
        get(target, name) {
          if (typeof name === 'string') read.add(name);
          return Reflect.get(target, name);
        },
      }),
    );
    expect(
      Object.keys(variables)
        .filter((name) => !others.includes(name))
        .sort(),
    ).toEqual([...read].sort());
  });

  test('of every function is tested', () => {
    expect(Object.keys(parsers).sort()).toEqual(functionFolders);
  });

  test.each(['classify-update', 'review-api'])('of %s fixes the day only when asked to', (folder) => {
    expect(variablesOf(full, folder).AS_OF).toBe('2021-06-15');
    expect(variablesOf(plain, folder)).not.toHaveProperty('AS_OF');
  });

  test.each(Object.keys(parsers))('of %s asks for validated endpoints where the deployment does', (folder) => {
    if (functionOf(full, folder) !== undefined) {
      expect(variablesOf(full, folder).AWS_USE_FIPS_ENDPOINT).toBe('true');
    }
    expect(variablesOf(plain, folder)).not.toHaveProperty('AWS_USE_FIPS_ENDPOINT');
  });

  test('names a queue by a validated host, which GovCloud has under the usual name', () => {
    const commercial = synthesizeTemplates({ ...COMMERCIAL, fipsEndpoints: true });
    expect(JSON.stringify(variablesOf(commercial, 'review-api').UPDATES_QUEUE_URL)).toContain(
      'https://sqs-fips.us-east-1.',
    );
    for (const stack of [plain, full]) {
      expect(JSON.stringify(variablesOf(stack, 'review-api').UPDATES_QUEUE_URL)).not.toContain('fips');
    }
  });
});

describe('the rights', () => {
  const actionsOf = (folder: string): string[] => {
    const role = functionOf(plain, folder)?.properties.Role;
    const statements = plain
      .ofType('AWS::IAM::Policy')
      .filter(({ properties }) => properties.Roles.some(({ Ref }: { Ref: string }) => Ref === role?.['Fn::GetAtt'][0]))
      .flatMap(({ properties }) => properties.PolicyDocument.Statement);
    return [...new Set(statements.flatMap(({ Action }) => listOf(Action)).map(String))].sort();
  };

  test.each([
    {
      folder: 'announce',
      rights: [
        'dynamodb:DescribeStream',
        'dynamodb:GetRecords',
        'dynamodb:GetShardIterator',
        'dynamodb:ListStreams',
        'dynamodb:UpdateItem',
        'events:PutEvents',
        'sqs:SendMessage',
      ],
    },
    {
      folder: 'archive',
      rights: [
        'dynamodb:DescribeStream',
        'dynamodb:GetRecords',
        'dynamodb:GetShardIterator',
        'dynamodb:ListStreams',
        's3:PutObject',
        'sqs:SendMessage',
      ],
    },
    { folder: 'seal', rights: ['dynamodb:Scan', 's3:PutObject'] },
    {
      folder: 'sweep',
      rights: ['dynamodb:GetItem', 'dynamodb:Scan', 'dynamodb:UpdateItem', 'events:PutEvents', 'sqs:SendMessage'],
    },
    {
      folder: 'classify-update',
      rights: [
        'dynamodb:GetItem',
        'dynamodb:PutItem',
        'dynamodb:UpdateItem',
        'secretsmanager:GetSecretValue',
        'sqs:DeleteMessage',
        'sqs:GetQueueAttributes',
        'sqs:ReceiveMessage',
      ],
    },
    { folder: 'find-due', rights: ['dynamodb:Query', 'sqs:SendMessage'] },
    {
      folder: 'reclassify',
      rights: [
        'dynamodb:GetItem',
        'dynamodb:UpdateItem',
        'sqs:DeleteMessage',
        'sqs:GetQueueAttributes',
        'sqs:ReceiveMessage',
      ],
    },
    {
      folder: 'review-api',
      rights: [
        'dynamodb:GetItem',
        'dynamodb:PutItem',
        'dynamodb:Query',
        'dynamodb:UpdateItem',
        'secretsmanager:GetSecretValue',
        'sqs:SendMessage',
      ],
    },
    { folder: 'review-page', rights: [] },
    { folder: 'token-claims', rights: [] },
    { folder: 'watch-queues', rights: ['dynamodb:Query'] },
  ] as const)('of $folder are those it uses, beside its keys and its log', ({ folder, rights }) => {
    const others = actionsOf(folder).filter((action) => !/^(?:kms|logs):/.test(action));
    expect(others).toEqual(rights);
  });

  test('keys are used through their services only', () => {
    const statements = plain
      .ofType('AWS::IAM::Policy')
      .flatMap(({ properties }) => properties.PolicyDocument.Statement)
      .filter(({ Action }) => listOf(Action).some((action) => String(action).startsWith('kms:')));
    expect(statements).not.toEqual([]);
    for (const { Action, Condition } of statements) {
      // Signing goes through no other service.
      if (Action === 'kms:Sign') continue;
      expect(Condition.StringEquals['kms:ViaService']).toMatch(/^\w+\..+\.amazonaws\.com$/);
    }
  });
});

describe('the bundles', () => {
  const bundles = importBundles(plain.outdir);

  test('there is one for each function', () => {
    expect(bundles).toHaveLength(plain.ofType('AWS::Lambda::Function').length);
  });

  test.each(bundles)('$folder loads as a module, exports its handler and is small', ({ exported, bytes }) => {
    expect(exported).toBe('function');
    expect(bytes).toBeLessThanOrEqual(MAX_BUNDLE_BYTES);
  });
});
