/** What a page works with: everything that is not a pure function of its props comes in here. */
import type { Me } from '../../shared/review/api/answers.ts';
import type { Api } from '../api/api.ts';
import type { Drafts } from './drafts.ts';
import type { Place } from './place.ts';

export interface PagePorts {
  readonly api: Api;
  readonly me: Me;
  /** Goes to an address of `addressOf`. Plain links to such an address need no more than their `href`. */
  readonly go: (address: string, how?: 'push' | 'replace') => void;
  /** Instant, ISO 8601 in UTC. */
  readonly now: () => string;
  /** A fresh idempotency key: one for every act a person means, see `web/ui/use-act.ts`. */
  readonly newKey: () => string;
  /** Read aloud by screen readers, politely, and shown for a while at the foot of the screen. */
  readonly say: (message: string) => void;
  /** Calls again and again while the page is in view; returns how to stop it. */
  readonly every: (seconds: number, tick: () => void) => () => void;
  /** Half-written reasons, kept through a sign-in. */
  readonly drafts: Drafts;
  /** Saves a file on the reader's machine. */
  readonly save: (fileName: string, content: Blob) => void;
  /** Called by `PageHeading`: names the page and takes the focus after a navigation. */
  readonly arrive: (heading: HTMLElement, title: string) => void;
}

/** Every page is a component of these. */
export interface PageProps<Name extends Place['page']> {
  readonly ports: PagePorts;
  readonly params: Extract<Place, { page: Name }>;
}
