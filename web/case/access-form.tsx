/** Opens a protected case: the reason first, and nothing of the case before it. */
import type { CaseView } from '../../shared/review/api/answers.ts';
import type { AccessRequest } from '../../shared/review/api/requests.ts';
import type { PagePorts } from '../app/ports.ts';
import { Alert } from '../ui/alert.tsx';
import { useAct } from '../ui/use-act.ts';
import { ActForm, type Content } from './act-form.tsx';
import { ActRefusal, waysFrom } from './act-refusal.tsx';
import { faultOfReason, ReasonField, useReason } from './reason.tsx';

interface AccessFormProps {
  readonly caseKey: string;
  readonly ports: PagePorts;
  readonly onOpened: (view: CaseView) => void;
  readonly onLook: () => Promise<boolean>;
}

export function AccessForm({ caseKey, ports, onOpened, onLook }: AccessFormProps) {
  const reason = useReason(ports, caseKey, 'access');
  const act = useAct<Content<AccessRequest>, CaseView>(ports.newKey, (body) => ports.api.openProtected(caseKey, body));

  async function send(): Promise<void> {
    const result = await act.run({ reason: reason.text.trim() });
    if (result?.kind !== 'ok') return;
    reason.clear();
    onOpened(result.body);
  }

  const resend = () => void send();
  return (
    <>
      <Alert kind="warning" heading="This case is restricted">
        <p>
          What is in it may be shown only to those with a legitimate official purpose (8 U.S.C. 1367; 8 CFR 208.6). Say
          what yours is. The reason, your name and the time are kept with the case, and it stays open to you for{' '}
          {ports.me.leaseMinutes} minutes.
        </p>
      </Alert>
      <ActForm
        label="Reason for opening"
        submit="Open this case"
        busyText="Opening"
        isBusy={act.isBusy}
        isComplete={faultOfReason(reason.text) === undefined}
        onSend={resend}
        answer={<ActRefusal refused={act.refusal} ways={waysFrom({ look: onLook, claim: onLook }, act, resend)} />}
      >
        {(isChecked) => <ReasonField reason={reason} isChecked={isChecked} label="Reason for opening it" />}
      </ActForm>
    </>
  );
}
