/** The HTTP API of the template: what is open, what wants a token, and what is written down of a request. */
import { afterAll, expect, test } from 'vitest';
import { routes } from '../../shared/review/api/routes.ts';
import { GOVERNMENT, idOfArn, removeSynthesized, synthesizeTemplates } from './synthesized.ts';

const stack = synthesizeTemplates(GOVERNMENT);
afterAll(removeSynthesized);

const functions = stack.ofType('AWS::Lambda::Function');
const logGroups = stack.ofType('AWS::Logs::LogGroup');

const http = stack.ofType('AWS::ApiGatewayV2::Route').map(({ properties }) => properties);
const keys = http.map(({ RouteKey }) => RouteKey);
const integrations = stack.ofType('AWS::ApiGatewayV2::Integration');
const [stage] = stack.ofType('AWS::ApiGatewayV2::Stage');

test('has every route of the API, and each wants a token', () => {
  const known = Object.values(routes).map(({ method, path }) => `${method} ${path}`);
  expect(keys).toEqual(expect.arrayContaining([...known, 'GET /v1/{proxy+}', 'POST /v1/{proxy+}']));
  const authorizers = stack.ofType('AWS::ApiGatewayV2::Authorizer');
  expect(authorizers.map(({ properties }) => properties.AuthorizerType)).toEqual(['JWT']);
  for (const { RouteKey, AuthorizationType, AuthorizerId } of http) {
    if (!RouteKey.includes(' /v1/')) continue;
    expect({ RouteKey, AuthorizationType, guard: AuthorizerId?.Ref }).toEqual({
      RouteKey,
      AuthorizationType: 'JWT',
      guard: authorizers[0]?.id,
    });
  }
});

test('is open for reading the page and for nothing else', () => {
  const open = http.filter(({ AuthorizationType }) => AuthorizationType !== 'JWT');
  expect(new Set(open.map(({ RouteKey }) => RouteKey))).toEqual(new Set(['GET /', 'GET /{proxy+}']));
  const [page] = new Set(open.map(({ Target }) => JSON.stringify(Target)));
  const behind = integrations.find(({ id }) => page?.includes(id));
  const alias = stack.ofType('AWS::Lambda::Alias').find(({ id }) => id === behind?.properties.IntegrationUri.Ref);
  const serving = functions.find(({ id }) => id === alias?.properties.FunctionName.Ref);
  expect(Object.keys(serving?.properties.Environment.Variables)).not.toContain('CASE_TABLE_NAME');
});

test('may call its functions, and nobody else may', () => {
  const permissions = stack
    .ofType('AWS::Lambda::Permission')
    .map(({ properties }) => properties)
    .filter(({ Principal }) => Principal !== 'events.amazonaws.com');
  expect(new Set(permissions.map(({ FunctionName }) => FunctionName.Ref))).toEqual(
    new Set(integrations.map(({ properties }) => properties.IntegrationUri.Ref)),
  );
  const [api] = stack.ofType('AWS::ApiGatewayV2::Api');
  for (const { Principal, SourceArn } of permissions) {
    expect(Principal).toBe('apigateway.amazonaws.com');
    expect(JSON.stringify(SourceArn)).toContain(JSON.stringify({ Ref: api?.id }));
  }
});

test('lets no other origin in, holds back whoever asks too often, and is reached by no other door', () => {
  for (const { properties } of stack.ofType('AWS::ApiGatewayV2::Api')) {
    expect(properties).not.toHaveProperty('CorsConfiguration');
  }
  expect(stage?.properties.DefaultRouteSettings.ThrottlingRateLimit).toBeGreaterThan(0);
  expect(stage?.properties.DefaultRouteSettings.ThrottlingBurstLimit).toBeGreaterThan(0);
  expect(stack.ofType('AWS::Lambda::Url', 'AWS::CloudFront::Distribution')).toEqual([]);
});

test('logs ids, the route and how it ended, and nothing of what was asked for', () => {
  const format: Record<string, string> = JSON.parse(stage?.properties.AccessLogSettings.Format);
  const allowed = [
    'requestId',
    'integration.requestId',
    'requestTime',
    'routeKey',
    'status',
    'integration.status',
    'responseLatency',
  ];
  for (const value of Object.values(format)) expect(allowed.map((name) => `$context.${name}`)).toContain(value);
  expect(logGroups.map(({ id }) => id)).toContain(idOfArn(stage?.properties.AccessLogSettings.DestinationArn));
});
