/** `own-motion policies`: the instruments it knows, with their dates and their status on a day. */
import type { CalendarDate } from '../events/dates.ts';
import type { Instrument } from '../shared/policy/instruments.ts';
import type { Outcome, Output } from './io.ts';
import { wrapped } from './text.ts';

export interface PoliciesRequest {
  instruments: readonly Instrument[];
  asOf: CalendarDate;
  asJson: boolean;
  out: Output;
}

function asText(instrument: Instrument, asOf: CalendarDate, columns: number): string[] {
  const history = instrument.history.flatMap(({ from, status, why }) =>
    wrapped(why, columns, `    ${from}  ${status.padEnd(10)}  `),
  );
  return [
    instrument.id,
    ...wrapped(instrument.title, columns, '  '),
    `  issued ${instrument.issuedOn}; on ${asOf}: ${instrument.statusOn(asOf)}`,
    ...history,
  ];
}

export async function listPolicies({ instruments, asOf, asJson, out }: PoliciesRequest): Promise<Outcome> {
  if (asJson) {
    const list = instruments.map((instrument) => {
      const { id, title, issuedOn, history, contentHash } = instrument;
      return { id, title, issuedOn, asOf, status: instrument.statusOn(asOf), history, contentHash };
    });
    await out.write(`${JSON.stringify(list, null, 2)}\n`);
  } else {
    const blocks = instruments.map((instrument) => asText(instrument, asOf, out.columns).join('\n'));
    await out.write(`${blocks.join('\n\n')}\n`);
  }
  return { kind: 'done' };
}
