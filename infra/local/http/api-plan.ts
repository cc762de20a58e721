/** The HTTP API of the template as it is run here: its routes, the function behind each, and who may call it. */
import * as z from 'zod';
import type { Resource } from '../assembly.ts';
import type { FunctionPlan } from '../function-plan.ts';
import type { LocalName } from '../resource-names.ts';
import { CannotRun, understood } from '../understood.ts';

export interface PlannedAuthorizer {
  readonly issuer: string;
  readonly audience: readonly string[];
}

export interface PlannedRoute {
  /** As in the template: `GET /v1/cases/{key}`. */
  readonly key: string;
  readonly functionName: string;
  /** Undefined for a route that is open to whoever asks. */
  readonly authorizer: PlannedAuthorizer | undefined;
}

export interface PlannedApi {
  readonly id: string;
  readonly routes: readonly PlannedRoute[];
}

/** A resource of the API, its name here, and its properties with every reference resolved. */
export interface ApiPart {
  readonly resource: Resource;
  readonly local: LocalName;
  readonly properties: unknown;
}

export const API_TYPES = {
  'AWS::ApiGatewayV2::Api': 'apis',
  'AWS::ApiGatewayV2::Authorizer': 'authorizers',
  'AWS::ApiGatewayV2::Integration': 'integrations',
  'AWS::ApiGatewayV2::Route': 'routes',
  'AWS::ApiGatewayV2::Stage': 'stages',
} as const;

export type ApiParts = Readonly<Record<(typeof API_TYPES)[keyof typeof API_TYPES], ApiPart[]>>;

const api = z.object({
  ProtocolType: z.literal('HTTP'),
  CorsConfiguration: z.undefined().optional(),
  Body: z.undefined().optional(),
  Target: z.undefined().optional(),
  DisableExecuteApiEndpoint: z.literal(false).optional(),
});
/** Throttling and the access log guard and count; nothing of an answer depends on them. */
const stage = z.object({
  ApiId: z.string(),
  StageName: z.literal('$default'),
  AutoDeploy: z.literal(true),
  StageVariables: z.undefined().optional(),
});
const integration = z.object({
  ApiId: z.string(),
  IntegrationType: z.literal('AWS_PROXY'),
  IntegrationUri: z.string(),
  PayloadFormatVersion: z.literal('2.0'),
  RequestParameters: z.undefined().optional(),
  ResponseParameters: z.undefined().optional(),
});
const authorizer = z.object({
  ApiId: z.string(),
  AuthorizerType: z.literal('JWT'),
  IdentitySource: z.tuple([z.literal('$request.header.Authorization')]),
  JwtConfiguration: z.object({ Issuer: z.string(), Audience: z.array(z.string()).min(1) }),
});
const route = z.object({
  ApiId: z.string(),
  RouteKey: z.string().regex(/^(?:(?:ANY|DELETE|GET|HEAD|OPTIONS|PATCH|POST|PUT) \/\S*|\$default)$/),
  Target: z
    .string()
    .regex(/^integrations\/.+$/)
    .transform((text) => text.slice('integrations/'.length)),
  AuthorizationType: z.enum(['NONE', 'JWT']).default('NONE'),
  AuthorizerId: z.string().optional(),
  AuthorizationScopes: z.undefined().optional(),
});

/** @throws {CannotRun} for more than one API, or one with what a local run has not got */
export function planApi(parts: ApiParts, functions: readonly FunctionPlan[]): PlannedApi | undefined {
  const [first, second] = parts.apis;
  if (first === undefined) return undefined;
  if (second !== undefined) throw new CannotRun('a local run has one HTTP API, the template has several');
  understood(first.resource, api, first.properties);
  const read = <T extends { ApiId: string }>(list: readonly ApiPart[], schema: z.ZodType<T>) =>
    list.map(({ resource, local, properties }) => ({ resource, local, ...understood(resource, schema, properties) }));
  if (read(parts.stages, stage).length !== 1) throw new CannotRun('a local run needs one stage of the HTTP API');
  const integrations = read(parts.integrations, integration);
  const authorizers = read(parts.authorizers, authorizer);
  return {
    id: first.local.name,
    routes: read(parts.routes, route).map(({ resource, RouteKey, Target, AuthorizationType, AuthorizerId }) => {
      const target = integrations.find(({ local }) => local.name === Target);
      const callee = functions.find(({ arn }) => arn === target?.IntegrationUri);
      if (callee === undefined) throw new CannotRun(`${resource.type} ${resource.logicalId} leads to no function`);
      const guard = authorizers.find(({ local }) => local.name === AuthorizerId);
      if (AuthorizationType === 'JWT' && guard === undefined) {
        throw new CannotRun(`${resource.type} ${resource.logicalId} names no authorizer of the template`);
      }
      return {
        key: RouteKey,
        functionName: callee.name,
        authorizer: AuthorizationType === 'JWT' && guard !== undefined ? guardOf(guard.JwtConfiguration) : undefined,
      };
    }),
  };
}

function guardOf({ Issuer, Audience }: z.infer<typeof authorizer>['JwtConfiguration']): PlannedAuthorizer {
  return { issuer: Issuer, audience: Audience };
}
