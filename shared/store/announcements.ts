/** What was last announced of each case: an attribute of its head that whoever announces writes, and nobody else. */
import type { Announced } from '../announce/flag-event.ts';
import type { CaseHead, SegmentPage, SegmentRead } from './store.ts';

export interface AnnouncedHead {
  readonly head: CaseHead;
  readonly announced: Announced | undefined;
}

export interface AnnouncedPage extends SegmentPage {
  readonly heads: readonly AnnouncedHead[];
  /** Keys of cases whose head is not as this program writes it. */
  readonly unreadable: readonly string[];
}

export interface Announcements {
  /**
   * Moves no version. `known`: what the head notes is of the same change or a later one, or there is no head.
   */
  noteAnnounced(caseKey: string, announced: Announced): Promise<'noted' | 'known'>;
  /** Strongly consistent. */
  readAnnounced(caseKey: string): Promise<AnnouncedHead | undefined>;
  scanAnnounced(read: SegmentRead): Promise<AnnouncedPage>;
}
