/** What must hold when everything has come to rest: all that was sent is in, and every head stands where it belongs. */
import { canonical } from './canonical.ts';
import { contentOf, isRestricted, type Update } from './naive-fold.ts';
import { decidedFacts, type SeenCase } from './seen-case.ts';
import type { Violations } from './violations.ts';
import type { WatchedWrites } from './watch-writes.ts';

export interface Asked {
  readonly act: string;
  readonly kind: string;
  readonly by: string;
  readonly caseKey: string;
  readonly body: { readonly [name: string]: unknown };
  /** Step of the first request. */
  readonly from: number;
  /** Every status that this request was answered with; 0 where no answer came. */
  readonly statuses: number[];
}

interface Rest {
  readonly violations: Violations;
  readonly cases: WatchedWrites['cases'];
  /** Bodies of updates that are well formed. */
  readonly sent: readonly Update[];
  readonly memberOf: (source: string, id: string, content: string) => string;
  readonly caseKeyOf: (caseId: string) => string;
  readonly asked: ReadonlyMap<string, readonly Asked[]>;
  /** Acts of a case, by id, with their bodies read. */
  readonly actsOf: (
    caseKey: string,
  ) => ReadonlyMap<string, { kind: string; by: string; body: { [name: string]: unknown } }>;
  readonly quarantined: (caseId: string, reason: string) => number;
  /** Bodies of updates that said they were a reviewer's and were not. */
  readonly forged: ReadonlySet<string>;
  readonly isSetAside: (body: string, reason: string) => boolean;
}

/** Where a head must stand in the queue index, but for its shard. */
function placeOf(seen: SeenCase): [partition: string, order: string] | undefined {
  const { head, naive, caseKey } = seen;
  if (head === undefined || naive === undefined) return undefined;
  const { flag, review } = head;
  const {
    office = 'UNASSIGNED',
    stage,
    detained,
    hearing,
  } = naive.facts as {
    office?: string;
    stage?: string;
    detained?: boolean;
    hearing?: { on: string };
  };
  const where = [...(isRestricted(naive) ? ['restricted'] : []), office];
  const last = review?.decisions.at(-1);
  if (flag === undefined || (flag.state === 'withdrawn' && last === undefined)) {
    return stage === 'ended' ? undefined : [['unflagged', ...where].join('#'), caseKey];
  }
  const line = [...where, flag.lane].join('#');
  if (last !== undefined && flag.state === 'withdrawn') return [`past#${line}`, `${last.at}#${caseKey}`];
  if (last !== undefined && seen.decidedOn.get(last.act) === decidedFacts(naive)) {
    return [`decided#${line}`, `${last.at}#${caseKey}`];
  }
  const order = [detained === true ? '0' : '1', hearing?.on ?? '9999-12-31', flag.raisedAt, caseKey];
  return [line, order.join('#')];
}

function checkHead(seen: SeenCase, { violations: { check } }: Rest): void {
  const { head, entries, caseKey } = seen;
  check(head !== undefined, 'every ledger has a head', () => caseKey);
  if (head === undefined) return;
  const missing = [...entries.keys()].filter((member) => !head.members.includes(member));
  check(missing.length === 0, 'a head contains its whole ledger', () => missing.join());
  const place = placeOf(seen);
  const stands = head.queue === undefined ? undefined : [head.queue.replace(/#\d+$/, ''), head.queueOrder];
  check(canonical(stands) === canonical(place), 'a head stands in the queue where it belongs', () =>
    canonical([stands, place]),
  );
}

function checkActs(seen: SeenCase, { violations: { check }, asked, actsOf }: Rest): void {
  const review = seen.head?.review;
  const decisions = review?.decisions ?? [];
  const mentioned = [...decisions.map(({ act }) => act), ...(review?.acts ?? [])];
  check(new Set(mentioned).size === mentioned.length, 'nothing is done twice', () => mentioned.join());
  const acts = actsOf(seen.caseKey);
  for (const { act, decision, by } of decisions) {
    const kept = acts.get(act);
    const isTheirs = kept?.by === by && kept.kind === 'decision' && kept.body.decision === decision;
    const isAsked = (asked.get(act) ?? []).some(
      (each) => each.body.decision === decision && each.body.reason === kept?.body.reason,
    );
    check(isTheirs && isAsked, 'only people decide, and what they asked for', () => canonical([act, decision, kept]));
  }
  for (const [id, { kind, body }] of acts) {
    const requests = asked.get(id) ?? [];
    check(
      requests.some((each) => each.kind === kind),
      'an act is what somebody asked for',
      () => id,
    );
    const isEverGranted = requests.some(({ statuses }) =>
      statuses.some((status) => status === 200 || status === 0 || status >= 500),
    );
    check(isEverGranted || !mentioned.includes(id), 'what was refused is not done', () => id);
    if (typeof body.update === 'string' && seen.head !== undefined) {
      const update = JSON.parse(body.update) as Update;
      const isIn = [...seen.entries.values()].some(
        (entry) => entry.id === id && contentOf(entry) === contentOf(update),
      );
      check(isIn, 'a finding that was kept comes in', () => id);
      const from = Math.min(...requests.map((request) => request.from));
      const before = [...seen.entries].filter(([member]) => (seen.entered.get(member) ?? 0) < from);
      const isHighest = before.every(([, entry]) => entry.id === id || entry.data.sequence < update.data.sequence);
      check(isHighest, 'a finding outranks what the case had', () => id);
    }
  }
  for (const request of [...asked.values()].flat()) {
    if (request.caseKey !== seen.caseKey || !request.statuses.includes(200)) continue;
    // A case that is not protected opens without a reason, and keeps none.
    if (request.kind === 'access') continue;
    const isDone = ['decision', 'hold', 'release'].includes(request.kind)
      ? mentioned.includes(request.act)
      : acts.has(request.act);
    check(isDone, 'what was answered as done is done', () => `${request.kind} ${request.act}`);
  }
}

function checkConflicts(rest: Rest): void {
  const senders = new Map<string, Set<string>>();
  for (const update of rest.sent) {
    const name = [update.subject, update.source, update.id].join('\0');
    senders.set(name, (senders.get(name) ?? new Set()).add(contentOf(update)));
  }
  const copies = new Map<string, number>();
  for (const [name, contents] of senders) {
    const caseId = name.split('\0')[0] ?? '';
    copies.set(caseId, (copies.get(caseId) ?? 0) + contents.size - 1);
  }
  for (const [caseId, least] of copies) {
    const found = rest.quarantined(caseId, 'conflicting-content');
    rest.violations.check(found >= least, 'of conflicting contents a person sees copies', () => `${found} of ${least}`);
  }
}

function checkForged({ violations, forged, isSetAside, cases, caseKeyOf }: Rest): void {
  for (const body of forged) {
    const update = JSON.parse(body) as Update;
    violations.check(isSetAside(body, 'no-such-act'), 'of what is forged a person sees a copy', () => update.id);
    const entries = [...(cases.get(caseKeyOf(update.subject))?.entries.values() ?? [])];
    const isIn = entries.some((entry) => canonical(entry) === canonical(update));
    violations.check(!isIn, 'nothing that is forged comes in', () => update.id);
  }
}

export function checkAtRest(rest: Rest): void {
  const { violations, cases, sent, memberOf, caseKeyOf } = rest;
  for (const update of sent) {
    const seen = cases.get(caseKeyOf(update.subject));
    const member = memberOf(update.source, update.id, contentOf(update));
    const isIn = seen?.entries.has(member) === true && seen.head?.members.includes(member) === true;
    violations.check(isIn, 'nothing that was sent is lost', () => `${update.source} ${update.id}`);
  }
  for (const seen of cases.values()) {
    checkHead(seen, rest);
    checkActs(seen, rest);
  }
  checkConflicts(rest);
  checkForged(rest);
}
