/** `npm start -- --terminal`: shows in the terminal how flags appear, change lane and are withdrawn. */
import { liveReader } from '../../cli/live/live-reader.ts';
import { runLiveView } from '../../cli/live/live-view.ts';
import { findInstrument } from '../../shared/policy/instruments.ts';
import { FOR_A_PERSON } from './feed.ts';
import { feed, type Session, sleepUntil, storesOf } from './session.ts';

export async function watchTerminal(session: Session): Promise<void> {
  const { run, sample, signal, out } = session;
  const { instrumentId, pageUrl } = run.descriptor;
  const instrument = findInstrument(instrumentId);
  if (instrument === undefined) throw new Error('the template names an instrument the program does not know');
  const feeding = await feed(session, FOR_A_PERSON);
  // A feed that fails ends the view, and `feeding.done` then says why.
  const failed = new AbortController();
  feeding.done.catch(() => failed.abort());
  const until = AbortSignal.any([signal, failed.signal]);
  const reader = liveReader({
    ...storesOf(run),
    instrument,
    asOf: () => sample.asOf,
    today: () => new Date().toISOString().slice(0, 10),
    depth() {
      const { visible, inFlight, dead } = run.queueDepth();
      return { sent: feeding.sent, waiting: visible, inFlight, dead };
    },
  });
  const heading = [
    `Own Motion on this machine: ${instrument.title} as of ${sample.asOf}`,
    `The page is at ${pageUrl}; a sample docket of ${sample.lines.length} messages arrives.`,
    'Ctrl-C stops; the next start goes on from here.',
  ];
  await runLiveView({ ...reader, heading, out, signal: until, sleep: sleepUntil(until) });
  await feeding.done;
}
