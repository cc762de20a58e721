/** The instrument as a document: what every explanation links to, rule by rule. */
import { useEffect } from 'preact/hooks';
import type { PolicyShown } from '../../shared/review/api/policy.ts';
import type { PageProps } from '../app/ports.ts';
import { dayInWords } from '../ui/days.ts';
import { PageHeading } from '../ui/page-heading.tsx';
import { Refusal } from '../ui/refusal.tsx';
import { useCall } from '../ui/use-call.ts';
import {
  ClosureTable,
  LanesTable,
  NoticesTable,
  Periods,
  RulesAtAGlance,
  SuggestionsTable,
} from './document-tables.tsx';
import './policy.css';
import { STATUS_WORDS } from './policy-words.ts';
import { ReadingGuide } from './reading-guide.tsx';
import { RichText } from './rich-text.tsx';
import { Rule } from './rule-section.tsx';

interface DocumentProps {
  readonly policy: PolicyShown;
  /** Where to begin reading; undefined for the top. */
  readonly rule: string | undefined;
}

function Document({ policy, rule }: DocumentProps) {
  const { id, issuedBy, issuedOn, about, priorities, grounds, contentHash } = policy;
  // The section is there only now, after the browser has looked for it.
  useEffect(() => {
    const heading = rule === undefined ? null : document.getElementById(rule);
    heading?.scrollIntoView();
    heading?.focus({ preventScroll: true });
  }, [rule]);
  return (
    <>
      <p>
        Instrument <code>{id}</code>, issued on {dayInWords(issuedOn)} by {issuedBy}. On {dayInWords(policy.asOf)} it is{' '}
        {STATUS_WORDS[policy.status]}.
      </p>
      {about.map((paragraph) => (
        <p key={paragraph}>
          <RichText text={paragraph} />
        </p>
      ))}
      <p>
        The program raises flags for attorneys and decides nothing. Below is what it applies, drawn from the rules
        themselves.
      </p>
      <Periods periods={policy.periods} />
      <RulesAtAGlance priorities={priorities} grounds={grounds} />
      <ReadingGuide />
      <section>
        <h2>Priorities</h2>
        <p>
          Silence is no answer here: what is not recorded is unknown, unless a line says otherwise. The first priority
          that holds, in this order, is the one that is named.
        </p>
        {priorities.map((section) => (
          <Rule key={section.id} section={section} />
        ))}
      </section>
      {grounds.length > 0 && (
        <section>
          <h2>Grounds</h2>
          <p>
            A ground is raised by evidence, and silence raises nothing. Evidence that has begun a ground and not
            completed it makes it unknown, and what would complete it is asked for.
          </p>
          {grounds.map((section) => (
            <Rule key={section.id} section={section} />
          ))}
        </section>
      )}
      <LanesTable lanes={policy.lanes} laneNotes={policy.laneNotes} />
      <SuggestionsTable actions={policy.actions} />
      <NoticesTable notices={policy.notices} />
      <ClosureTable closure={policy.closure} />
      <p class="policy-hash">
        Content hash of the rules: <code>{contentHash}</code>
      </p>
    </>
  );
}

export function PolicyPage({ ports, params }: PageProps<'policy'>) {
  const { id, rule } = params;
  const { result, body: policy, isLoading } = useCall(id, () => ports.api.policy(id));
  return (
    <div class="policy">
      <PageHeading ports={ports} title={policy?.title ?? 'Policy'} />
      {result !== undefined && result.kind !== 'ok' && (
        <Refusal result={result} heading="The policy could not be shown" />
      )}
      {policy === undefined && isLoading && <p role="status">Loading the policy …</p>}
      {policy !== undefined && <Document policy={policy} rule={rule} />}
    </div>
  );
}
