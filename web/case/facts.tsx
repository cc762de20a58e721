/** What is on record: each fact with its source and day, what changed marked in place, and where sources disagree. */
import type { Disagreement, ExplainedFact } from '../../shared/policy/explanation/case-explanation.ts';
import { Tag } from '../ui/tag.tsx';
import type { Change } from './changes.ts';
import { changeAt } from './changes.ts';
import { factGroups } from './fact-groups.ts';
import { type NumberOf, SourceLine } from './sources.tsx';
import { type Explained, STANDS, sentence, valueText } from './words.ts';

/** A statement about a whole names its parts one after another. */
function partsOfTold(told: string): string[] {
  return told.split('; ');
}

interface FactsProps {
  readonly explanation: Explained;
  /** What changed since the person claimed or last saw the case. */
  readonly changes: readonly Change[];
  readonly numberOf: NumberOf;
}

function FactRows({ fact, changes, numberOf }: Omit<FactsProps, 'explanation'> & { readonly fact: ExplainedFact }) {
  const { told, update, prohibitedOnly } = fact;
  const change = changeAt(changes, fact.path);
  return (
    <>
      {told.map(({ name, value }, index) => (
        <div class={`case-row case-row-fact${change === undefined ? '' : ' case-changed'}`} key={name}>
          <dt>{sentence(name)}</dt>
          <dd class="case-value">
            {valueText(value)}
            {index === 0 && change !== undefined && (
              <span class="case-was">
                <Tag look="strong">changed</Tag> was: {valueText(change.from)}
              </span>
            )}
            {prohibitedOnly && <span class="case-was">Only a prohibited source says so</span>}
          </dd>
          <dd class="case-source">
            <SourceLine update={update} numberOf={numberOf} />
          </dd>
        </div>
      ))}
    </>
  );
}

function FactList({
  title,
  facts,
  ...rest
}: Omit<FactsProps, 'explanation'> & { title: string; facts: readonly ExplainedFact[] }) {
  return (
    <section>
      <h3 class="case-subtitle">{title}</h3>
      <dl>
        {facts.map((fact) => (
          <FactRows key={fact.path} fact={fact} {...rest} />
        ))}
      </dl>
    </section>
  );
}

/** Part by part, so that what differs can be told from what the statements share; the weight only helps the eye. */
function StatementText({ told, others }: { readonly told: string; readonly others: readonly string[] }) {
  const shared = others.map((other) => new Set(partsOfTold(other)));
  return (
    <div class="case-statement-text">
      {partsOfTold(told).map((part) => (
        <p key={part} class={`case-statement-text${shared.every((parts) => parts.has(part)) ? '' : ' case-differs'}`}>
          {sentence(valueText(part))}
        </p>
      ))}
    </div>
  );
}

function DisagreementCard({ name, statements, because, numberOf }: Disagreement & { readonly numberOf: NumberOf }) {
  return (
    <li>
      <h4 class="case-subtitle">{sentence(name)}</h4>
      <ul class="case-plain-list case-statements">
        {statements.map(({ told, update, stands }) => (
          <li
            key={`${update.source} ${update.id} ${update.contentHash}`}
            class={`case-statement${stands ? ' case-stands' : ''}`}
          >
            {stands ? <Tag look="strong">stands</Tag> : <Tag>does not stand</Tag>}
            <StatementText told={told} others={statements.map((each) => each.told)} />
            <p class="case-source">
              <SourceLine update={update} numberOf={numberOf} />, sequence {update.sequence}
            </p>
            {stands && <p class="case-source">It stands because {STANDS[because]}.</p>}
          </li>
        ))}
      </ul>
    </li>
  );
}

export function Facts({ explanation, changes, numberOf }: FactsProps) {
  const { facts, disagreements } = explanation;
  const own = facts.filter(({ prohibitedOnly }) => !prohibitedOnly);
  const prohibited = facts.filter(({ prohibitedOnly }) => prohibitedOnly);
  return (
    <>
      <p class="case-lead">What is not listed here is not known. Nothing is taken for no because nobody recorded it.</p>
      {own.length === 0 && <p>Nothing is on record.</p>}
      {factGroups(own).map((group) => (
        <FactList key={group.title} {...group} changes={changes} numberOf={numberOf} />
      ))}
      {prohibited.length > 0 && (
        <section class="case-prohibited">
          <p>
            An abuser, trafficker or perpetrator alone says the following (8 U.S.C. 1367(a)(1)). It can raise a ground;
            priorities take it as not known, and no adverse finding may rest on it.
          </p>
          <FactList title="Said only by a prohibited source" facts={prohibited} changes={changes} numberOf={numberOf} />
        </section>
      )}
      {disagreements.length > 0 && (
        <section>
          <h3 class="case-subtitle">Where sources disagree</h3>
          <ul class="case-plain-list">
            {disagreements.map((each) => (
              <DisagreementCard key={each.path} {...each} numberOf={numberOf} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
