/** Single facts which, were they otherwise, would change the lane: by where the case would go. */
import { destinationText, type Explained, laneName, sentence, titlesOf } from './words.ts';

export function Nearest({ explanation }: { readonly explanation: Explained }) {
  const { nearest, nearestOmitted, classification } = explanation;
  const titleOf = titlesOf(explanation);
  if (nearest.length === 0) return <p>No single change of what is on record would.</p>;
  const byGoal = Map.groupBy(nearest, ({ lane, priority }) =>
    priority === classification.priority
      ? laneName(lane)
      : destinationText({ lane, priority, joinsReopening: false }, titleOf),
  );
  return (
    <>
      <dl>
        {[...byGoal].map(([goal, changes]) => (
          <div class="case-row" key={goal}>
            <dt class="case-value">{goal}, with</dt>
            <dd>
              <ul class="case-bullets">
                {changes.map(({ path, name, change }) => (
                  <li key={`${path} ${change}`}>
                    {sentence(name)}: {change}
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
      {nearestOmitted > 0 && <p class="case-lead">{nearestOmitted} more would, and are not listed.</p>}
    </>
  );
}
