/** Lines that a docket system might send by mistake and that can only go to quarantine. */

import type { Random } from './random.ts';
import { SOURCES } from './step.ts';
import { updatesOf } from './updates.ts';

/** The faults take turns: cut off in transit, a day that does not exist, a key that the contract does not know. */
export function damagedLine(turn: number, random: Random): string {
  const [update] = updatesOf(random, 1).updates;
  const data = { sequence: 1, provenance: 'record', facts: {} };
  const event = { ...update, id: `damaged-${turn + 1}`, source: SOURCES.eoir, subject: 'SAMPLE-DAMAGED', data };
  switch (turn % 3) {
    case 0: {
      const text = JSON.stringify(event);
      return text.slice(0, Math.floor(text.length / 2));
    }
    case 1:
      return JSON.stringify({ ...event, data: { ...data, facts: { birthDate: '1987-02-30' } } });
    default:
      return JSON.stringify({ ...event, data: { ...data, facts: { flightRisk: 'high' } } });
  }
}
