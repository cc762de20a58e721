/** The tree of a rule on this case, as nested lists: each step with its value, what was found and who says so. */
import type { OutlineNode } from '../../shared/policy/explanation/case-explanation.ts';
import { outlineSteps, type Step } from './outline-steps.ts';
import { type NumberOf, SourceLink } from './sources.tsx';
import { TruthMark } from './truth-mark.tsx';

function StepList({ steps, numberOf }: { readonly steps: readonly Step[]; readonly numberOf: NumberOf }) {
  return (
    <ul class="case-outline">
      {steps.map((step, index) => (
        <li key={index} class={step.decisive ? undefined : 'case-undecisive'}>
          <div class="case-step">
            <TruthMark truth={step.holds} />
            <span>
              {step.text}
              {step.found !== undefined && <span class="case-found"> ({step.found})</span>}
              {step.sources.map((update) => (
                <span key={`${update.source} ${update.id} ${update.contentHash}`}>
                  {' '}
                  <SourceLink update={update} numberOf={numberOf} />
                </span>
              ))}
              {step.hasProhibited && <span class="case-found"> (a prohibited source alone)</span>}
              {!step.decisive && <span class="case-found"> (did not decide)</span>}
            </span>
          </div>
          {step.steps.length > 0 && <StepList steps={step.steps} numberOf={numberOf} />}
        </li>
      ))}
    </ul>
  );
}

interface OutlineProps {
  readonly outline: OutlineNode;
  readonly withAll: boolean;
  readonly numberOf: NumberOf;
}

export function Outline({ outline, withAll, numberOf }: OutlineProps) {
  return <StepList steps={outlineSteps(outline, withAll)} numberOf={numberOf} />;
}
