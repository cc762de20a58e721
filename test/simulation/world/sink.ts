/** Where a function's logs and metrics go: into the record of the schedule, searched for what must not be there. */
import type { Report } from '../../../functions/report.ts';
import type { Coverage } from './coverage.ts';
import type { Stage } from './stage.ts';

export interface Sink {
  readonly stage: Pick<Stage, 'trace' | 'violations'>;
  /** What no log, metric or key may repeat. */
  readonly secrets: readonly string[];
}

export function makeReport({ stage, secrets }: Sink, coverage: Coverage): Report {
  function said(what: string, line: unknown): void {
    const text = `${what} ${JSON.stringify(line)}`;
    stage.trace.step(text);
    const canary = secrets.find((secret) => text.includes(secret));
    stage.violations.check(canary === undefined, 'no log or metric repeats what is sensitive', () => text);
  }
  return {
    log(code, fields = {}) {
      said(code, fields);
      if (code === 'HEAD_CONFLICT') coverage.count('function: version conflict');
      if (code === 'UPDATE_CONFLICTING') coverage.count('function: conflicting content');
    },
    countOutcomes(outcomes) {
      said('outcomes', outcomes);
      for (const [outcome, count] of Object.entries(outcomes))
        if (count > 0) coverage.count(`function: ${outcome}`, count);
    },
    countSetAside: (reason) => said('set aside', reason),
    countFault: () => said('fault', {}),
    countFlag(change, lane) {
      said('flag', [change, lane]);
      coverage.count(`flag: ${change}`);
    },
  };
}
