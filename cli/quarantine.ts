/** `own-motion quarantine`: what was rejected and why, newest first; never what stood in it. */
import type { CalendarDate } from '../events/dates.ts';
import type { QuarantineStore, QuarantineSummary } from '../shared/store/store.ts';
import type { Outcome, Output } from './io.ts';
import { cut, printable, tableOf } from './text.ts';

export interface QuarantineRequest {
  quarantine: Pick<QuarantineStore, 'listRecent'>;
  newest: CalendarDate;
  days: number;
  limit: number;
  asJson: boolean;
  out: Output;
}

function tableLines(messages: readonly QuarantineSummary[], columns: number): string[] {
  const rows = messages.map(({ receivedAt, reason, bytes, paths }) => [
    receivedAt.slice(0, 19).replace('T', ' '),
    reason,
    String(bytes),
    paths.map(printable).join(', '),
  ]);
  const titles = [
    { title: 'received (UTC)' },
    { title: 'reason' },
    { title: 'bytes', align: 'right' as const },
    { title: 'at' },
  ];
  return tableOf(titles, rows).map((line) => cut(line, columns));
}

export async function listQuarantine(request: QuarantineRequest): Promise<Outcome> {
  const { quarantine, newest, days, limit, asJson, out } = request;
  const messages: QuarantineSummary[] = [];
  let isMore = false;
  for await (const message of quarantine.listRecent({ newest, days })) {
    isMore = messages.length === limit;
    if (isMore) break;
    messages.push(message);
  }
  if (asJson) {
    await out.write(`${JSON.stringify(messages, null, 2)}\n`);
    return { kind: 'done' };
  }
  const lines =
    messages.length === 0 ? [`Nothing was set aside in the last ${days} days.`] : tableLines(messages, out.columns);
  if (isMore) lines.push(`The newest ${limit} are shown; there are more (--limit).`);
  await out.write(`${lines.join('\n')}\n`);
  return { kind: 'done' };
}
