/** What an office has to do and what came of it, in numbers: for supervisors and auditors. It counts flags, never people. */
import type { Summary } from '../../shared/review/api/answers.ts';
import { addressOf } from '../app/place.ts';
import type { PageProps } from '../app/ports.ts';
import { Alert } from '../ui/alert.tsx';
import { dayInWords } from '../ui/days.ts';
import { PageHeading } from '../ui/page-heading.tsx';
import { Refusal } from '../ui/refusal.tsx';
import { useCall } from '../ui/use-call.ts';
import { AgesSection } from './ages-section.tsx';
import { AgreementSection } from './agreement-section.tsx';
import { CountsSection } from './counts-section.tsx';
import { HearingsSection } from './hearings-section.tsx';
import { SamplesSection } from './samples-section.tsx';
import './summary.css';
import { WeeksSection } from './weeks-section.tsx';

function Sections({ summary, policyId }: { summary: Summary; policyId: string }) {
  return (
    <>
      {summary.isPartial && (
        <Alert kind="warning" heading="Not everything is counted">
          The office has more flags than one page can count. Every count here is a lower bound, and ages are those of
          what was counted.
        </Alert>
      )}
      <CountsSection lanes={summary.lanes} />
      <AgesSection ages={summary.ages} />
      <HearingsSection ages={summary.ages} hearings={summary.hearings} asOf={summary.asOf} />
      <WeeksSection weeks={summary.weeks} />
      <AgreementSection agreement={summary.agreement} policyId={policyId} />
      <SamplesSection office={summary.office} samples={summary.samples} />
    </>
  );
}

export function SummaryPage({ ports, params }: PageProps<'summary'>) {
  const { office } = params;
  const { result, body, isLoading } = useCall(office, () => ports.api.summary(office));
  return (
    <div class="summary">
      <PageHeading ports={ports} title={`Summary of ${office}`} />
      {ports.me.offices.length > 1 && (
        <p>
          Other offices:{' '}
          {ports.me.offices
            .filter((other) => other !== office)
            .map((other) => (
              <a key={other} class="summary-office" href={addressOf({ page: 'summary', office: other })}>
                {other}
              </a>
            ))}
        </p>
      )}
      {result !== undefined && result.kind !== 'ok' && (
        <Refusal result={result} heading="The summary could not be shown" />
      )}
      {body === undefined && isLoading && <p role="status">Counting the flags of {office} …</p>}
      {body !== undefined && (
        <>
          <p class="summary-lead">
            Flags of {body.office} as they stand, hearings seen from {dayInWords(body.asOf)}. The numbers measure the
            work and the rules; nothing here is about a single reviewer.
          </p>
          <Sections summary={body} policyId={ports.me.policy.id} />
        </>
      )}
    </div>
  );
}
