/** Where a function's logs and metrics go: into the record of the schedule, searched for what must not be there. */
import type { Report } from '../../../functions/report.ts';
import type { Coverage } from './coverage.ts';
import type { Stage } from './stage.ts';

type Sink = Pick<Stage, 'trace' | 'violations' | 'secrets'>;

export function said({ trace, violations, secrets }: Sink, line: unknown): void {
  const text = JSON.stringify(line);
  trace.step(text);
  const canary = secrets.find((secret) => text.includes(secret));
  violations.check(canary === undefined, 'no log or metric repeats what is sensitive', () => text);
}

export function makeReport(sink: Sink, coverage: Coverage): Report {
  return {
    log(code, fields = {}) {
      said(sink, [code, fields]);
      if (code === 'HEAD_CONFLICT') coverage.count('function: version conflict');
      if (code === 'UPDATE_CONFLICTING') coverage.count('function: conflicting content');
    },
    countOutcomes(outcomes, traffic) {
      said(sink, [outcomes, traffic]);
      for (const [outcome, count] of Object.entries(outcomes)) {
        if (count > 0) coverage.count(`function: ${outcome}`, count);
      }
    },
    countSetAside(reason) {
      said(sink, ['set aside', reason]);
      coverage.count(`set aside: ${reason}`);
    },
    countFault: () => said(sink, 'fault'),
    countFlag(change, lane) {
      said(sink, ['flag', change, lane]);
      coverage.count(`flag: ${change}`);
    },
  };
}
