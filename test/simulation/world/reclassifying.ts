/** The functions that draw cases again, because a day has passed or another instrument was approved, in their containers. */
import { consume } from '../../../functions/consume.ts';
import { findDue } from '../../../functions/find-due/find-due.ts';
import { reclassifyCases } from '../../../functions/reclassify/reclassify-cases.ts';
import type { ReclassifyReport } from '../../../functions/reclassify/reclassify-report.ts';
import { asStoreError } from '../../../shared/store/dynamo/aws-errors.ts';
import { dynamoCaseLedger } from '../../../shared/store/dynamo/case-ledger.ts';
import { dynamoDueCases } from '../../../shared/store/dynamo/due-cases.ts';
import { suffer } from '../table/table-client.ts';
import { type Consumer, type Container, makeLife, type Outside, policyOf, portsOf, SHARDS } from './containers.ts';

function reportOf({ trouble: { coverage }, said, report }: Outside, container: Container): ReclassifyReport {
  const common = report(container);
  return {
    countFlag: (change, lane) => common.countFlag(change, lane),
    countFault: () => common.countFault(),
    log: (code, fields = {}) => {
      said([code, fields]);
      if (code === 'REQUEST_OTHER_POLICY') coverage.count('reclassify: other policy');
    },
    countCases: (counts) => {
      said(counts);
      for (const [what, count] of Object.entries(counts)) if (count > 0) coverage.count(`reclassify: ${what}`, count);
    },
    countDue: (sent) => {
      said(['due', sent]);
      if (sent > 0) coverage.count('reclassify: due', sent);
    },
  };
}

export function makeReclassifier(outside: Outside, name: string, policy: string): Consumer {
  const container = makeLife(name);
  const { clock, chance } = outside.trouble;
  const { client, now } = portsOf(outside, container, 'redraws');
  const report = reportOf(outside, container);
  const deps = {
    ledger: dynamoCaseLedger(client, 'cases'),
    instrument: policyOf(policy),
    shards: SHARDS,
    report,
    asOf: () => now().slice(0, 10),
    now,
    sleep: (millis: number) => clock.park(container, 'sleep', millis),
    random: chance.next,
  };
  const handler = consume(
    (batch) => reclassifyCases(deps, batch),
    () => report.countFault(),
  );
  const context = { getRemainingTimeInMillis: () => container.deadline - clock.now };
  const run: Consumer['run'] = (messages) =>
    handler({ Records: messages.map(({ id, body }) => ({ eventSource: 'aws:sqs', messageId: id, body })) }, context);
  return Object.assign(container, { policy, run });
}

/** One run of the daily search for cases that have come due. */
export function runFindDue(outside: Outside, container: Container, send: (body: string) => void): Promise<void> {
  const { trouble } = outside;
  const { clock, chance, coverage } = trouble;
  const { client, now } = portsOf(outside, container, 'redraws');
  const sendBatch = (bodies: readonly string[]) => {
    const isPartial = !trouble.isCalm() && trouble.switches.throttled && chance.isTrue(0.6);
    const refused = bodies.map((_, place) => ({ place })).filter(() => isPartial && chance.isTrue(0.5));
    if (refused.length > 0) coverage.count('fault: part of a batch refused');
    const work = () => {
      for (const [place, body] of bodies.entries()) if (!refused.some((each) => each.place === place)) send(body);
      return refused;
    };
    return suffer(trouble, container, { label: 'send batch', isWrite: true, work }).catch((error: unknown) => {
      throw asStoreError(error);
    });
  };
  const deps = {
    cases: dynamoDueCases(client, 'cases'),
    report: reportOf(outside, container),
    asOf: () => now().slice(0, 10),
    sendBatch,
    sleep: (millis: number) => clock.park(container, 'sleep', millis),
  };
  return findDue(deps, () => container.deadline - clock.now);
}
