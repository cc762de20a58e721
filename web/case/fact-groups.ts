/** The recorded facts under the headings an attorney looks under. What no heading names stands under the last. */
import type { ExplainedFact } from '../../shared/policy/explanation/case-explanation.ts';

const GROUPS: readonly (readonly [string, readonly string[]])[] = [
  [
    'The proceeding',
    [
      'office',
      'circuit',
      'proceeding',
      'stage',
      'appellant',
      'detained',
      'hearing',
      'represented',
      'respondentPosition',
      'ntaSource',
      'ntaCharges',
      'leadCase',
    ],
  ],
  ['The person', ['birthDate', 'nationality', 'deceased', 'citizenshipEvidence', 'removable']],
  ['Presence and entry', ['firstPresence', 'lastEntry', 'apprehension']],
  [
    'Security and criminal record',
    [
      'backgroundCheckedOn',
      'nationalSecurity',
      'convictions',
      'pendingCharges',
      'gang',
      'threatFinding',
      'publicSafetyFactors',
      'otherPriorityApproval',
      'aggravating',
    ],
  ],
  ['Status, relief and service', ['lawfulStatus', 'relief', 'militaryService']],
  ['Circumstances', ['humanitarian', 'equities', 'cooperation', 'protected1367']],
  ['Open questions answered', ['readings']],
];
const REST = 'Other facts';

export interface FactGroup {
  readonly title: string;
  readonly facts: readonly ExplainedFact[];
}

/** Facts in groups, none left out, each group in the order of the explanation; groups without a fact are not there. */
export function factGroups(facts: readonly ExplainedFact[]): FactGroup[] {
  const titleOf = ({ path }: ExplainedFact) => {
    const [root = path] = path.split('.');
    return GROUPS.find(([, roots]) => roots.includes(root))?.[0] ?? REST;
  };
  const grouped = Map.groupBy(facts, titleOf);
  return [...GROUPS.map(([title]) => title), REST].flatMap((title) => {
    const found = grouped.get(title);
    return found === undefined ? [] : [{ title, facts: found }];
  });
}
