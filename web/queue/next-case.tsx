/** Takes the first free case of a lane: claims it for the person who asks, and opens it. */
import { useState } from 'preact/hooks';
import type { CaseView } from '../../shared/review/api/answers.ts';
import type { Lane } from '../api/api.ts';
import { saysOf } from '../api/problem.ts';
import type { Result } from '../api/result.ts';
import { addressOf } from '../app/place.ts';
import type { PagePorts } from '../app/ports.ts';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { useAct } from '../ui/use-act.ts';
import type { QueueView } from './view.ts';

export interface NextCaseProps {
  readonly ports: PagePorts;
  readonly view: QueueView;
  readonly onNothingFree: () => void;
}

function refusalText(result: Exclude<Result<unknown>, { kind: 'ok' }>): string {
  if (result.kind === 'unreachable') {
    return 'The service did not answer. Try again: a case that was claimed for you all the same is the one you get.';
  }
  if (result.kind !== 'problem' || result.problem.code !== 'nothing-free') return saysOf(result);
  switch (result.problem.because) {
    case 'all-in-hand':
      return 'Nothing is free: every case of this lane is in hand.';
    case 'only-protected':
      return 'Nothing is free but restricted cases. Open one from the list: a reason is asked for and recorded.';
    default:
      return 'Nothing is free: no case waits in this lane.';
  }
}

export function NextCase({ ports, view, onNothingFree }: NextCaseProps) {
  const { role } = ports.me;
  const { office, lane } = view;
  const act = useAct<{ office: string; lane: Lane }, CaseView>(ports.newKey, ({ office: of, ...body }) =>
    ports.api.next(of, body),
  );
  const [refusal, setRefusal] = useState<{ place: string; text: string }>();
  const place = `${office} ${lane}`;

  if (role === 'auditor') return <p class="next-case">Auditors read every case of their offices and claim none.</p>;
  if (role === 'reviewer' && lane === 'supervisor') {
    return <p class="next-case">Supervisors act in this lane. You can read its cases.</p>;
  }

  async function take(): Promise<void> {
    setRefusal(undefined);
    const result = await act.run({ office, lane });
    if (result === undefined) return;
    if (result.kind === 'ok') {
      ports.say('The case is claimed for you.');
      ports.go(addressOf({ page: 'case', key: result.body.key }));
      return;
    }
    setRefusal({ place, text: refusalText(result) });
    if (result.kind === 'problem') onNothingFree();
  }

  return (
    <div class="next-case">
      <Button
        look="solid"
        isBusy={act.isBusy}
        busyText="Taking the next case"
        describedBy="next-case-hint"
        onPress={() => void take()}
      >
        Take the next case
      </Button>
      <p id="next-case-hint" class="usa-hint">
        Claims the first free case for {ports.me.leaseMinutes} minutes: detained first, then the nearest hearing, then
        the oldest flag.
      </p>
      {refusal?.place === place && (
        <Alert kind="info" isAnswer>
          <p>{refusal.text}</p>
        </Alert>
      )}
    </div>
  );
}
