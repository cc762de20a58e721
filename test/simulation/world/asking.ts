/** The API that people ask, each request in a container of its own; a request may stay without an answer. */
import { httpEvent } from '../../review-api/world.ts';
import type { Asked } from '../checker/at-rest.ts';
import { type Ask, CARETAKER, type Person, takeIn } from '../people/people.ts';
import type { ApiContainer, Container } from './containers.ts';
import type { Coverage } from './coverage.ts';
import type { Fleet } from './fleet.ts';
import type { Stage } from './stage.ts';

interface Request {
  readonly container: ApiContainer;
  readonly finish: (status: number, text: string) => void;
}

const DEEDS: Readonly<Record<string, string>> = {
  claim: 'people: claimed',
  next: 'people: claimed',
  hold: 'people: held',
  release: 'people: released',
  decision: 'people: decided',
  finding: 'people: found',
  reading: 'people: read a question',
  access: 'people: opened a protected case',
};

function countAnswer(coverage: Coverage, ask: Ask, status: number, text: string): void {
  if (status === 0) coverage.count('answer: lost');
  if (status >= 400) coverage.count(`answer: ${(JSON.parse(text) as { code: string }).code}`);
  const deed = DEEDS[ask.kind];
  if (status === 200 && deed !== undefined) coverage.count(deed);
}

export interface Asking {
  /** Whether the page waits for the answer; a second click is not waited for. */
  readonly isAlone?: boolean;
  readonly afterwards?: () => void;
}

export function makeAsking(stage: Stage, fleet: Fleet) {
  const { switches, coverage, clock, names, violations } = stage;
  const requests: Request[] = [];
  const asked = new Map<string, Asked[]>();

  function noteAsked(person: Person, ask: Ask): number[] | undefined {
    const key = ask.body?.idempotencyKey;
    if (typeof key !== 'string' || ask.caseKey === undefined) return undefined;
    const act = names.act(person.token.id, key);
    const known = asked.get(act) ?? [];
    const same = known.find((each) => each.body.reason === ask.body?.reason && each.caseKey === ask.caseKey);
    if (same !== undefined) return same.statuses;
    const { kind, caseKey, body = {} } = ask;
    const fresh: Asked = { act, kind, by: person.token.id, caseKey, body, from: clock.step, statuses: [] };
    asked.set(act, [...known, fresh]);
    return fresh.statuses;
  }

  function start(person: Person, ask: Ask, { isAlone = true, afterwards = () => {} }: Asking = {}): string {
    const container = fleet.api();
    const { token } = person;
    const isList = ask.caseKey === undefined && ask.kind !== 'lookup';
    const from = isList && switches.staleIndex ? 0 : clock.step;
    const now = new Date(clock.now + container.skewMillis).toISOString();
    const statuses = noteAsked(person, ask);
    if (isAlone) person.isWaiting = true;
    const { method, path, query, body, caseKey } = ask;
    const request: Request = {
      container,
      finish: (status, text) => {
        const place = requests.indexOf(request);
        if (place < 0) return;
        requests.splice(place, 1);
        container.isBusy = false;
        if (isAlone) person.isWaiting = false;
        statuses?.push(status);
        if (token !== CARETAKER) countAnswer(coverage, ask, status, text);
        if (isAlone) takeIn(person, ask, status, text);
        if (status === 0) return;
        const until = clock.step;
        stage.answers.answered({ person: token, method, path, caseKey, isList, from, until, now, status, text });
        afterwards();
      },
    };
    requests.push(request);
    const event = httpEvent(token, { method, path, ...(query && { query }), ...(body && { body }) });
    container.ask(event).then(
      ({ statusCode, body: text }) => request.finish(statusCode, text),
      (error: unknown) => violations.report('the API always answers', String(error)),
    );
    return `${token.id} asks ${ask.kind} of ${container.name}`;
  }

  return {
    start,
    abandon: (container: Container) => requests.find((each) => each.container === container)?.finish(0, ''),
    running: (): readonly Request[] => requests,
    asked: (): ReadonlyMap<string, readonly Asked[]> => asked,
  };
}

export type AskingCast = ReturnType<typeof makeAsking>;
