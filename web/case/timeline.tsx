/** What happened to the case, the newest first: docket updates as they came, and what people did. */

import type { TimelineEvent } from '../../shared/review/api/answers.ts';
import { dayInWords, momentInWords } from '../ui/days.ts';
import { Tag } from '../ui/tag.tsx';
import './timeline.css';
import { anchored, anchorOf, type NumberOf, sourceText } from './sources.tsx';
import {
  ACT_NAMES,
  type ActEvent,
  DECISION_NAMES,
  PROVENANCE,
  sentence,
  type UpdateEvent,
  valueText,
} from './words.ts';

function UpdateItem({ event, number }: { readonly event: UpdateEvent; readonly number: number | undefined }) {
  const { at, source, id, sequence, provenance, on, entry, facts, sinceClaim, person } = event;
  const what = entry?.text ?? entry?.code.replaceAll('-', ' ') ?? 'docket update';
  return (
    <>
      <h3 class="case-event-title" id={number === undefined ? undefined : anchorOf(number)} tabIndex={-1}>
        {number !== undefined && <span class="case-number">[{number}]</span>} {sentence(what)}
        {sinceClaim && (
          <>
            {' '}
            <Tag look="strong">since your claim</Tag>
          </>
        )}
      </h3>
      <p class="case-source">
        {on === undefined ? 'Undated' : dayInWords(on)}, {PROVENANCE[provenance]},{' '}
        <span class="case-code">
          {sourceText(source)} {id}
        </span>
        , sequence {sequence}; received {momentInWords(at)}
      </p>
      {person !== undefined && (
        <p class="case-event-reason">
          {person.name}: <q>{person.reason}</q>
        </p>
      )}
      {facts.length > 0 && (
        <dl>
          {facts.map(({ path, name, told }) => (
            <div class="case-told" key={path}>
              <dt>{sentence(name)}</dt>
              <dd class="case-value">{valueText(told)}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}

function ActItem({ event }: { readonly event: ActEvent }) {
  const { act, at, name, mine, decision, until, reason } = event;
  const what = decision === undefined ? ACT_NAMES[act] : `${ACT_NAMES[act]}: ${DECISION_NAMES[decision].toLowerCase()}`;
  return (
    <>
      <h3 class="case-event-title">
        {what}
        {until !== undefined && ` until ${dayInWords(until)}`}
      </h3>
      <p class="case-source">
        {name}
        {mine && ' (you)'}, {momentInWords(at)}
      </p>
      {reason !== undefined && (
        <p class="case-event-reason">
          <q>{reason}</q>
        </p>
      )}
    </>
  );
}

export function Timeline({
  timeline,
  numberOf,
}: {
  readonly timeline: readonly TimelineEvent[];
  readonly numberOf: NumberOf;
}) {
  const numbers = anchored(timeline, numberOf);
  if (timeline.length === 0) return <p>Nothing has happened yet.</p>;
  return (
    <ol class="case-plain-list" reversed>
      {timeline.map((event, index) => (
        <li key={index} class={`case-event${event.kind === 'act' ? ' case-event-act' : ''}`}>
          {event.kind === 'update' ? (
            <UpdateItem event={event} number={numbers.get(event)} />
          ) : (
            <ActItem event={event} />
          )}
        </li>
      ))}
    </ol>
  );
}
