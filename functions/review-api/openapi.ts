/**
 * The API as an OpenAPI 3.1 document, made from its routes and the schemas that its requests and answers are parsed by,
 * never by hand.
 */
import * as z from 'zod';
import * as answers from '../../shared/review/api/answers.ts';
import { policyShown } from '../../shared/review/api/policy.ts';
import * as requests from '../../shared/review/api/requests.ts';
import { type Route, routes } from '../../shared/review/api/routes.ts';
import { PROBLEMS } from './problems.ts';

const ANSWERS: Readonly<Record<string, z.ZodType>> = {
  Me: answers.me,
  FlagRow: answers.flagRow,
  QueuePage: answers.queuePage,
  Claims: answers.claims,
  Summary: answers.summary,
  Sample: answers.summary.shape.samples.element,
  CaseView: answers.caseView,
  BlindView: answers.blindView,
  DraftMotion: answers.draftMotion,
  Found: answers.found,
  Sent: answers.sent,
  Policy: policyShown,
  Problem: answers.problem,
};

const REQUESTS: Readonly<Record<string, z.ZodType>> = {
  ClaimRequest: requests.claimRequest,
  NextRequest: requests.nextRequest,
  ReleaseRequest: requests.releaseRequest,
  HoldRequest: requests.holdRequest,
  DecisionRequest: requests.decisionRequest,
  FindingRequest: requests.findingRequest,
  ReadingRequest: requests.readingRequest,
  AccessRequest: requests.accessRequest,
  LookupRequest: requests.lookupRequest,
  SampleRequest: requests.sampleRequest,
  BlindReviewRequest: requests.blindReviewRequest,
};

const COMPONENTS = '#/components/schemas/';
const SHARED = '__shared';

/** What stands in a path or a query, by its name. */
const PARAMETERS: Readonly<Record<string, { readonly schema: object; readonly description: string }>> = {
  office: { schema: { type: 'string', pattern: '^([A-Z0-9]{2,8}|UNASSIGNED)$' }, description: 'Office of the cases.' },
  key: { schema: { type: 'string', pattern: '^[\\w-]{43}$' }, description: 'Keyed hash of the case id.' },
  id: { schema: { type: 'string' }, description: 'Id of the instrument.' },
  lane: {
    schema: { enum: answers.flagRow.shape.lane.options },
    description: 'Flags of this lane; else of every lane.',
  },
  status: {
    schema: { enum: answers.flagRow.shape.status.options },
    description: 'Flags of this status; else those that wait for a person.',
  },
  cursor: { schema: { type: 'string' }, description: 'From the page before, for the same viewer, office and filter.' },
  sample: { schema: { type: 'string' }, description: 'Id of the sample.' },
  kind: { schema: { enum: answers.draftMotion.shape.kind.options }, description: 'What the draft would move for.' },
};

type Json = Record<string, unknown>;

/** Everything named once; what several have in common beside them, under the id that its schema gives itself. */
function schemasOf(named: Readonly<Record<string, z.ZodType>>, io: 'input' | 'output'): Record<string, Json> {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(named)) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, { target: 'draft-2020-12', io, uri: (id) => COMPONENTS + id });
  const { [SHARED]: shared, ...own } = schemas;
  const all = { ...own, ...shared?.$defs };
  const text = JSON.stringify(all).replaceAll(`${COMPONENTS}${SHARED}#/$defs/`, COMPONENTS);
  const parsed = z.record(z.string(), z.record(z.string(), z.unknown())).parse(JSON.parse(text));
  const inDocument = ({ $schema: _schema, $id: _id, ...rest }: Json) => rest;
  return Object.fromEntries(Object.entries(parsed).map(([name, schema]) => [name, inDocument(schema)]));
}

function referenceTo(schema: z.ZodType): Json {
  const named = [...Object.entries(ANSWERS), ...Object.entries(REQUESTS)];
  const name = named.find(([, known]) => known === schema)?.[0];
  if (name === undefined) throw new Error('a route has a schema without a name: functions/review-api/openapi.ts');
  return { $ref: COMPONENTS + name };
}

function parameter(name: string, where: 'path' | 'query'): Json {
  const known = PARAMETERS[name];
  if (known === undefined) throw new Error(`the parameter ${name} is not described: functions/review-api/openapi.ts`);
  return { name, in: where, required: where === 'path', ...known };
}

function operation(name: string, { path, says, query = [], body, answer }: Route): Json {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, part = '']) => part);
  const parameters = [
    ...inPath.map((part) => parameter(part, 'path')),
    ...query.map((part) => parameter(part, 'query')),
  ];
  const content =
    answer === undefined
      ? { 'text/csv': { schema: { type: 'string' } } }
      : { 'application/json': { schema: referenceTo(answer) } };
  return {
    operationId: name,
    summary: says,
    ...(parameters.length > 0 && { parameters }),
    ...(body && { requestBody: { required: true, content: { 'application/json': { schema: referenceTo(body) } } } }),
    responses: { '200': { description: says, content }, default: { $ref: '#/components/responses/Problem' } },
  };
}

function pathsOf(): Record<string, Json> {
  const paths: Record<string, Json> = {};
  for (const [name, route] of Object.entries<Route>(routes)) {
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operation(name, route) };
  }
  return paths;
}

export function openApi(): Json {
  const codes = Object.entries(PROBLEMS).map(([code, { status }]) => `\`${code}\` (${status})`);
  return {
    openapi: '3.1.1',
    info: {
      title: 'Own Motion: the reviewers’ API',
      version: '1.0.0',
      description:
        'What the reviewers’ page asks. Every request carries a token of the deployment’s issuer; role, offices and access to protected cases come from it and from nothing else. A case that is not the viewer’s is answered, byte for byte, as one that does not exist.',
    },
    servers: [{ url: '/' }],
    security: [{ token: [] }],
    paths: pathsOf(),
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas: { ...schemasOf(ANSWERS, 'output'), ...schemasOf(REQUESTS, 'input') },
      responses: {
        Problem: {
          description: `What stood in the way, by its code: ${codes.join(', ')}. It names places and never a value.`,
          content: { 'application/problem+json': { schema: { $ref: `${COMPONENTS}Problem` } } },
        },
      },
    },
  };
}
