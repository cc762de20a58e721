/** In whose hands the case is, and taking, keeping, giving back or resting it. */
import { addressOf } from '../app/place.ts';
import { Button } from '../ui/button.tsx';
import { dayInWords, momentInWords } from '../ui/days.ts';
import { Disclosure } from '../ui/disclosure.tsx';
import { hasEnded, leaseInWords } from '../ui/lease.ts';
import { useAct } from '../ui/use-act.ts';
import { ActRefusal, waysFrom } from './act-refusal.tsx';
import './hand.css';
import type { HandProps } from './hand-props.ts';
import { HoldForm, ReleaseForm } from './hold-forms.tsx';
import { DECISION_NAMES } from './words.ts';

/** How things stand, in a sentence or two. */
function Standing({ view, now }: Pick<HandProps, 'view' | 'now'>) {
  const { status, claim, hold, decided } = view;
  if (claim !== undefined) {
    const isOver = hasEnded(now, claim.expiresAt);
    const lease = leaseInWords(now, claim.expiresAt);
    if (claim.mine)
      return <p>{isOver ? `Your claim ${lease}.` : `You have this case in hand. Your claim ${lease}.`}</p>;
    return (
      <p>
        {isOver ? `The claim of ${claim.name} ${lease}.` : `${claim.name} has this case in hand. The claim ${lease}.`}
      </p>
    );
  }
  if (hold !== undefined) {
    return (
      <p>
        On hold until {dayInWords(hold.until)}, when it returns by itself. Put there by {hold.mine ? 'you' : hold.name},{' '}
        {momentInWords(hold.at)}.
      </p>
    );
  }
  if (decided !== undefined && status === 'decided') {
    return (
      <p>
        Decided: <strong>{DECISION_NAMES[decided.decision].toLowerCase()}</strong>, by{' '}
        {decided.mine ? 'you' : decided.name}, {momentInWords(decided.at)}. It stands while the facts do.
      </p>
    );
  }
  return <p>{status === undefined ? 'This case has no flag: it is in no queue.' : 'Nobody has this case in hand.'}</p>;
}

function ClaimButton({ view, ports, now, ways, onDone }: HandProps) {
  const act = useAct(ports.newKey, () => ports.api.claim(view.key));
  const { claim, status } = view;
  const isMine = claim?.mine === true && !hasEnded(now, claim.expiresAt);
  const isTakenUpAgain = status === 'decided';
  async function send(): Promise<void> {
    const result = await act.run({});
    if (result?.kind === 'ok') onDone(result.body, isMine ? 'Your claim is renewed.' : 'You have this case in hand.');
  }
  return (
    <>
      <ActRefusal refused={act.refusal} ways={waysFrom(ways, act, () => void send())} />
      <Button isBusy={act.isBusy} busyText="Claiming" onPress={() => void send()}>
        {isMine ? 'Renew the claim' : isTakenUpAgain ? 'Take it up again' : 'Claim this case'}
      </Button>
    </>
  );
}

export function Hand(props: HandProps) {
  const { view, now } = props;
  const { may, claim, hold } = view;
  const isMine = claim?.mine === true && !hasEnded(now, claim.expiresAt);
  const isInOtherHands = may.release && (hold !== undefined || claim?.mine === false);
  return (
    <div class="case-hand">
      <Standing view={view} now={now} />
      {view.status === 'decided' && (
        <p class="case-no-print">
          <a href={addressOf({ page: 'queue', search: '' })}>Go to the queue</a>
        </p>
      )}
      <div class="case-hand-acts case-no-print">
        {may.claim && <ClaimButton {...props} />}
        {may.release && isMine && <ReleaseForm {...props} needsReason={false} />}
        {may.hold && (
          <Disclosure summary="Put on hold until a day">
            <HoldForm {...props} />
          </Disclosure>
        )}
        {isInOtherHands && (
          <Disclosure summary={hold === undefined ? 'End this claim' : 'End the hold'}>
            <ReleaseForm {...props} needsReason />
          </Disclosure>
        )}
      </div>
    </div>
  );
}
