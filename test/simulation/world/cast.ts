/** Who acts in a schedule: the mapping that feeds containers from the queue, and the API that people ask. */
import { httpEvent } from '../../review-api/world.ts';
import { type Asked, checkAtRest } from '../checker/at-rest.ts';
import { contentOf, type Update } from '../checker/naive-fold.ts';
import { entryOf, textOf } from '../checker/stored.ts';
import { type Ask, CARETAKER, drawPeople, newPerson, type Person, type Token, takeIn } from '../people/people.ts';
import { deletedBy } from '../queue/mapping.ts';
import type { SimMessage } from '../queue/queue.ts';
import {
  type ApiContainer,
  type Classifier,
  type Container,
  makeApi,
  makeClassifier,
  type Outside,
} from './containers.ts';
import { updateIn } from './docket.ts';
import { makeReport, type Sink } from './sink.ts';
import type { Stage } from './stage.ts';

const FUNCTION_MILLIS = 30_000;
const BATCH_MAX = 25;
export const OLD_POLICY = 'opla-2021-05-27';
export const NEW_POLICY = 'opla-2022-04-03';
const SKEWS = [0, 0, -90_000, 45_000, 600_000, -1_900_000] as const;

interface Batch {
  readonly container: Classifier;
  readonly messages: readonly SimMessage[];
  isOver: boolean;
}

interface Request {
  readonly container: ApiContainer;
  readonly person: Person;
  readonly ask: Ask;
  readonly finish: (status: number, text: string) => void;
  isOver: boolean;
}

export function makeCast(stage: Stage) {
  const { chance, switches, coverage, clock, queue, names, violations, docket } = stage;
  const people = switches.reviewers ? drawPeople(chance) : [];
  const sent: Update[] = [];
  const sentBodies = new Set<string>();
  const batches: Batch[] = [];
  const requests: Request[] = [];
  const asked = new Map<string, Asked[]>();
  const sink: Sink = {
    stage,
    secrets: [...docket.caseIds, 'word-', 'because-', 'Anna', 'Boris', 'Petra', 'Sofia', 'Simon'],
  };
  let classifiers: Classifier[] = [];
  let apis: ApiContainer[] = [];
  let made = 0;
  let isNewPolicy = false;
  let hasNewPolicyWritten = false;

  const outside: Outside = {
    trouble: stage.trouble,
    table: stage.table,
    quarantine: stage.quarantine,
    samples: stage.samples,
    send: (body) => send(body),
    said: (line) => sinkSays(line),
    report: () => makeReport(sink, coverage),
    writingAs: (writer, container, work) =>
      stage.writingAs(writer(), () => {
        const result = work();
        noteWrite(container);
        return result;
      }),
  };

  function sinkSays(line: unknown): void {
    sink.stage.trace.step(`said ${JSON.stringify(line)}`);
    checkSaid(line);
  }

  function checkSaid(line: unknown): void {
    const text = JSON.stringify(line);
    const canary = sink.secrets.find((secret) => text.includes(secret));
    violations.check(canary === undefined, 'no log or metric repeats what is sensitive', () => text);
  }

  function noteWrite(container: Container): void {
    if (container.isZombie) coverage.count('function: a zombie wrote');
    if (!('policy' in container)) return;
    if (container.policy === NEW_POLICY) {
      hasNewPolicyWritten = true;
      coverage.count('function: new policy wrote');
    } else if (hasNewPolicyWritten) coverage.count('function: old policy wrote after the new');
  }

  function send(body: string): void {
    const update = updateIn(body);
    if (update !== undefined && !sentBodies.has(body) && update.subject !== undefined) sent.push(update);
    sentBodies.add(body);
    queue.send(body, clock.now);
  }

  function policyNow(): string {
    return isNewPolicy && chance.isTrue(0.7) ? NEW_POLICY : OLD_POLICY;
  }

  function wake(container: Container, millis: number): void {
    container.isBusy = true;
    container.deadline = clock.now + millis;
    if (!switches.clockSkew || !chance.isTrue(0.3)) return;
    container.skewMillis = stage.isCalm() ? 0 : chance.pick(SKEWS);
    coverage.count('fault: clock jump');
  }

  function freeClassifier(): Classifier {
    const free = classifiers.find((each) => !each.isBusy && !each.isDead && !each.isZombie);
    if (free !== undefined && (!stage.isCalm() || free.policy === (isNewPolicy ? NEW_POLICY : OLD_POLICY))) return free;
    const fresh = makeClassifier(outside, `fn${++made}`, stage.isCalm() && isNewPolicy ? NEW_POLICY : policyNow());
    classifiers.push(fresh);
    return fresh;
  }

  function freeApi(): ApiContainer {
    const free = apis.find((each) => !each.isBusy && !each.isDead && !each.isZombie);
    if (free !== undefined) return free;
    const fresh = makeApi(outside, `api${++made}`, policyNow());
    apis.push(fresh);
    return fresh;
  }

  /** What may be deleted must be stored: the ledger and the head, or the quarantine. */
  function checkDeleted({ body }: SimMessage): void {
    const update = updateIn(body);
    const isSetAside = stage.setAside.some(({ id }) => id === names.received(body));
    if (update?.subject === undefined) {
      violations.check(isSetAside, 'nothing is deleted that is not stored', () => 'a message that is no update');
      return;
    }
    const member = names.member(update.source, update.id, contentOf(update));
    const seen = stage.writes.cases.get(names.caseKey(update.subject));
    const isIn = seen?.entries.has(member) === true && seen.head?.members.includes(member) === true;
    violations.check(isIn, 'nothing is deleted that is not stored', () => `${update.source} ${update.id}`);
  }

  function finishBatch(batch: Batch, result: Parameters<typeof deletedBy>[1]): void {
    if (batch.isOver) return;
    batch.isOver = true;
    batches.splice(batches.indexOf(batch), 1);
    batch.container.isBusy = false;
    const ids = batch.messages.map(({ id }) => id);
    const deleted = deletedBy(ids, result);
    if (deleted.length === 0) coverage.count('queue: batch failed whole');
    else if (deleted.length < ids.length) coverage.count('queue: batch failed in part');
    for (const id of deleted) {
      const message = batch.messages.find((each) => each.id === id);
      if (message !== undefined) checkDeleted(message);
      // A deletion may be lost on the way: the message comes again.
      if (!stage.isCalm() && switches.redelivery && chance.isTrue(0.1)) continue;
      queue.delete(id);
    }
  }

  function startBatch(): string | undefined {
    const before = queue.deadLetters().length;
    const most = stage.isCalm() ? BATCH_MAX : 1 + chance.below(6);
    const messages = queue.receive(clock.now, most, switches.reorder ? chance : undefined);
    if (queue.deadLetters().length > before) coverage.count('queue: dead letter');
    if (messages.length === 0) return 'poll nothing';
    const isOutOfOrder = messages.some((each, i) => i > 0 && each.sentAt < (messages[i - 1]?.sentAt ?? 0));
    if (isOutOfOrder) coverage.count('queue: out of order');
    const container = freeClassifier();
    wake(container, FUNCTION_MILLIS);
    const batch: Batch = { container, messages, isOver: false };
    batches.push(batch);
    container.run(messages.map(({ id, body }) => ({ id, body }))).then(
      (value) => finishBatch(batch, { kind: 'answered', value }),
      () => finishBatch(batch, { kind: 'failed' }),
    );
    return `${container.name} takes ${messages.map(({ id }) => id).join()}`;
  }

  function noteAsked(person: Person, ask: Ask): number[] | undefined {
    const key = ask.body?.idempotencyKey;
    if (typeof key !== 'string' || ask.caseKey === undefined) return undefined;
    const act = names.act(person.token.id, key);
    const known = asked.get(act) ?? [];
    const same = known.find((each) => each.body.reason === ask.body?.reason && each.caseKey === ask.caseKey);
    if (same !== undefined) return same.statuses;
    const fresh: Asked = {
      act,
      kind: ask.kind,
      by: person.token.id,
      caseKey: ask.caseKey,
      body: ask.body ?? {},
      from: clock.step,
      statuses: [],
    };
    asked.set(act, [...known, fresh]);
    return fresh.statuses;
  }

  function startRequest(person: Person, ask: Ask, isAlone = true): string {
    const container = freeApi();
    wake(container, FUNCTION_MILLIS);
    const token: Token = person.token;
    const isList = ask.caseKey === undefined && ask.kind !== 'lookup';
    const from = isList && switches.staleIndex ? 0 : clock.step;
    const now = new Date(clock.now + container.skewMillis).toISOString();
    const statuses = noteAsked(person, ask);
    if (isAlone) person.isWaiting = true;
    const request: Request = {
      container,
      person,
      ask,
      isOver: false,
      finish: (status, text) => {
        if (request.isOver) return;
        request.isOver = true;
        requests.splice(requests.indexOf(request), 1);
        container.isBusy = false;
        if (isAlone) person.isWaiting = false;
        statuses?.push(status);
        if (person.token !== CARETAKER) countAnswer(ask, status, text);
        if (isAlone) takeIn(person, ask, status, text);
        const { method, path, caseKey } = ask;
        if (status === 0) return;
        const exchange = { person: token, method, path, caseKey, isList, from, until: clock.step, now, status, text };
        stage.answers.answered(exchange);
      },
    };
    requests.push(request);
    const { method, path, query, body } = ask;
    const event = httpEvent(token, { method, path, ...(query && { query }), ...(body && { body }) });
    container.ask(event).then(
      ({ statusCode, body: text }) => request.finish(statusCode, text),
      (error: unknown) => violations.report('the API always answers', String(error)),
    );
    return `${token.id} asks ${ask.kind} of ${container.name}`;
  }

  function countAnswer(ask: Ask, status: number, text: string): void {
    if (status === 0) coverage.count('answer: lost');
    if (status >= 400) coverage.count(`answer: ${(JSON.parse(text) as { code: string }).code}`);
    if (status !== 200) return;
    const deeds: Record<string, string> = {
      claim: 'people: claimed',
      next: 'people: claimed',
      hold: 'people: held',
      release: 'people: released',
      decision: 'people: decided',
      finding: 'people: found',
      reading: 'people: read a question',
      access: 'people: opened a protected case',
    };
    const deed = deeds[ask.kind];
    if (deed !== undefined) coverage.count(deed);
  }

  /** A container ends: what it was asked is not answered, and its batch comes back when its messages are visible again. */
  function end(container: Container): void {
    clock.end(container);
    classifiers = classifiers.filter((each) => each !== container);
    apis = apis.filter((each) => each !== container);
    leaveAlone(container);
  }

  function leaveAlone(container: Container): void {
    const batch = batches.find((each) => each.container === container);
    if (batch !== undefined) finishBatch(batch, { kind: 'failed' });
    const request = requests.find((each) => each.container === container);
    request?.finish(0, '');
  }

  function busy(): Container[] {
    return [...batches.map(({ container }) => container), ...requests.map(({ container }) => container)];
  }

  return {
    people,
    send,
    startBatch,
    startRequest,
    end,
    busy,
    running: () => batches.length,
    heads: () => [...stage.writes.cases.values()].filter(({ head }) => head !== undefined).length,
    isDue: () => queue.visible(clock.now) > 0,
    deploy: () => {
      isNewPolicy = true;
      apis = apis.filter((each) => each.isBusy);
      classifiers = classifiers.filter((each) => each.isBusy || chance.isTrue(0.5));
    },
    isNewPolicy: () => isNewPolicy,

    /** Its time is over for everybody else; whether it goes on is another matter. */
    timeOut(container: Container): void {
      clock.now = Math.max(clock.now, container.deadline + 1);
      if (!switches.zombie) {
        end(container);
        return;
      }
      container.isZombie = true;
      coverage.count('fault: zombie');
      leaveAlone(container);
    },

    async calmStep(): Promise<void> {
      clock.step += 1;
      while (stage.table.catchUp());
      if (clock.resumeOne(chance, true) !== undefined) return;
      queue.redrive(clock.now);
      if (queue.visible(clock.now) > 0 && batches.length === 0) {
        startBatch();
        return;
      }
      const next = Math.min(clock.nextWake() ?? Infinity, queue.nextVisible() ?? Infinity);
      if (Number.isFinite(next)) clock.now = Math.max(clock.now, next);
    },

    isAtRest: () =>
      clock.waiting() === 0 &&
      queue.waiting().length === 0 &&
      queue.deadLetters().length === 0 &&
      batches.length === 0 &&
      requests.length === 0,

    waitingFor: () =>
      `${clock.waiting()} calls, ${queue.waiting().length} messages, ${batches.length} batches, ${requests.length} requests`,

    /** Opens the cases of which a finding never came in, long after the storm: readers mend what was lost on its way to the queue. */
    sendCaretaker(): void {
      clock.now += 3_600_000;
      for (const caseId of docket.caseIds) {
        const caseKey = names.caseKey(caseId);
        if (!hasLostFinding(caseKey)) continue;
        coverage.count('rest: finding sent again by a reader');
        const caretaker = newPerson(CARETAKER);
        const body = { reason: 'because-of-the-end', idempotencyKey: `caretaker-opens-${caseId}` };
        const opening: Ask = { method: 'POST', path: `/v1/cases/${caseKey}/access`, body, kind: 'access', caseKey };
        const showing: Ask = { method: 'GET', path: `/v1/cases/${caseKey}`, kind: 'case', caseKey };
        for (const container of apis) container.skewMillis = 0;
        startRequest(caretaker, opening);
        const request = requests.at(-1);
        if (request === undefined) continue;
        const { finish } = request;
        Object.assign(request, {
          finish: (status: number, text: string) => {
            finish(status, text);
            startRequest(caretaker, showing);
          },
        });
      }
    },

    checkAtRest(): void {
      const acts = (caseKey: string) =>
        new Map(
          stage
            .actsIn(caseKey)
            .map((item) => [
              String(item.sk).slice('ACT#'.length),
              { kind: String(item.kind), by: String(item.by), body: JSON.parse(textOf(item.body)) },
            ]),
        );
      const quarantined = (caseId: string, reason: string) =>
        stage.setAside.filter((each) => each.reason === reason && updateIn(each.body)?.subject === caseId).length;
      checkAtRest({
        violations,
        cases: stage.writes.cases,
        sent: sent.filter(({ subject }) => subject !== undefined),
        memberOf: names.member,
        caseKeyOf: names.caseKey,
        asked,
        actsOf: acts,
        quarantined,
      });
      countRest();
    },
  };

  function hasLostFinding(caseKey: string): boolean {
    const members = [...(stage.writes.cases.get(caseKey)?.entries.values() ?? [])].map(({ id }) => id);
    return stage.actsIn(caseKey).some(({ kind, sk }) => {
      const isFinding = kind === 'finding' || kind === 'reading';
      return isFinding && !members.includes(String(sk).slice('ACT#'.length));
    });
  }

  function countRest(): void {
    for (const { head } of stage.writes.cases.values()) {
      if (head?.queue?.startsWith('decided#') === true) coverage.count('rest: decided');
      if (head?.classification.notices.includes('restricted') === true) coverage.count('rest: restricted');
    }
    for (const item of stage.table.all()) {
      const keys = [item.pk, item.sk, item.queue, item.queueOrder, item.claimedBy].map(String).join(' ');
      const canary = sink.secrets.find((secret) => keys.includes(secret));
      violations.check(canary === undefined, 'no key repeats what is sensitive', () => keys);
      if (String(item.sk).startsWith('UPDATE#')) {
        const { update, member } = entryOf(item);
        const own = names.member(update.source, update.id, contentOf(update));
        violations.check(own === member, 'an entry stands under its own name', () => member);
      }
    }
  }
}

export type Cast = ReturnType<typeof makeCast>;
