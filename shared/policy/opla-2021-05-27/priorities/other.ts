/** Priority: other, by recorded approval only. */
import { fact } from '../../proposition.ts';
import type { Rule } from '../../rule.ts';

export const other = (): Rule => ({
  id: 'other',
  kind: 'priority',
  title: 'Other priority with approval',
  text: 'A Field Office Director or Special Agent in Charge has approved treating the case as a priority. It is never inferred.',
  cite: 'OPLA memo (May 27, 2021), Enforcement and Removal Priority Cases',
  confidence: 'two-sources',
  holds: fact.recorded('otherPriorityApproval'),
});
