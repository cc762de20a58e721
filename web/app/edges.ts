/** What the frame works with beside the ports of pages: the session, the history, and what changes by itself. */
import type { Api } from '../api/api.ts';
import type { Session } from '../sign-in/session.ts';
import type { PagePorts } from './ports.ts';
import type { Router } from './router.ts';
import type { Signal } from './signal.ts';

/** Something said to the person; the number tells the same words said again from the first time. */
export interface Said {
  readonly text: string;
  readonly number: number;
}

export interface Edges {
  readonly api: Api;
  readonly session: Session;
  readonly router: Router;
  /** Address that the page was opened at, which may be an issuer's answer. */
  readonly openedAt: URL;
  /** Whether the API answered the last call. */
  readonly reachable: Signal<boolean>;
  /** Set when a call found that the sign-in has ended. */
  readonly ended: Signal<boolean>;
  readonly said: Signal<Said>;
  readonly ports: Omit<PagePorts, 'me'>;
  /** Puts the handling banner on every sheet of paper. */
  readonly markSheets: (banner: string) => void;
  readonly reload: () => void;
}
