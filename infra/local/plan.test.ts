import { expect, test } from 'vitest';
import type { SynthesizedStack } from './assembly.ts';
import { makePlan } from './plan.ts';

const queue = { type: 'AWS::SQS::Queue', properties: { VisibilityTimeout: 181 } };
const deadLetters = { type: 'AWS::SQS::Queue', properties: { MessageRetentionPeriod: 1_209_600 } };
const classify = {
  type: 'AWS::Lambda::Function',
  properties: {
    Code: { S3Key: 'bundle.zip' },
    Handler: 'index.handler',
    Runtime: 'nodejs24.x',
    Timeout: 30,
    Environment: { Variables: { QUEUE_URL: { Ref: 'Updates' }, REGION: { Ref: 'AWS::Region' } } },
  },
};
const mapping = {
  type: 'AWS::Lambda::EventSourceMapping',
  properties: {
    EventSourceArn: { 'Fn::GetAtt': ['Updates', 'Arn'] },
    FunctionName: { Ref: 'Classify' },
    BatchSize: 25,
    MaximumBatchingWindowInSeconds: 1,
    FunctionResponseTypes: ['ReportBatchItemFailures'],
    ScalingConfig: { MaximumConcurrency: 10 },
  },
};

function stackOf(resources: Record<string, { type: string; properties: Record<string, unknown> }>): SynthesizedStack {
  return {
    name: 'Test',
    region: 'us-gov-west-1',
    resources: new Map(
      Object.entries(resources).map(([logicalId, resource]) => [logicalId, { logicalId, ...resource }]),
    ),
    parameters: {},
    exports: {},
    assets: new Map([['bundle.zip', '/assembly/asset.1']]),
  };
}

test('a mapping carries what it says from its queue to its function', () => {
  const plan = makePlan([stackOf({ Updates: queue, Classify: classify, Mapping: mapping })]);
  expect(plan.mappings).toEqual([
    {
      logicalId: 'Mapping',
      queue: expect.objectContaining({ name: 'Test-Updates' }),
      functionName: 'Test-Classify',
      batchSize: 25,
      batchingWindowS: 1,
      maxConcurrency: 10,
      reportsItemFailures: true,
    },
  ]);
});

test('a function is told where its queue is once the queue listens', () => {
  const { functions } = makePlan([stackOf({ Updates: queue, Classify: classify })]);
  const variables = functions[0]?.environment((name) => `http://127.0.0.1:1/000000000000/${name}`);
  expect(variables).toEqual({ QUEUE_URL: 'http://127.0.0.1:1/000000000000/Test-Updates', REGION: 'us-gov-west-1' });
});

test('a queue keeps its redrive policy', () => {
  const redriven = {
    type: 'AWS::SQS::Queue',
    properties: { RedrivePolicy: { deadLetterTargetArn: { 'Fn::GetAtt': ['Dead', 'Arn'] }, maxReceiveCount: 5 } },
  };
  const { queues } = makePlan([stackOf({ Updates: redriven, Dead: deadLetters })]);
  const target = queues.find(({ name }) => name === 'Test-Dead')?.arn;
  const policy: unknown = JSON.parse(
    queues.find(({ name }) => name === 'Test-Updates')?.attributes.RedrivePolicy ?? '',
  );
  expect(policy).toEqual({ deadLetterTargetArn: target, maxReceiveCount: 5 });
});

const http = {
  Http: { type: 'AWS::ApiGatewayV2::Api', properties: { ProtocolType: 'HTTP' } },
  Stage: {
    type: 'AWS::ApiGatewayV2::Stage',
    properties: { ApiId: { Ref: 'Http' }, StageName: '$default', AutoDeploy: true },
  },
  Reviewers: {
    type: 'AWS::ApiGatewayV2::Authorizer',
    properties: {
      ApiId: { Ref: 'Http' },
      AuthorizerType: 'JWT',
      IdentitySource: ['$request.header.Authorization'],
      JwtConfiguration: { Issuer: 'https://sign-in.example', Audience: ['own-motion'] },
    },
  },
  ToClassify: {
    type: 'AWS::ApiGatewayV2::Integration',
    properties: {
      ApiId: { Ref: 'Http' },
      IntegrationType: 'AWS_PROXY',
      IntegrationUri: { 'Fn::GetAtt': ['Classify', 'Arn'] },
      PayloadFormatVersion: '2.0',
    },
  },
  Me: {
    type: 'AWS::ApiGatewayV2::Route',
    properties: {
      ApiId: { Ref: 'Http' },
      RouteKey: 'GET /v1/me',
      Target: { 'Fn::Join': ['', ['integrations/', { Ref: 'ToClassify' }]] },
      AuthorizationType: 'JWT',
      AuthorizerId: { Ref: 'Reviewers' },
    },
  },
  Page: {
    type: 'AWS::ApiGatewayV2::Route',
    properties: {
      ApiId: { Ref: 'Http' },
      RouteKey: 'GET /',
      Target: { 'Fn::Join': ['', ['integrations/', { Ref: 'ToClassify' }]] },
      AuthorizationType: 'NONE',
    },
  },
};

test('a route leads to its function, past its authorizer where it has one', () => {
  const { api } = makePlan([stackOf({ Updates: queue, Classify: classify, ...http })]);
  expect(api?.routes).toEqual([
    {
      key: 'GET /v1/me',
      functionName: 'Test-Classify',
      authorizer: { issuer: 'https://sign-in.example', audience: ['own-motion'] },
    },
    { key: 'GET /', functionName: 'Test-Classify', authorizer: undefined },
  ]);
});

test('what one stack takes from another is what it is called here', () => {
  const cases = stackOf({ Updates: queue });
  const reader = {
    ...classify,
    properties: { ...classify.properties, Environment: { Variables: { URL: { 'Fn::ImportValue': 'url' } } } },
  };
  const { functions } = makePlan([
    { ...cases, exports: { url: { Ref: 'Updates' } } },
    { ...stackOf({ Reader: reader }), name: 'Other' },
  ]);
  expect(functions[0]?.environment((name) => `http://127.0.0.1:1/${name}`)).toEqual({
    URL: 'http://127.0.0.1:1/Test-Updates',
  });
});

test('what only guards and watches is left out, in one line', () => {
  const key = { type: 'AWS::KMS::Key', properties: {} };
  const alarm = { type: 'AWS::CloudWatch::Alarm', properties: {} };
  const { leftOut } = makePlan([stackOf({ One: key, Two: key, Alarm: alarm })]);
  expect(leftOut).toBe('left out on this machine: keys (2), alarms (1)');
});

test('what works on a bus or a bucket is left out by name, with what calls it; the rest goes on', () => {
  const announce = {
    ...classify,
    properties: { ...classify.properties, Environment: { Variables: { BUS: { 'Fn::ImportValue': 'bus' } } } },
  };
  const live = { type: 'AWS::Lambda::Alias', properties: { Name: 'live', FunctionName: { Ref: 'Announce0A1B2C3D' } } };
  const called = (id: string) => ({
    type: 'AWS::Events::Rule',
    properties: { ScheduleExpression: 'cron(5 * * * ? *)', Targets: [{ Arn: { Ref: id }, Id: 'T' }] },
  });
  const buses = stackOf({ Bus: { type: 'AWS::Events::EventBus', properties: {} } });
  const plan = makePlan([
    { ...buses, name: 'Buses', exports: { bus: { Ref: 'Bus' } } },
    stackOf({
      Updates: queue,
      Announce0A1B2C3D: announce,
      Live: live,
      Followed: {
        ...mapping,
        properties: {
          FunctionName: { 'Fn::Join': ['', [{ Ref: 'Live' }]] },
          EventSourceArn: 'arn:aws:dynamodb:stream',
        },
      },
      Missed: called('Live'),
      Classify: classify,
      Mapping: mapping,
      ClassifyLive: { type: 'AWS::Lambda::Alias', properties: { Name: 'live', FunctionName: { Ref: 'Classify' } } },
      Hourly: called('ClassifyLive'),
    }),
  ]);
  expect(plan.functions.map(({ name }) => name)).toEqual(['Test-Classify']);
  expect(plan.mappings.map(({ logicalId }) => logicalId)).toEqual(['Mapping']);
  expect(plan.schedules.map(({ functionName }) => functionName)).toEqual(['Test-Classify']);
  expect(plan.leftOut).toBe(
    'left out on this machine: event buses (1), versions (1), and what works on them: Announce',
  );
});

test('a mapping to an alias feeds its function', () => {
  const arn = { Ref: 'Live' };
  const named = { 'Fn::Join': ['', [{ 'Fn::Select': [6, { 'Fn::Split': [':', arn] }] }, ':live']] };
  const { mappings } = makePlan([
    stackOf({
      Updates: queue,
      Classify: classify,
      Live: { type: 'AWS::Lambda::Alias', properties: { Name: 'live', FunctionName: { Ref: 'Classify' } } },
      Mapping: { ...mapping, properties: { ...mapping.properties, FunctionName: named } },
    }),
  ]);
  expect(mappings[0]?.functionName).toBe('Test-Classify');
});

test.each([
  {
    name: 'a kind of resource that it cannot run',
    resources: {
      Stream: { type: 'AWS::Kinesis::Stream', properties: {} },
      Table: { type: 'Custom::Thing', properties: {} },
    },
    says: /AWS::Kinesis::Stream Stream, Custom::Thing Table/,
  },
  {
    name: 'a mapping with a filter',
    resources: {
      Updates: queue,
      Classify: classify,
      Mapping: { ...mapping, properties: { ...mapping.properties, FilterCriteria: { Filters: [] } } },
    },
    says: /AWS::Lambda::EventSourceMapping Mapping .*FilterCriteria/,
  },
  {
    name: 'a mapping that reads from elsewhere',
    resources: {
      Classify: classify,
      Mapping: { ...mapping, properties: { ...mapping.properties, EventSourceArn: 'arn:aws:kinesis:stream' } },
    },
    says: /AWS::Lambda::EventSourceMapping Mapping reads from what is not a queue/,
  },
  {
    name: 'a queue that keeps an order',
    resources: { Ordered: { type: 'AWS::SQS::Queue', properties: { FifoQueue: true } } },
    says: /AWS::SQS::Queue Ordered .*FifoQueue/,
  },
  {
    name: 'a function that is no bundle for Node',
    resources: { Other: { ...classify, properties: { ...classify.properties, Runtime: 'python3.13' } } },
    says: /AWS::Lambda::Function Other .*Runtime/,
  },
  ...[
    { part: 'Http', change: { CorsConfiguration: { AllowOrigins: ['*'] } }, says: /Http .*CorsConfiguration/ },
    { part: 'Http', change: { ProtocolType: 'WEBSOCKET' }, says: /Http .*ProtocolType/ },
    { part: 'Stage', change: { StageName: 'prod' }, says: /Stage .*StageName/ },
    { part: 'Reviewers', change: { AuthorizerType: 'REQUEST' }, says: /Reviewers .*AuthorizerType/ },
    { part: 'ToClassify', change: { PayloadFormatVersion: '1.0' }, says: /ToClassify .*PayloadFormatVersion/ },
    { part: 'ToClassify', change: { IntegrationUri: 'arn:other' }, says: /Me leads to no function/ },
    { part: 'Me', change: { AuthorizationType: 'AWS_IAM' }, says: /Me .*AuthorizationType/ },
    { part: 'Me', change: { AuthorizationScopes: ['cases'] }, says: /Me .*AuthorizationScopes/ },
    { part: 'Me', change: { AuthorizerId: 'other' }, says: /Me names no authorizer/ },
  ].map(({ part, change, says }) => {
    const changed = Object.entries(http).map(([id, resource]) =>
      id === part ? [id, { ...resource, properties: { ...resource.properties, ...change } }] : [id, resource],
    );
    return {
      name: `an HTTP API with ${JSON.stringify(change)}`,
      resources: { Updates: queue, Classify: classify, ...Object.fromEntries(changed) },
      says,
    };
  }),
])('$name is refused by name', ({ resources, says }) => {
  expect(() => makePlan([stackOf(resources)])).toThrow(says);
});
