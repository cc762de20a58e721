/** `npm start -- --once`: feeds the sample at full speed, waits until nothing is left to do, prints the table of lanes. */
import { printLaneTable } from '../../cli/live/lane-table.ts';
import { AT_ONCE } from './feed.ts';
import { feed, type Session, sleepUntil, storesOf } from './session.ts';

/** A queue that is not empty by then has a message that keeps failing. */
const TIMEOUT_MS = 10 * 60 * 1000;
/** Looks at the queue that must all find it empty. */
const EMPTY_LOOKS = 3;
const LOOK_MS = 200;

/** @returns whether all of the sample was done */
export async function feedOnce(session: Session): Promise<boolean> {
  const { run, signal, out, err, sample } = session;
  const { done } = await feed(session, AT_ONCE);
  await done;
  const deadline = performance.now() + TIMEOUT_MS;
  for (let looks = 0; looks < EMPTY_LOOKS && !signal.aborted; ) {
    const { visible, inFlight } = run.queueDepth();
    looks = visible + inFlight === 0 ? looks + 1 : 0;
    if (performance.now() > deadline) {
      await err.write(`npm start: ${visible + inFlight} messages of the sample are still not done: see .local/logs/\n`);
      return false;
    }
    await sleepUntil(signal)(LOOK_MS);
  }
  if (signal.aborted) return false;
  await out.write(`${sample.updates} updates of ${sample.cases} cases as of ${sample.asOf}\n`);
  await printLaneTable(storesOf(run).cases.scanFlags(), out);
  const { dead } = run.queueDepth();
  if (dead === 0) return true;
  await err.write(`npm start: ${dead} messages ended among the dead letters: see .local/logs/\n`);
  return false;
}
