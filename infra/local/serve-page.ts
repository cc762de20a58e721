/** `npm start`: says where the page is and whom to sign in as, feeds the sample, and goes on until it is stopped. */
import { once } from 'node:events';
import { findInstrument } from '../../shared/policy/instruments.ts';
import { FOR_A_PERSON } from './feed.ts';
import { samplePeople } from './issuer/people.ts';
import { feed, type Session } from './session.ts';

export async function servePage(session: Session): Promise<void> {
  const { sample, signal, out } = session;
  await out.write(`${welcome(session).join('\n')}\n`);
  const { done } = await feed(session, FOR_A_PERSON);
  await done;
  if (!signal.aborted) await out.write(`The sample is sent: ${sample.lines.length} messages.\n`);
  if (!signal.aborted) await once(signal, 'abort');
}

function welcome({ run, sample }: Session): string[] {
  const { pageUrl, instrumentId } = run.descriptor;
  const title = findInstrument(instrumentId)?.title ?? instrumentId;
  const longest = Math.max(...samplePeople.map(({ name }) => name.length));
  return [
    '',
    `Own Motion is at ${pageUrl}`,
    '',
    'Sign in as one of these made-up people:',
    ...samplePeople.map(({ name, about }) => `  ${name.padEnd(longest)}  ${about}`),
    '',
    `${title}, as of ${sample.asOf}.`,
    `A sample docket of ${sample.lines.length} messages arrives over some minutes; npx own-motion send adds your own.`,
    'Ctrl-C stops; the next start goes on from here.',
    '',
  ];
}
