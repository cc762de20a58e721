/** Flags as a table, or as cards on a narrow screen: urgency and status in words, nothing that identifies anyone. */
import { LANE_WORDS } from '../app/lanes.ts';
import { addressOf } from '../app/place.ts';
import { caseHandle } from '../ui/case-handle.ts';
import { dayInWords } from '../ui/days.ts';
import { Tag } from '../ui/tag.tsx';
import type { ShownRow } from './merge.ts';
import type { QueueView } from './view.ts';
import { ageText, custodyMark, hearingDay, hearingMark, type Mark, statusText } from './words.ts';

export interface FlagTableProps {
  readonly rows: readonly ShownRow[];
  readonly asOf: string;
  readonly now: string;
  readonly view: Pick<QueueView, 'office' | 'lane' | 'status'>;
}

export function FlagTable({ rows, asOf, now, view }: FlagTableProps) {
  return (
    <table class="usa-table usa-table--borderless flag-table">
      <caption class="usa-sr-only">
        Flags of {view.office} in the lane {LANE_WORDS[view.lane].name}
        {view.status === 'decided' ? ', by the time of their decision' : ', in the order of work'}
      </caption>
      <thead>
        <tr>
          <th scope="col">Case</th>
          <th scope="col">Custody</th>
          <th scope="col">Next hearing</th>
          <th scope="col">Status</th>
          <th scope="col">Flag raised</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((shown) => (
          <FlagLine key={shown.row.key} shown={shown} asOf={asOf} now={now} />
        ))}
      </tbody>
    </table>
  );
}

function Marked({ mark: { text, isPressing } }: { readonly mark: Mark }) {
  return isPressing ? <Tag look="strong">{text}</Tag> : <span class="flag-plain">{text}</span>;
}

function FlagLine({ shown: { row, isGone }, asOf, now }: { shown: ShownRow; asOf: string; now: string }) {
  const day = hearingDay(row.hearingOn, asOf);
  return (
    <tr class={isGone ? 'flag-gone' : undefined}>
      <th scope="row" data-label="Case">
        <a class="flag-link" href={addressOf({ page: 'case', key: row.key })}>
          Case {caseHandle(row.key)}
        </a>
        {row.restricted && <Tag>Restricted</Tag>}
        {row.fellAway && <Tag>Its lane has fallen away</Tag>}
        {isGone && <Tag>No longer in this list</Tag>}
      </th>
      <td data-label="Custody">
        <Marked mark={custodyMark(row.detained)} />
      </td>
      <td data-label="Next hearing">
        <span>
          <Marked mark={hearingMark(row.hearingOn, asOf)} />
          {day !== undefined && <span class="flag-day"> {day}</span>}
        </span>
      </td>
      <td data-label="Status">{statusText(row)}</td>
      <td data-label="Flag raised">
        <span title={dayInWords(row.raisedAt.slice(0, 10))}>{ageText(row.raisedAt, now)}</span>
      </td>
    </tr>
  );
}
