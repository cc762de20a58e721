/** What an instrument says beside its rules: when it governed, its lanes, suggestions, notices and closure authority. */
import type { PolicyShown } from '../../shared/review/api/policy.ts';
import { DataTable } from '../ui/data-table.tsx';
import { dayInWords } from '../ui/days.ts';
import { capitalized, KNOWN_WORDS, STATUS_WORDS } from './policy-words.ts';
import { RichText } from './rich-text.tsx';

export function Periods({ periods }: Pick<PolicyShown, 'periods'>) {
  return (
    <section>
      <h2>When it governed</h2>
      <DataTable
        caption="Status by day; the status is shown with every answer and never changes it"
        head={['From', 'Until, not included', 'Status', 'Why']}
        rows={periods.map(({ from, until, status, why }) => [
          dayInWords(from),
          until === undefined ? 'no end is recorded' : dayInWords(until),
          capitalized(STATUS_WORDS[status]),
          why,
        ])}
      />
    </section>
  );
}

export function RulesAtAGlance({ priorities, grounds }: Pick<PolicyShown, 'priorities' | 'grounds'>) {
  return (
    <section>
      <h2>The rules at a glance</h2>
      <DataTable
        caption="Every rule, with how well it is known"
        head={['Rule', 'Kind', 'Known from']}
        rows={[...priorities, ...grounds].map(({ id, kind, title, confidence }) => [
          <a key={id} href={`#${id}`}>
            {title}
          </a>,
          capitalized(kind),
          KNOWN_WORDS[confidence],
        ])}
      />
    </section>
  );
}

export function LanesTable({ lanes, laneNotes }: Pick<PolicyShown, 'lanes' | 'laneNotes'>) {
  return (
    <section>
      <h2 id="lanes">Lanes</h2>
      {lanes.length === 0 ? (
        <p>The instrument has no table of lanes.</p>
      ) : (
        <DataTable
          caption="Which queue a case belongs in: read from the top, the first row that applies decides"
          head={['Row', 'When', 'Lane']}
          rows={lanes.map(({ says, lane }, index) => [
            index + 1,
            <RichText key="says" text={says} />,
            <code key="lane">{lane}</code>,
          ])}
        />
      )}
      {laneNotes.map((note) => (
        <p key={note}>
          <RichText text={note} />
        </p>
      ))}
    </section>
  );
}

export function SuggestionsTable({ actions }: Pick<PolicyShown, 'actions'>) {
  return (
    <section>
      <h2 id="suggestions">Suggestions</h2>
      {actions.length === 0 ? (
        <p>The instrument suggests no action.</p>
      ) : (
        <DataTable
          caption="Suggestions to a person; all that apply are listed, in this order"
          head={['Suggests', 'Listed when', 'Source', 'Known from']}
          rows={actions.map(({ says, when, cite, known }) => [
            <RichText key="says" text={says} />,
            <RichText key="when" text={when} />,
            cite,
            KNOWN_WORDS[known],
          ])}
        />
      )}
    </section>
  );
}

export function NoticesTable({ notices }: Pick<PolicyShown, 'notices'>) {
  return (
    <section>
      <h2 id="notices">Notices</h2>
      <DataTable
        caption="What a notice tells, and when it is shown"
        head={['Notice', 'Tells the reader', 'Shown when']}
        rows={notices.map(({ id, says, when }) => [
          <code key="id">{id}</code>,
          <RichText key="says" text={says} />,
          <RichText key="when" text={when} />,
        ])}
      />
    </section>
  );
}

export function ClosureTable({ closure }: Pick<PolicyShown, 'closure'>) {
  if (closure.length === 0) return null;
  return (
    <section>
      <h2 id="closure">Where a court could close a case</h2>
      <DataTable
        caption="Authority for administrative closure by circuit"
        head={['Circuit', 'Authority', 'Source']}
        rows={closure.map(({ circuit, available, source }) => [circuit, available, source])}
      />
    </section>
  );
}
