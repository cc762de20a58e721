/** Docket updates that tests of the page send: cases of known facts in the office that the tests work in. */
import { DOCKET_UPDATE_TYPE, type DocketUpdate } from '../../events/docket-update.ts';
import type { AssertedFacts } from '../../events/facts.ts';
import { OFFICE } from './stand/people.ts';
import type { Stand } from './stand/stand.ts';

/** No priority is open, and there is a ground: the lane `own-motion`. Detained and heard soon, so first in its queue. */
export const urgent: AssertedFacts = {
  office: OFFICE,
  circuit: '9',
  proceeding: 'removal',
  stage: 'pending',
  detained: true,
  hearing: { on: '2021-08-09', kind: 'individual' },
  firstPresence: '2015-03-01',
  backgroundCheckedOn: '2021-06-01',
  humanitarian: { seriousHealthCondition: true },
  respondentPosition: 'does-not-oppose',
};

function updateOf(caseId: string, sequence: number, facts: AssertedFacts): DocketUpdate {
  return {
    specversion: '1.0',
    id: `${caseId}-${sequence}`,
    source: 'urn:docket:eoir',
    type: DOCKET_UPDATE_TYPE,
    subject: caseId,
    time: '2021-08-02T12:00:00Z',
    data: { sequence, entry: { code: 'entry', text: 'Entered for a test.' }, provenance: 'record', facts },
  };
}

/** Sends facts of a case and waits until it has moved. Returns the case's key. */
export async function record(
  { pipeline }: Stand,
  caseId: string,
  sequence: number,
  facts: AssertedFacts,
): Promise<string> {
  await pipeline.send(updateOf(caseId, sequence, facts));
  await pipeline.settled();
  return pipeline.names.caseKey(caseId);
}

export async function allOf<T>(items: AsyncIterable<T>): Promise<T[]> {
  const gathered: T[] = [];
  for await (const item of items) gathered.push(item);
  return gathered;
}
