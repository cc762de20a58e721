/** Where and when the case is heard, and whether the person is in custody. Facts alone: what follows comes below. */
import type { CaseView } from '../../shared/review/api/answers.ts';
import { caseHandle } from '../ui/case-handle.ts';
import { dayInWords, daysBetween } from '../ui/days.ts';
import { Tag } from '../ui/tag.tsx';
import { TruthMark } from './truth-mark.tsx';

function hearingText({ hearing, explanation }: CaseView): string {
  if (hearing === undefined) return 'none on record';
  const days = daysBetween(explanation.asOf, hearing.on);
  const when =
    days === 0
      ? 'today'
      : days === 1
        ? 'tomorrow'
        : days > 0
          ? `in ${days} days`
          : days === -1
            ? 'yesterday'
            : `${-days} days ago`;
  return `${dayInWords(hearing.on)} (${when}), ${hearing.kind}`;
}

export function AtAGlance({ view }: { readonly view: CaseView }) {
  const { key, office, detained, restricted, explanation } = view;
  return (
    <dl class="case-glance">
      <div>
        <dt class="case-term">Office</dt>
        <dd class="case-value">{office === 'UNASSIGNED' ? 'not on record' : office}</dd>
      </div>
      <div>
        <dt class="case-term">In ICE custody</dt>
        <dd class="case-value">
          <TruthMark truth={detained} />
        </dd>
      </div>
      <div>
        <dt class="case-term">Next hearing</dt>
        <dd class="case-value">{hearingText(view)}</dd>
      </div>
      <div>
        <dt class="case-term">Short name</dt>
        <dd class="case-value">{caseHandle(key)}</dd>
      </div>
      <div>
        <dt class="case-term">Shown as of</dt>
        <dd class="case-value">{dayInWords(explanation.asOf)}</dd>
      </div>
      {restricted && (
        <div>
          <dt class="case-term">Handling</dt>
          <dd class="case-value">
            <Tag look="strong">restricted</Tag>
          </dd>
        </div>
      )}
    </dl>
  );
}
