/**
 * A second, naive reading of the contract for opla-2021-05-27, written for comparison only. It tries every way of
 * settling what is unknown and shares no code with the product.
 */
import type { CalendarDate } from '../../events/dates.ts';
import type { Facts } from '../../events/facts.ts';
import type { Lane, PolicyStatus, Truth } from '../../shared/policy/classification.ts';
import { type Ground, grounds } from './grounds.ts';
import { type Interview, interview } from './interview.ts';
import { laneByTable, type Values } from './lane.ts';
import { priorities } from './priorities.ts';
import { completions, decisivePaths } from './settle.ts';
import { actionsOf, dismissParagraphOf, joinsReopening, noticesOf, statusOn } from './suggestions.ts';

interface ReferenceAnswer {
  policyStatus: PolicyStatus;
  priority: string;
  priorities: Record<string, Truth>;
  grounds: Record<Ground, Truth>;
  lane: Lane;
  actions: string[];
  dismissParagraph?: string;
  needs: string[];
  notices: string[];
  /** Lanes that some way of settling the unknowns gives. */
  reachable: Lane[];
}

interface Options {
  /** The facts and beside them what only prohibited sources assert. */
  withProhibited?: Facts;
  prohibitedAsserted?: boolean;
  /** More unknowns than this are refused. */
  comparisonsMax?: number;
}

function firstPriority(values: Record<string, Truth>): string {
  for (const priority of ['national-security', 'public-safety', 'border-security', 'other']) {
    if (values[priority] === true) return priority;
  }
  return Object.values(values).every((value) => value === false) ? 'none' : 'undetermined';
}

/** Row 8: with the finding set either way, no priority is unknown. */
function threatSettles(of: Interview, facts: Facts, asOf: CalendarDate): boolean {
  return [true, false].every((poses) => {
    const found: Facts = { ...facts, threatFinding: { poses, on: asOf } };
    return !Object.values(priorities(interview(of.settled), found, asOf)).includes('unknown');
  });
}

export function referenceClassify(facts: Facts, asOf: CalendarDate, options: Options = {}): ReferenceAnswer {
  const { withProhibited } = options;
  const versions = withProhibited === undefined ? [facts] : [facts, withProhibited];
  const paths = new Map<string, string>();

  const evaluate = (of: Interview) => {
    const values: Values = { priorities: priorities(of, facts, asOf), grounds: grounds(of, versions, asOf) };
    for (const { comparison, path } of of.met) paths.set(comparison, path);
    const lane = laneByTable(facts, values, () => threatSettles(of, facts, asOf));
    return { ...values, lane, joins: joinsReopening(facts, values) };
  };

  const now = interview();
  const { lane: tableLane, priorities: priorityValues, grounds: groundValues } = evaluate(now);
  const all = completions((of) => {
    const { lane, joins } = evaluate(of);
    return { lane, joins };
  }, options.comparisonsMax);
  const lanes = new Set(all.map(({ lane }) => lane));
  const [only] = lanes;
  const lane = tableLane === 'needs-facts' && lanes.size === 1 && only !== undefined ? only : tableLane;

  const counted = lane === 'none' ? [] : (['stage', 'proceeding'] as const).filter((path) => facts[path] === undefined);
  const answer = { facts, asOf, lane, priorities: priorityValues, grounds: groundValues };
  const actions = actionsOf(answer);
  return {
    policyStatus: statusOn(asOf),
    priority: firstPriority(priorityValues),
    priorities: priorityValues,
    grounds: groundValues,
    lane,
    actions,
    ...(actions.includes('dismiss') ? { dismissParagraph: dismissParagraphOf(facts) } : {}),
    needs: [...counted, ...decisivePaths(now.met, all, paths)],
    reachable: [...lanes],
    notices: noticesOf(answer, options.prohibitedAsserted ?? withProhibited !== undefined),
  };
}
