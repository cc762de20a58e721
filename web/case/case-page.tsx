/** A case: its facts, the law, and what may be done about it. */
import { NowherePage } from '../app/nowhere-page.tsx';
import type { PageProps } from '../app/ports.ts';
import { PageHeading } from '../ui/page-heading.tsx';
import { Refusal } from '../ui/refusal.tsx';
import { useCall } from '../ui/use-call.ts';
import { AccessForm } from './access-form.tsx';
import './case.css';
import { CaseScreen } from './case-screen.tsx';

export function CasePage({ ports, params: { key } }: PageProps<'case'>) {
  const { body, result, isLoading, reload, replace } = useCall(key, () => ports.api.showCase(key));
  // Not there, not theirs, or theirs no longer: nothing of the case stays on the screen, and the page says the same.
  if (result?.kind === 'problem' && result.problem.code === 'not-found') return <NowherePage ports={ports} />;
  const isClosed = result?.kind === 'problem' && result.problem.code === 'access-reason-needed';
  if (body !== undefined && !isClosed) {
    return (
      <CaseScreen key={key} view={body} ports={ports} replace={replace} reload={() => void reload()}>
        {result?.kind !== 'ok' && <Refusal result={result} heading="The case could not be looked at again" />}
      </CaseScreen>
    );
  }
  // One title for every case: the title stays in the browser's history.
  return (
    <>
      <PageHeading ports={ports} title="Case" />
      {isLoading && result === undefined && <p>Loading the case.</p>}
      {isClosed ? (
        <AccessForm caseKey={key} ports={ports} onOpened={replace} onLook={() => void reload()} />
      ) : (
        result?.kind !== 'ok' && <Refusal result={result} heading="The case is not shown" />
      )}
    </>
  );
}
