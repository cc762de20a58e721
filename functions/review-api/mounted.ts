/** An endpoint with the route it answers; the body is parsed by the route's schema before the endpoint sees it. */
import type * as z from 'zod';
import type { RouteName } from '../../shared/review/api/routes.ts';
import type { Answer, Call, Endpoint, ReviewDeps } from './endpoint.ts';
import { badRequestOf } from './request.ts';

export interface Mounted {
  readonly name: RouteName;
  readonly answer: (deps: ReviewDeps, call: Call<unknown>) => Promise<Answer>;
}

export function reading(name: RouteName, endpoint: Endpoint): Mounted {
  return { name, answer: (deps, call) => endpoint(deps, { ...call, body: undefined }) };
}

/** @param body the route's own schema */
export function taking<Body>(name: RouteName, body: z.ZodType<Body>, endpoint: Endpoint<Body>): Mounted {
  return {
    name,
    answer: async (deps, call) => {
      const parsed = body.safeParse(call.body);
      return parsed.success ? endpoint(deps, { ...call, body: parsed.data }) : badRequestOf(parsed.error.issues);
    },
  };
}
