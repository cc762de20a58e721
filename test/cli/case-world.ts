/** A store in memory with docket updates in it, for tests of what the command shows. */

import type { Output } from '../../cli/io.ts';
import { noProgress } from '../../cli/progress.ts';
import type { DocketUpdate } from '../../events/docket-update.ts';
import { DOCKET_UPDATE_TYPE } from '../../events/docket-update.ts';
import type { AssertedFacts } from '../../events/facts.ts';
import { contentHash } from '../../shared/docket/content-hash.ts';
import { addUpdate, emptyRecord } from '../../shared/docket/fold.ts';
import { drawHead } from '../../shared/flag/head.ts';
import { findInstrument } from '../../shared/policy/instruments.ts';
import { keyedNames } from '../../shared/store/keys.ts';
import { noMembers, withMember } from '../../shared/store/members.ts';
import { memoryCaseStore } from '../../shared/store/memory/case-store.ts';
import { memoryQuarantineStore } from '../../shared/store/memory/quarantine-store.ts';
import type { CaseStore } from '../../shared/store/store.ts';

export const SHARDS = 2;

export const AS_OF = '2021-08-02';

export function theInstrument() {
  const instrument = findInstrument('opla-2021-05-27');
  if (instrument === undefined) throw new Error('the instrument is missing');
  return instrument;
}

export function updateOf(caseId: string, sequence: number, facts: AssertedFacts): DocketUpdate {
  return {
    specversion: '1.0',
    id: `${caseId}-${sequence}`,
    source: 'urn:docket:eoir',
    type: DOCKET_UPDATE_TYPE,
    subject: caseId,
    time: `2021-07-${String(sequence).padStart(2, '0')}T12:00:00Z`,
    data: { sequence, entry: { code: 'entry', text: `Entry ${sequence}.` }, provenance: 'record', facts },
  };
}

/** Facts that leave no priority open. */
export const clear: AssertedFacts = {
  office: 'LOS',
  circuit: '9',
  proceeding: 'removal',
  stage: 'pending',
  detained: false,
  firstPresence: '2015-03-01',
  backgroundCheckedOn: '2021-06-01',
};

/** A secret for case keys. */
export const SECRET = 'a secret of no importance, long enough for a key';

export function caseWorld(cases: CaseStore = memoryCaseStore({ shards: SHARDS })) {
  const quarantine = memoryQuarantineStore();
  const names = keyedNames(SECRET);
  const instrument = theInstrument();
  let seconds = 0;
  return {
    cases,
    quarantine,
    names,
    instrument,
    async add(update: DocketUpdate) {
      const caseKey = names.caseKey(update.subject);
      const hash = contentHash(update);
      const memberId = names.memberId(update, hash);
      seconds += 1;
      const at = new Date(Date.UTC(2021, 7, 2, 12, 0, seconds)).toISOString();
      await cases.putEntry(caseKey, { memberId, body: JSON.stringify(update), receivedAt: at });
      const head = await cases.readHead(caseKey);
      const { content } = drawHead({
        caseKey,
        caseId: update.subject,
        members: withMember(head?.members ?? noMembers, memberId),
        record: addUpdate(head?.record ?? emptyRecord, update, hash),
        previous: head,
        review: head?.review,
        instrument,
        asOf: AS_OF,
        at,
        shards: SHARDS,
      });
      await cases.writeHead(caseKey, content, head?.version);
    },
  };
}

export interface Page extends Output {
  text(): string;
}

/** A terminal or file that keeps what is written. */
export function page(options: { isTerminal?: boolean; columns?: number; rows?: number } = {}): Page {
  const { isTerminal = false, columns = 80, rows = 40 } = options;
  let text = '';
  return {
    isTerminal,
    columns,
    rows,
    text: () => text,
    async write(more) {
      text += more;
    },
  };
}

/** Reading in which nobody looks on and nobody interrupts. */
export const silent = {
  input_bytes: undefined,
  progress: async () => noProgress,
  signal: new AbortController().signal,
};
