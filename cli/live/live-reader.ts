/** Reads for the live view what the stores know. */
import type { CalendarDate } from '../../events/dates.ts';
import type { Instrument } from '../../shared/policy/instruments.ts';
import type { CaseStore, QuarantineStore } from '../../shared/store/store.ts';
import type { LiveViewOptions } from './live-view.ts';
import { storyOf } from './reasons.ts';

export interface LiveSources {
  cases: Pick<CaseStore, 'scanFlags' | 'readHead'>;
  quarantine: Pick<QuarantineStore, 'listRecent'>;
  instrument: Instrument;
  /** Day that cases are classified as of. */
  asOf(): CalendarDate;
  /** Today in UTC: the newest day on which a message may have been set aside. */
  today(): CalendarDate;
  /** Messages of the queue, as the local run knows them. */
  depth(): { sent?: number; waiting: number; inFlight: number; dead: number };
}

/** Days of quarantine that are counted. */
const QUARANTINE_DAYS = 7;

export function liveReader(sources: LiveSources): Pick<LiveViewOptions, 'readFlags' | 'readStory' | 'readCounts'> {
  const { cases, quarantine, instrument } = sources;
  return {
    readFlags: () => cases.scanFlags(),
    async readStory(caseKey) {
      const head = await cases.readHead(caseKey);
      return head === undefined ? undefined : storyOf(head, instrument, sources.asOf());
    },
    async readCounts() {
      let setAside = 0;
      for await (const _ of quarantine.listRecent({ newest: sources.today(), days: QUARANTINE_DAYS })) setAside += 1;
      return { ...sources.depth(), setAside };
    },
  };
}
