/** Records a person's finding, or the answer to an open question. Both go through the docket like any update. */
import { useState } from 'preact/hooks';
import type { CaseView } from '../../shared/review/api/answers.ts';
import type { FindingRequest, ReadingRequest } from '../../shared/review/api/requests.ts';
import type { PagePorts } from '../app/ports.ts';
import { Choices } from '../ui/choices.tsx';
import { DateField, TextField } from '../ui/field.tsx';
import { useAct } from '../ui/use-act.ts';
import { ActForm, type Content } from './act-form.tsx';
import { ActRefusal, type ToSeeAnew, waysFrom } from './act-refusal.tsx';
import { type Findable, findingValue } from './finding-value.ts';
import { faultOfReason, ReasonField, useReason } from './reason.tsx';
import { sentence } from './words.ts';

export interface RecordProps {
  readonly view: CaseView;
  readonly ports: PagePorts;
  readonly ways: ToSeeAnew;
  /** It is on its way; the case moves once it has been folded in. */
  readonly onSent: (updateId: string) => void;
}

interface Sent {
  readonly updateId: string;
}

const REASON_HINT =
  'It is kept with your name and the time. The finding itself goes through the docket, and the case moves in a moment.';

interface ValueFieldProps {
  readonly findable: Findable;
  readonly typed: string;
  readonly onType: (typed: string) => void;
  readonly error: string | undefined;
}

function ValueField({ findable, typed, onType, error }: ValueFieldProps) {
  const { input, name, options } = findable;
  const label = sentence(name);
  const field = { label, isRequired: true, error, value: typed, onInput: onType };
  switch (input) {
    case 'choice':
      return (
        <Choices
          legend={label}
          isRequired
          error={error}
          choices={options.map(({ says }, index) => ({ value: String(index), says: sentence(says) }))}
          value={typed === '' ? undefined : typed}
          onChoose={onType}
        />
      );
    case 'date':
      return <DateField {...field} />;
    case 'partial-date':
      return <TextField {...field} hint="A year, a month or a day: 2019, 2019-05 or 2019-05-17" maxLength={10} />;
    case 'number':
      return <TextField {...field} inputMode="numeric" maxLength={9} />;
    case 'text':
      return <TextField {...field} maxLength={200} />;
  }
}

export function FindingForm({ view, ports, ways, onSent, findable }: RecordProps & { readonly findable: Findable }) {
  const { key, seen } = view;
  const [typed, setTyped] = useState('');
  const reason = useReason(ports, key, `finding ${findable.path}`);
  const act = useAct<Content<FindingRequest>, Sent>(ports.newKey, (body) => ports.api.recordFinding(key, body));
  const found = findingValue(findable, typed);

  async function send(): Promise<void> {
    if (found.kind !== 'value') return;
    const result = await act.run({ path: findable.path, value: found.value, seen, reason: reason.text.trim() });
    if (result?.kind !== 'ok') return;
    reason.clear();
    setTyped('');
    onSent(result.body.updateId);
  }

  const resend = () => void send();
  return (
    <ActForm
      label={`Finding: ${findable.name}`}
      submit="Record this finding"
      busyText="Recording"
      isBusy={act.isBusy}
      isComplete={found.kind === 'value' && faultOfReason(reason.text) === undefined}
      onSend={resend}
      answer={<ActRefusal refused={act.refusal} ways={waysFrom(ways, act, resend)} />}
    >
      {(isChecked) => (
        <>
          <ValueField
            findable={findable}
            typed={typed}
            onType={setTyped}
            error={isChecked && found.kind === 'fault' ? found.says : undefined}
          />
          <ReasonField reason={reason} isChecked={isChecked} hint={REASON_HINT} rows={3} />
        </>
      )}
    </ActForm>
  );
}

export type Readable = CaseView['readable'][number];

export function ReadingForm({ view, ports, ways, onSent, readable }: RecordProps & { readonly readable: Readable }) {
  const { key, seen } = view;
  const { question, options, asks } = readable;
  const [answer, setAnswer] = useState<string>();
  const reason = useReason(ports, key, `reading ${question}`);
  const act = useAct<Content<ReadingRequest>, Sent>(ports.newKey, (body) => ports.api.recordReading(key, body));

  async function send(): Promise<void> {
    if (answer === undefined) return;
    const result = await act.run({ question, answer, seen, reason: reason.text.trim() });
    if (result?.kind !== 'ok') return;
    reason.clear();
    setAnswer(undefined);
    onSent(result.body.updateId);
  }

  const resend = () => void send();
  return (
    <ActForm
      label={`Answer: ${question}`}
      submit="Record this answer"
      busyText="Recording"
      isBusy={act.isBusy}
      isComplete={answer !== undefined && faultOfReason(reason.text) === undefined}
      onSend={resend}
      answer={<ActRefusal refused={act.refusal} ways={waysFrom(ways, act, resend)} />}
    >
      {(isChecked) => (
        <>
          <Choices
            legend={asks}
            isRequired
            error={isChecked && answer === undefined ? 'Choose an answer.' : undefined}
            choices={options.map(({ answer: value, says }) => ({ value, says: sentence(says) }))}
            value={answer}
            onChoose={setAnswer}
          />
          <ReasonField reason={reason} isChecked={isChecked} hint={REASON_HINT} rows={3} />
        </>
      )}
    </ActForm>
  );
}
