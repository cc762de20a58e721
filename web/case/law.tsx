/** What the policy finds in the facts: each rule with its sentence of law, how well that is known, and how it was read. */
import { useState } from 'preact/hooks';
import type { RuleExplanation } from '../../shared/policy/explanation/case-explanation.ts';
import { addressOf } from '../app/place.ts';
import { Button } from '../ui/button.tsx';
import { Tag } from '../ui/tag.tsx';
import './law.css';
import { Outline } from './outline.tsx';
import { countUndecisive } from './outline-steps.ts';
import type { NumberOf } from './sources.tsx';
import { TruthMark } from './truth-mark.tsx';
import { CONFIDENCE, type Explained } from './words.ts';

/** A sentence of law with where it stands and how well it is known. */
function SentenceOfLaw({ text, cite, confidence, unverified }: RuleExplanation) {
  return (
    <blockquote class="case-law">
      <p>{text}</p>
      <footer class="case-cite">
        <cite>{cite}</cite>{' '}
        {confidence === 'unverified' ? <Tag look="strong">unverified</Tag> : <Tag>{CONFIDENCE[confidence]}</Tag>}
        {unverified.length > 0 && (
          <p class="case-unverified">
            <Tag look="strong">unverified</Tag> {unverified.join('; ')}
          </p>
        )}
      </footer>
    </blockquote>
  );
}

interface RuleProps {
  readonly explained: RuleExplanation;
  readonly numberOf: NumberOf;
  readonly policyId: string;
  readonly isOpen: boolean;
  readonly onToggle: (isOpen: boolean) => void;
}

function Readings({ explained, numberOf }: Pick<RuleProps, 'explained' | 'numberOf'>) {
  const [withAll, setWithAll] = useState(false);
  const { readings, title } = explained;
  const left = readings.reduce((sum, { outline }) => sum + countUndecisive(outline), 0);
  return (
    <>
      {readings.map(({ withProhibited, outline }) => (
        <div key={String(withProhibited)}>
          {withProhibited && <p class="case-lead">With what only a prohibited source says:</p>}
          <Outline outline={outline} withAll={withAll} numberOf={numberOf} />
        </div>
      ))}
      {left > 0 && (
        <p class="case-no-print">
          <Button
            look="plain"
            expanded={withAll}
            label={`${withAll ? 'Hide' : 'Show'} what did not decide: ${title}`}
            onPress={() => setWithAll(!withAll)}
          >
            {withAll ? 'Hide what did not decide' : `Show what did not decide (${left})`}
          </Button>
        </p>
      )}
    </>
  );
}

function Rule({ explained, numberOf, policyId, isOpen, onToggle }: RuleProps) {
  const { rule, title, kind, holds } = explained;
  return (
    <details class="case-rule" open={isOpen} onToggle={(event) => onToggle(event.currentTarget.open)}>
      <summary>
        <h3 class="case-rule-title">
          <TruthMark truth={holds} />
          <span>
            {title} <span class="case-kind">{kind}</span>
          </span>
        </h3>
      </summary>
      <div class="case-rule-body">
        <SentenceOfLaw {...explained} />
        <Readings explained={explained} numberOf={numberOf} />
        <p class="case-no-print">
          <a href={`${addressOf({ page: 'policy', id: policyId })}#${rule}`}>{title} in the instrument</a>
        </p>
      </div>
    </details>
  );
}

/** Grounds of which nothing is recorded: they are no because evidence raises a ground, and no other rule is read so. */
function SilentGrounds({ explanation: { classification, rules } }: { readonly explanation: Explained }) {
  const silent = Object.keys(classification.grounds).filter((ground) => !rules.some(({ rule }) => rule === ground));
  if (silent.length === 0) return null;
  return (
    <p class="case-lead">
      Grounds that nothing on record raises: {silent.map((ground) => ground.replaceAll('-', ' ')).join('; ')}. A ground
      is raised by evidence; priorities, of which nothing is recorded, stay not known.
    </p>
  );
}

export function Law({ explanation, numberOf }: { readonly explanation: Explained; readonly numberOf: NumberOf }) {
  const { rules, policy } = explanation;
  const [closed, setClosed] = useState<ReadonlySet<string>>(
    () => new Set(rules.filter(({ holds }) => holds === false).map(({ rule }) => rule)),
  );
  const toggle = (rule: string, isOpen: boolean) => {
    const next = new Set(closed);
    if (isOpen) next.delete(rule);
    else next.add(rule);
    if (next.size !== closed.size) setClosed(next);
  };
  return (
    <>
      <p class="case-lead">
        <a href={addressOf({ page: 'policy', id: policy.id })}>{policy.title}</a>
      </p>
      <p class="case-no-print">
        <Button look="plain" onPress={() => setClosed(new Set())}>
          Open all
        </Button>{' '}
        <Button look="plain" onPress={() => setClosed(new Set(rules.map(({ rule }) => rule)))}>
          Close all
        </Button>
      </p>
      {rules.map((explained) => (
        <Rule
          key={explained.rule}
          explained={explained}
          numberOf={numberOf}
          policyId={policy.id}
          isOpen={!closed.has(explained.rule)}
          onToggle={(isOpen) => toggle(explained.rule, isOpen)}
        />
      ))}
      <SilentGrounds explanation={explanation} />
    </>
  );
}
