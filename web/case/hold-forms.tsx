/** Resting a flag until a day, and ending a claim or a hold. */
import { useState } from 'preact/hooks';
import type { CaseView } from '../../shared/review/api/answers.ts';
import type { HoldRequest, ReleaseRequest } from '../../shared/review/api/requests.ts';
import { Button } from '../ui/button.tsx';
import { dayAfter, dayInWords } from '../ui/days.ts';
import { DateField } from '../ui/field.tsx';
import { useAct } from '../ui/use-act.ts';
import { ActForm, type Content } from './act-form.tsx';
import { ActRefusal, waysFrom } from './act-refusal.tsx';
import type { HandProps } from './hand-props.ts';
import { faultOfReason, ReasonField, useReason } from './reason.tsx';

/** The longest that a flag may rest. */
const HOLD_MAX_DAYS = 365;

function faultOfDay(until: string, first: string, last: string): string | undefined {
  if (until === '') return 'Choose the day on which the flag returns.';
  return until < first || until > last ? `Choose a day from ${dayInWords(first)} to ${dayInWords(last)}.` : undefined;
}

export function HoldForm({ view, ports, now, ways, onDone }: HandProps) {
  const [until, setUntil] = useState('');
  const reason = useReason(ports, view.key, 'hold');
  const act = useAct<Content<HoldRequest>, CaseView>(ports.newKey, (body) => ports.api.hold(view.key, body));
  const today = now.slice(0, 10);
  const [first, last] = [dayAfter(today, 1), dayAfter(today, HOLD_MAX_DAYS)];
  const dayFault = faultOfDay(until, first, last);

  async function send(): Promise<void> {
    const result = await act.run({ until, reason: reason.text.trim() });
    if (result?.kind !== 'ok') return;
    reason.clear();
    onDone(result.body, `On hold until ${dayInWords(until)}.`);
  }

  const resend = () => void send();
  return (
    <ActForm
      label="Hold"
      submit="Put on hold"
      busyText="Putting on hold"
      isBusy={act.isBusy}
      isComplete={dayFault === undefined && faultOfReason(reason.text) === undefined}
      onSend={resend}
      answer={<ActRefusal refused={act.refusal} ways={waysFrom(ways, act, resend)} />}
    >
      {(isChecked) => (
        <>
          <DateField
            label="Returns on"
            hint="The flag is free again by itself on that day."
            isRequired
            error={isChecked ? dayFault : undefined}
            value={until}
            onInput={setUntil}
            min={first}
            max={last}
          />
          <ReasonField reason={reason} isChecked={isChecked} rows={3} />
        </>
      )}
    </ActForm>
  );
}

/** One's own claim is given back without a word; all else takes a reason. */
export function ReleaseForm({ view, ports, ways, onDone, needsReason }: HandProps & { readonly needsReason: boolean }) {
  const reason = useReason(ports, view.key, 'release');
  const act = useAct<Content<ReleaseRequest>, CaseView>(ports.newKey, (body) => ports.api.release(view.key, body));

  async function send(): Promise<void> {
    const result = await act.run(needsReason ? { reason: reason.text.trim() } : {});
    if (result?.kind !== 'ok') return;
    reason.clear();
    onDone(result.body, 'The case is free.');
  }

  const resend = () => void send();
  const answer = <ActRefusal refused={act.refusal} ways={waysFrom(ways, act, resend)} />;
  if (!needsReason) {
    return (
      <>
        {answer}
        <Button isBusy={act.isBusy} busyText="Giving back" onPress={resend}>
          Give it back
        </Button>
      </>
    );
  }
  return (
    <ActForm
      label={view.hold === undefined ? 'End this claim' : 'End the hold'}
      submit={view.hold === undefined ? 'End this claim' : 'End the hold'}
      busyText="Ending"
      isBusy={act.isBusy}
      isComplete={faultOfReason(reason.text) === undefined}
      onSend={resend}
      answer={answer}
    >
      {(isChecked) => (
        <ReasonField
          reason={reason}
          isChecked={isChecked}
          hint={
            view.hold === undefined
              ? `${view.claim?.name ?? 'The holder'} will see that the claim was ended, by whom and why.`
              : undefined
          }
          rows={3}
        />
      )}
    </ActForm>
  );
}
