/** What a step would mean for the respondent, marked as our words. */
import { Tag } from '../ui/tag.tsx';
import { consequencesOf } from './consequences.ts';
import { CONFIDENCE } from './words.ts';

interface ConsequenceListProps {
  /** A suggestion of an instrument or a decision. */
  readonly step: string;
  /** The day that the case is shown as of. */
  readonly asOf: string;
}

export function ConsequenceList({ step, asOf }: ConsequenceListProps) {
  const consequences = consequencesOf(step, asOf);
  if (consequences.length === 0) return null;
  return (
    <div class="case-consequences">
      <p class="case-consequences-title">For the respondent, in our words and not the instrument's:</p>
      <dl>
        {consequences.map(({ about, says, known }) => (
          <div class="case-row case-row-named" key={about}>
            <dt class="case-term">{about}</dt>
            <dd>
              {says} <Tag look={known === 'unverified' ? 'strong' : 'plain'}>{CONFIDENCE[known]}</Tag>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
