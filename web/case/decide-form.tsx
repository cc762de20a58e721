/**
 * The decision: six answers of equal weight, none chosen beforehand, one reason, one button that says what it does.
 * Declining costs what moving costs.
 */
import { useState } from 'preact/hooks';
import type { CaseView } from '../../shared/review/api/answers.ts';
import type { DecisionRequest } from '../../shared/review/api/requests.ts';
import type { DecisionKind } from '../../shared/review/review.ts';
import type { PagePorts } from '../app/ports.ts';
import { Choices } from '../ui/choices.tsx';
import { useAct } from '../ui/use-act.ts';
import { ActForm, type Content } from './act-form.tsx';
import { ActRefusal, type ToSeeAnew, waysFrom } from './act-refusal.tsx';
import { ConsequenceList } from './consequence-list.tsx';
import { DECISION_LINES } from './consequences.ts';
import { DraftMotionButton } from './draft-motion-button.tsx';
import { faultOfReason, ReasonField, useReason } from './reason.tsx';
import { DECISION_NAMES } from './words.ts';

interface DecideFormProps {
  readonly view: CaseView;
  readonly ports: PagePorts;
  readonly ways: ToSeeAnew;
  readonly onDone: (view: CaseView, said: string) => void;
}

function isMotion(decision: DecisionKind | undefined): decision is 'move-to-dismiss' | 'move-to-close' {
  return decision === 'move-to-dismiss' || decision === 'move-to-close';
}

export function DecideForm({ view, ports, ways, onDone }: DecideFormProps) {
  const { key, seen, may, explanation } = view;
  const [chosen, setChosen] = useState<{ decision: DecisionKind; basis: string }>();
  const reason = useReason(ports, key, 'decision');
  const act = useAct<Content<DecisionRequest>, CaseView>(ports.newKey, (body) => ports.api.decide(key, body));
  const basis = `${seen.digest} ${seen.updates}`;
  // What was chosen of a case that has moved was chosen of another case: it is chosen again.
  const decision = chosen?.basis === basis ? chosen.decision : undefined;

  async function send(): Promise<void> {
    if (decision === undefined) return;
    const result = await act.run({ decision, seen, reason: reason.text.trim() });
    if (result?.kind !== 'ok') return;
    reason.clear();
    onDone(result.body, `Recorded: ${DECISION_NAMES[decision].toLowerCase()}.`);
  }

  const resend = () => void send();
  return (
    <ActForm
      label="Decision"
      submit="Record this decision"
      busyText="Recording"
      isBusy={act.isBusy}
      isComplete={decision !== undefined && faultOfReason(reason.text) === undefined}
      onSend={resend}
      answer={<ActRefusal refused={act.refusal} ways={waysFrom(ways, act, resend)} />}
    >
      {(isChecked) => (
        <>
          <Choices
            legend="Decision"
            isRequired
            error={isChecked && decision === undefined ? 'Choose one of the six.' : undefined}
            choices={may.decide.map((value) => ({ value, says: DECISION_NAMES[value], hint: DECISION_LINES[value] }))}
            value={decision}
            onChoose={(value) => setChosen({ decision: value, basis })}
          />
          {decision !== undefined && <ConsequenceList step={decision} asOf={explanation.asOf} />}
          {isMotion(decision) && <DraftMotionButton key={decision} caseKey={key} kind={decision} ports={ports} />}
          <ReasonField reason={reason} isChecked={isChecked} />
        </>
      )}
    </ActForm>
  );
}
