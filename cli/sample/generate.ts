/** `own-motion sample`: writes a docket of any size, in constant memory. */
import { gathered, type Outcome, type TextSink } from '../io.ts';
import { type DocketRequest, docketLines } from './docket.ts';

export async function writeDocket(request: DocketRequest, out: TextSink): Promise<Outcome> {
  const lines = gathered(out);
  for (const line of docketLines(request)) await lines.write(`${line}\n`);
  await lines.flush();
  return { kind: 'done' };
}
