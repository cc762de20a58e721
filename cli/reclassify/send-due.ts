/** `own-motion reclassify --due`: sends at once what the daily run would send, such as after days without one. */
import type { CalendarDate } from '../../events/dates.ts';
import { SEND_MAX_CASES, type SendPorts, sendCases } from '../../shared/reclassify/send-cases.ts';
import type { DueCases } from '../../shared/store/store.ts';
import { counted } from '../compare/words.ts';
import type { Outcome, TextSink } from '../io.ts';
import type { Progress } from '../progress.ts';

export interface SendDueRequest extends SendPorts {
  readonly cases: DueCases;
  readonly asOf: CalendarDate;
  readonly progress: Progress;
  readonly signal: AbortSignal;
  readonly out: TextSink;
}

export async function sendDue(request: SendDueRequest): Promise<Outcome> {
  const { cases, asOf, progress, signal, out } = request;
  let sent = 0;
  let some: string[] = [];
  const send = async () => {
    await sendCases(request, some);
    sent += some.length;
    some = [];
    progress.update(0, sent);
  };
  for await (const caseKey of cases.listDue(asOf)) {
    if (signal.aborted) break;
    some.push(caseKey);
    if (some.length === SEND_MAX_CASES) await send();
  }
  if (!signal.aborted) await send();
  progress.stop();
  await out.write(`sent ${counted(sent, 'case', 'cases')} due by ${asOf} to be drawn again\n`);
  return signal.aborted ? { kind: 'interrupted' } : { kind: 'done' };
}
