/**
 * Classifies what was just classified under a second instrument as well and counts where the answers part, so that a
 * policy is seen on live traffic before it governs. It writes nothing, and nothing that goes wrong in it harms a message.
 */
import { standingFacts } from '../../shared/docket/standing.ts';
import type { CompactClassification } from '../../shared/flag/compact.ts';
import type { HeadContent } from '../../shared/flag/head.ts';
import type { Classification, Lane } from '../../shared/policy/classification.ts';
import { classify } from '../../shared/policy/classify.ts';
import type { Instrument } from '../../shared/policy/instruments.ts';
import { type Fault, faultOf } from '../fault.ts';
import type { ShadowCounts, ShadowReport } from './shadow-report.ts';

export interface Shadow {
  readonly instrument: Instrument;
  readonly report: ShadowReport;
}

/** Time kept for answering the queue: the batch is done, and must not fail for want of time. */
const RESERVE_MILLIS = 6_000;

/** @param heads as they were just written, each as of its own day */
export function compareUnderShadow(
  { instrument, report }: Shadow,
  heads: readonly HeadContent[],
  timeLeftMillis: () => number,
): void {
  const counts = { compared: 0, otherActions: 0, failed: 0, skipped: 0 };
  const pairs = new Map<string, { lane: Lane; shadowLane: Lane; cases: number }>();
  let fault: Fault | undefined;
  for (const { caseId, record, classification } of heads) {
    if (timeLeftMillis() < RESERVE_MILLIS) {
      counts.skipped += 1;
      continue;
    }
    try {
      const other = classify(instrument, caseId, standingFacts(record), classification.asOf);
      counts.compared += 1;
      if (other.lane === classification.lane) {
        if (!suggestsTheSame(other, classification)) counts.otherActions += 1;
        continue;
      }
      const name = `${classification.lane} ${other.lane}`;
      const pair = pairs.get(name) ?? { lane: classification.lane, shadowLane: other.lane, cases: 0 };
      pair.cases += 1;
      pairs.set(name, pair);
    } catch (error) {
      counts.failed += 1;
      fault ??= faultOf(error);
    }
  }
  const counted: ShadowCounts = { ...counts, differences: [...pairs.values()] };
  report.count(counted);
  if (fault !== undefined) report.log('SHADOW_FAILED', fault);
}

function suggestsTheSame(one: Classification, other: CompactClassification): boolean {
  return (
    one.dismissParagraph === other.dismissParagraph &&
    one.actions.length === other.actions.length &&
    one.actions.every((action, i) => action === other.actions[i])
  );
}
