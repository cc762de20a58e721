/** A case: its facts, the law, and what may be done about it. */
import { NowherePage } from '../app/nowhere-page.tsx';
import type { PageProps } from '../app/ports.ts';
import { PageHeading } from '../ui/page-heading.tsx';
import { Refusal } from '../ui/refusal.tsx';
import { useCall } from '../ui/use-call.ts';
import { AccessForm } from './access-form.tsx';
import './case.css';
import { CaseScreen } from './case-screen.tsx';
import { useKeptFocus } from './keep-focus.ts';

export function CasePage({ ports, params: { key } }: PageProps<'case'>) {
  const { body, result, isLoading, reload, replace, settle } = useCall(key, () => ports.api.showCase(key));
  const refusal = result?.kind === 'problem' ? result.problem.code : undefined;
  const area = useKeptFocus(refusal ?? (body === undefined ? 'nothing' : 'case'));

  function shown() {
    // Not there, not theirs, or theirs no longer: nothing of the case stays on the screen, and the page says the same.
    if (refusal === 'not-found') return <NowherePage ports={ports} />;
    if (body !== undefined && refusal !== 'access-reason-needed') {
      return (
        <CaseScreen view={body} ports={ports} replace={replace} settle={settle}>
          {result?.kind !== 'ok' && <Refusal result={result} heading="The case could not be looked at again" />}
        </CaseScreen>
      );
    }
    return (
      <>
        <PageHeading ports={ports} title="Case" />
        {isLoading && result === undefined && <p>Loading the case.</p>}
        {refusal === 'access-reason-needed' ? (
          <AccessForm caseKey={key} ports={ports} onOpened={replace} onLook={reload} />
        ) : (
          result?.kind !== 'ok' && <Refusal result={result} heading="The case is not shown" />
        )}
      </>
    );
  }
  return <div ref={area}>{shown()}</div>;
}
