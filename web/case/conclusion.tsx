/** What follows from facts and law, for an attorney to decide: the lane, what the instrument suggests, and its status. */
import { Alert } from '../ui/alert.tsx';
import { dayInWords } from '../ui/days.ts';
import { Tag } from '../ui/tag.tsx';
import { ConsequenceList } from './consequence-list.tsx';
import { PARAGRAPHS } from './consequences.ts';
import {
  CONFIDENCE,
  type Explained,
  LANES_MEAN,
  laneName,
  POLICY_STATUS,
  priorityText,
  sentence,
  titlesOf,
} from './words.ts';

function Findings({ explanation }: { readonly explanation: Explained }) {
  const { classification, laneBecause } = explanation;
  const { lane, priority, grounds } = classification;
  const titleOf = titlesOf(explanation);
  const groundsThat = (truth: true | 'unknown') =>
    Object.keys(grounds)
      .filter((ground) => grounds[ground] === truth)
      .map(titleOf)
      .join('; ');
  const open = groundsThat('unknown');
  const rows: [string, string][] = [
    ['Priority', sentence(priorityText(priority, titleOf))],
    ['Grounds', groundsThat(true) || (open === '' ? 'None' : 'None is known to hold')],
    ['Grounds that may hold', open || 'None'],
    ['Lane', `${laneName(lane)}: ${LANES_MEAN[lane]}`],
    ...(laneBecause === undefined ? [] : [['Since', sentence(laneBecause)] satisfies [string, string]]),
  ];
  return (
    <dl>
      {rows.map(([name, text]) => (
        <div class="case-row case-row-named" key={name}>
          <dt class="case-term">{name}</dt>
          <dd class="case-value">{text}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The paragraph of the regulation that a motion to dismiss would stand on. */
function Paragraph({ paragraph }: { readonly paragraph: string }) {
  const stands = PARAGRAPHS[paragraph];
  return (
    <p>
      It would stand on 8 CFR {paragraph}
      {stands !== undefined && `: ${stands.says}`}. {stands !== undefined && <Tag>{CONFIDENCE[stands.known]}</Tag>}
    </p>
  );
}

function Suggestions({ explanation }: { readonly explanation: Explained }) {
  const { suggestions, classification, asOf } = explanation;
  if (suggestions.length === 0) return <p>The instrument suggests nothing here.</p>;
  return (
    <ul class="case-plain-list">
      {suggestions.map(({ id, says, cite }) => (
        <li class="case-suggestion" key={id}>
          <h4 class="case-suggestion-title">{says}</h4>
          {id === 'dismiss' && classification.dismissParagraph !== undefined && (
            <Paragraph paragraph={classification.dismissParagraph} />
          )}
          {cite !== undefined && (
            <p class="case-cite">
              <cite>{cite}</cite>
            </p>
          )}
          <ConsequenceList step={id} asOf={asOf} />
        </li>
      ))}
    </ul>
  );
}

function InstrumentStatus({ policy, asOf }: Pick<Explained, 'policy' | 'asOf'>) {
  const { id, title, status, since, why } = policy;
  return (
    <p>
      {title} (<span class="case-code">{id}</span>). On {dayInWords(asOf)}:{' '}
      <strong>{POLICY_STATUS[status].toLowerCase()}</strong>
      {since !== undefined && `, since ${dayInWords(since)}`}
      {why !== undefined && `. ${why}`}.
    </p>
  );
}

export function Conclusion({ explanation }: { readonly explanation: Explained }) {
  const { notices, policy, asOf } = explanation;
  return (
    <>
      <p class="case-lead">The instrument suggests; nothing is decided, filed or sent here.</p>
      <Findings explanation={explanation} />
      {notices.length > 0 && (
        <Alert kind="warning" heading="To bear in mind" isSlim>
          <ul class="case-bullets">
            {notices.map(({ id, says }) => (
              <li key={id}>{says}</li>
            ))}
          </ul>
        </Alert>
      )}
      <h3 class="case-subtitle">Suggested to a person</h3>
      <Suggestions explanation={explanation} />
      <h3 class="case-subtitle">The instrument on this day</h3>
      <InstrumentStatus policy={policy} asOf={asOf} />
    </>
  );
}
