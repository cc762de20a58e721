/** The end of a schedule: what the world still does once all is calm, and what must hold when it has done it. */
import { checkAtRest } from '../checker/at-rest.ts';
import { canonical } from '../checker/canonical.ts';
import { contentOf, type Update } from '../checker/naive-fold.ts';
import { expectedAnswer } from '../checker/rules.ts';
import { entryOf, textOf } from '../checker/stored.ts';
import { type Ask, CARETAKER, newPerson } from '../people/people.ts';
import type { AskingCast } from './asking.ts';
import { updateIn } from './docket.ts';
import type { Fleet } from './fleet.ts';
import type { Stage } from './stage.ts';

export function hasLostFinding(stage: Stage, caseKey: string): boolean {
  const ids = [...(stage.writes.cases.get(caseKey)?.entries.values() ?? [])].map(({ id }) => id);
  return stage.actsIn(caseKey).some(({ kind, sk }) => {
    const isFinding = kind === 'finding' || kind === 'reading';
    return isFinding && !ids.includes(String(sk).slice('ACT#'.length));
  });
}

/** Opens the cases of which a finding never came in: readers mend what was lost on its way to the queue. */
export function sendCaretaker(stage: Stage, asking: AskingCast): void {
  const { docket, names, coverage } = stage;
  for (const caseId of docket.caseIds) {
    const caseKey = names.caseKey(caseId);
    if (!hasLostFinding(stage, caseKey)) continue;
    coverage.count('rest: finding sent again by a reader');
    const caretaker = newPerson(CARETAKER);
    const body = { reason: 'because-of-the-end', idempotencyKey: `caretaker-opens-${caseId}` };
    const opening: Ask = { method: 'POST', path: `/v1/cases/${caseKey}/access`, body, kind: 'access', caseKey };
    const showing: Ask = { method: 'GET', path: `/v1/cases/${caseKey}`, kind: 'case', caseKey };
    asking.start(caretaker, opening, { afterwards: () => void asking.start(caretaker, showing) });
  }
}

/** Every head says what the instrument that is deployed says, and no day has come on which it could say otherwise. */
function checkDrawnAgain({ writes, violations, clock }: Stage, fleet: Fleet): void {
  const today = new Date(clock.now).toISOString().slice(0, 10);
  for (const { head, naive } of writes.cases.values()) {
    if (head === undefined) continue;
    violations.check(
      head.policyId === fleet.current(),
      'an approved instrument reaches every case',
      () => head.policyId,
    );
    const isDue = head.nextChangeOn !== undefined && head.nextChangeOn <= today;
    violations.check(!isDue, 'a case is drawn again when its day has come', () => `${head.nextChangeOn} ${today}`);
    // A clock that was ahead may have drawn it as of tomorrow.
    if (naive === undefined || head.classification.asOf > today) continue;
    for (const [name, value] of Object.entries(expectedAnswer(head.policyId, naive, today) ?? {})) {
      const isSame = canonical(value) === canonical(head.classification[name] ?? null);
      violations.check(
        isSame,
        'a case says what the rules say today',
        () => `${name} ${head.classification.asOf} ${today}`,
      );
    }
  }
}

function checkNames({ table, names, violations, secrets }: Stage): void {
  for (const item of table.all()) {
    const keys = [item.pk, item.sk, item.queue, item.queueOrder, item.claimedBy, item.due].map(String).join(' ');
    const canary = secrets.find((secret) => keys.includes(secret));
    violations.check(canary === undefined, 'no key repeats what is sensitive', () => keys);
    if (!String(item.sk).startsWith('UPDATE#')) continue;
    const { update, member } = entryOf(item);
    const own = names.member(update.source, update.id, contentOf(update));
    violations.check(own === member, 'an entry stands under its own name', () => member);
  }
}

export function checkRest(stage: Stage, fleet: Fleet, asking: AskingCast, sent: readonly Update[]): void {
  const { violations, writes, names, setAside, coverage } = stage;
  checkAtRest({
    violations,
    cases: writes.cases,
    sent: sent.filter(({ subject }) => subject !== undefined),
    memberOf: names.member,
    caseKeyOf: names.caseKey,
    asked: asking.asked(),
    actsOf: (caseKey) =>
      new Map(
        stage
          .actsIn(caseKey)
          .map((item) => [
            String(item.sk).slice('ACT#'.length),
            { kind: String(item.kind), by: String(item.by), body: JSON.parse(textOf(item.body)) },
          ]),
      ),
    forged: stage.forged,
    isSetAside: (body, reason) => setAside.some((each) => each.id === names.received(body) && each.reason === reason),
    quarantined: (caseId, reason) =>
      setAside.filter((each) => each.reason === reason && updateIn(each.body)?.subject === caseId).length,
  });
  checkDrawnAgain(stage, fleet);
  checkNames(stage);
  for (const { head } of writes.cases.values()) {
    if (head?.queue?.startsWith('decided#') === true) coverage.count('rest: decided');
    if (head?.classification.notices.includes('restricted') === true) coverage.count('rest: restricted');
  }
}
