/** Where and when the case is heard, and whether the person is in custody. Facts alone: what follows comes below. */
import type { CaseView } from '../../shared/review/api/answers.ts';
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
  const { office, detained, restricted, explanation } = view;
  return (
    <dl class="case-glance">
      <div>
        <dt>Office</dt>
        <dd>{office === 'UNASSIGNED' ? 'not on record' : office}</dd>
      </div>
      <div>
        <dt>In ICE custody</dt>
        <dd>
          <TruthMark truth={detained} />
        </dd>
      </div>
      <div>
        <dt>Next hearing</dt>
        <dd>{hearingText(view)}</dd>
      </div>
      <div>
        <dt>Shown as of</dt>
        <dd>{dayInWords(explanation.asOf)}</dd>
      </div>
      {restricted && (
        <div>
          <dt>Handling</dt>
          <dd>
            <Tag look="strong">restricted</Tag>
          </dd>
        </div>
      )}
    </dl>
  );
}
