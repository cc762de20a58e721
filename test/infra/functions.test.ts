/** What each function of the template is given, may do, and is made of. */
import { afterAll, describe, expect, test } from 'vitest';
import { parseEnv as parseClassifyUpdate } from '../../functions/classify-update/env.ts';
import { parseEnv as parseReviewApi } from '../../functions/review-api/env.ts';
import { parseEnv as parseReviewPage } from '../../functions/review-page/env.ts';
import { functionFolders, importBundles } from './bundles.ts';
import { removeSynthesized, type Synthesized, synthesize, synthesizeTemplates } from './synthesized.ts';

const plain = await synthesize();
/** With everything set that may be left out. */
const full = synthesizeTemplates({
  region: 'us-gov-west-1',
  shadowInstrument: 'ice-2021-02-18',
  asOf: '2021-06-15',
  handlingBanner: 'Handle with care',
  signInOrigins: 'https://tokens.agency.example',
});
afterAll(removeSynthesized);

const MAX_BUNDLE_BYTES = 700 * 1024;

/** A variable that each has and no other. */
const marks = {
  'classify-update': 'QUARANTINE_TABLE_NAME',
  'review-api': 'UPDATES_QUEUE_URL',
  'review-page': 'CLIENT_ID',
};

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

describe('the environment', () => {
  const powertools = ['POWERTOOLS_METRICS_NAMESPACE', 'POWERTOOLS_SERVICE_NAME'];
  const variablesOf = (stack: Synthesized, mark: string): Record<string, unknown> =>
    stack
      .ofType('AWS::Lambda::Function')
      .map(({ properties }) => properties.Environment.Variables)
      .find((variables) => mark in variables);

  const textOf = (value: unknown) => (typeof value === 'string' ? value : 'https://resolved.on/deploy');

  test.each([
    { folder: 'classify-update', mark: marks['classify-update'], parse: parseClassifyUpdate },
    { folder: 'review-api', mark: marks['review-api'], parse: parseReviewApi },
    { folder: 'review-page', mark: marks['review-page'], parse: parseReviewPage },
  ])('of $folder is what it reads and nothing else', ({ mark, parse }) => {
    const variables = variablesOf(full, mark);
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
        .filter((name) => !powertools.includes(name))
        .sort(),
    ).toEqual([...read].sort());
  });

  test('of every function is tested', () => {
    expect(Object.keys(marks).sort()).toEqual(functionFolders);
  });

  test.each([marks['classify-update'], marks['review-api']])('fixes the day only when asked to', (mark) => {
    expect(variablesOf(full, mark).AS_OF).toBe('2021-06-15');
    expect(variablesOf(plain, mark)).not.toHaveProperty('AS_OF');
  });
});

describe('the rights', () => {
  /** Of the function that has this variable. */
  const actionsOf = (variable: string): string[] => {
    const role = plain
      .ofType('AWS::Lambda::Function')
      .find(({ properties }) => variable in properties.Environment.Variables)?.properties.Role;
    const statements = plain
      .ofType('AWS::IAM::Policy')
      .filter(({ properties }) => properties.Roles.some(({ Ref }: { Ref: string }) => Ref === role?.['Fn::GetAtt'][0]))
      .flatMap(({ properties }) => properties.PolicyDocument.Statement);
    return [...new Set(statements.flatMap(({ Action }) => listOf(Action)).map(String))].sort();
  };

  test.each([
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
  ] as const)('of $folder are those it uses, beside its keys and its log', ({ folder, rights }) => {
    const others = actionsOf(marks[folder]).filter((action) => !/^(?:kms|logs):/.test(action));
    expect(others).toEqual(rights);
  });

  test('keys are used through their services only', () => {
    const statements = plain
      .ofType('AWS::IAM::Policy')
      .flatMap(({ properties }) => properties.PolicyDocument.Statement)
      .filter(({ Action }) => listOf(Action).some((action) => String(action).startsWith('kms:')));
    expect(statements).not.toEqual([]);
    for (const { Condition } of statements)
      expect(Condition.StringEquals['kms:ViaService']).toMatch(/^\w+\..+\.amazonaws\.com$/);
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
