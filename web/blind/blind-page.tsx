/** A sampled case without the program's answer: the facts alone, and what a person would have done. */
import { useState } from 'preact/hooks';
import type { BlindView } from '../../shared/review/api/answers.ts';
import type { BlindReviewRequest } from '../../shared/review/api/requests.ts';
import { NowherePage } from '../app/nowhere-page.tsx';
import type { PagePorts, PageProps } from '../app/ports.ts';
import { AccessForm } from '../case/access-form.tsx';
import { ActForm, type Content } from '../case/act-form.tsx';
import { ActRefusal, type WaysOn, waysFrom } from '../case/act-refusal.tsx';
import { useKeptFocus } from '../case/keep-focus.ts';
import { faultOfReason, ReasonField, useReason } from '../case/reason.tsx';
import type { Refused } from '../case/refused.ts';
import { RestrictedNotice } from '../case/restricted-notice.tsx';
import { sentence, valueText } from '../case/words.ts';
import { Alert } from '../ui/alert.tsx';
import { Choices } from '../ui/choices.tsx';
import { PageHeading } from '../ui/page-heading.tsx';
import { Refusal } from '../ui/refusal.tsx';
import { useAct } from '../ui/use-act.ts';
import { useCall } from '../ui/use-call.ts';
import './blind.css';

type BlindAnswer = BlindReviewRequest['answer'];

const ANSWERS: Readonly<Record<BlindAnswer, { says: string; hint: string }>> = {
  'would-flag': { says: 'I would flag it', hint: 'Somebody should look at this case for discretion.' },
  'would-not-flag': { says: 'I would not flag it', hint: 'Nothing here asks for a second look.' },
  'cannot-tell': {
    says: 'I cannot tell',
    hint: 'What is recorded is not enough to say; the reason says what is missing.',
  },
};

interface BlindProps {
  readonly view: BlindView;
  readonly ports: PagePorts;
}

function BlindFacts({ facts }: Pick<BlindView, 'facts'>) {
  if (facts.length === 0) return <p>Nothing is on record.</p>;
  return (
    <dl class="blind-facts">
      {facts.map(({ path, name, told, source }) => (
        <div key={path}>
          <dt>{sentence(name)}</dt>
          <dd>
            {told.split('; ').map((part) => (
              <p key={part}>{sentence(valueText(part))}</p>
            ))}
          </dd>
          <dd class="blind-source">{source}</dd>
        </div>
      ))}
    </dl>
  );
}

function BlindForm({
  view: { key, sample, answers },
  ports,
  onDone,
  onLook,
}: BlindProps & { onDone: () => void; onLook: () => Promise<boolean> }) {
  const [answer, setAnswer] = useState<BlindAnswer>();
  const reason = useReason(ports, key, 'blind');
  const act = useAct<Content<BlindReviewRequest>, { key: string }>(ports.newKey, (body) =>
    ports.api.answerBlind(key, body),
  );

  async function send(): Promise<void> {
    if (answer === undefined) return;
    const result = await act.run({ sample, answer, reason: reason.text.trim() });
    if (result?.kind !== 'ok') return;
    reason.clear();
    ports.say('Your answer is recorded.');
    onDone();
  }

  const resend = () => void send();
  return (
    <ActForm
      label="Blind review"
      submit="Record this answer"
      busyText="Recording"
      isBusy={act.isBusy}
      isComplete={answer !== undefined && faultOfReason(reason.text) === undefined}
      onSend={resend}
      answer={<BlindRefusal refused={act.refusal} ways={waysFrom({ look: onLook, claim: onLook }, act, resend)} />}
    >
      {(isChecked) => (
        <>
          <Choices
            legend="What would you have done?"
            isRequired
            error={isChecked && answer === undefined ? 'Choose one of the three.' : undefined}
            choices={answers.map((value) => ({ value, ...ANSWERS[value] }))}
            value={answer}
            onChoose={setAnswer}
          />
          <ReasonField reason={reason} isChecked={isChecked} hint="It is kept with your name and the time." />
        </>
      )}
    </ActForm>
  );
}

/** An answer that is there already is no claim, as it would be on the page of a case. */
const ALREADY: Readonly<Partial<Record<string, string>>> = {
  'held-by-another': 'A colleague has answered for this case already. The first answer stands.',
  'key-used-otherwise': 'You have answered for this case already. The first answer stands.',
};

function BlindRefusal({ refused, ways }: { readonly refused: Refused | undefined; readonly ways: WaysOn }) {
  const already = refused?.kind === 'problem' ? ALREADY[refused.problem.code] : undefined;
  if (already === undefined) return <ActRefusal refused={refused} ways={ways} />;
  return (
    <Alert kind="info" heading="Not recorded" isAnswer>
      <p>{already}</p>
    </Alert>
  );
}

export function BlindPage({ ports, params: { key, sample } }: PageProps<'blind'>) {
  const { body, result, isLoading, reload } = useCall(`${key} ${sample}`, () => ports.api.showBlind(key, sample));
  const [isDone, setDone] = useState(false);
  const area = useKeptFocus(`${result?.kind} ${isDone}`);
  const refusal = result?.kind === 'problem' ? result.problem.code : undefined;
  if (refusal === 'not-found') {
    return (
      <div ref={area}>
        <NowherePage ports={ports} />
      </div>
    );
  }
  return (
    <div class="blind" ref={area}>
      <PageHeading ports={ports} title="Blind review" />
      {isLoading && result === undefined && <p>Loading the case.</p>}
      {refusal === 'access-reason-needed' ? (
        <AccessForm caseKey={key} ports={ports} onOpened={() => void reload()} onLook={reload} />
      ) : (
        result?.kind !== 'ok' && <Refusal result={result} heading="The case is not shown" />
      )}
      {isDone && (
        <Alert kind="info" heading="Your answer is recorded" isAnswer>
          <p>
            It is counted with the sample's others. <a href="/">Go to the queue</a>
          </p>
        </Alert>
      )}
      {body !== undefined && refusal === undefined && !isDone && (
        <>
          {body.restricted && <RestrictedNotice />}
          <p>
            This case was drawn at random among those without a flag. You see its facts, and nothing of what the program
            made of them. What is not listed is not known.
          </p>
          <h2>What is on record</h2>
          <BlindFacts facts={body.facts} />
          <h2>Your answer</h2>
          <BlindForm view={body} ports={ports} onDone={() => setDone(true)} onLook={reload} />
        </>
      )}
    </div>
  );
}
