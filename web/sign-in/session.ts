/**
 * Whether somebody is signed in, and how it came about. The token is in this closure and nowhere else; it is renewed by
 * going to the issuer again, which asks nothing of a person whose session there still lasts.
 */
import type { Drafts, TextStore } from '../app/drafts.ts';
import type { OpenId, Tokens } from './open-id.ts';
import { isAnswer } from './open-id.ts';

export type Standing =
  | { readonly kind: 'signed-in'; readonly returnTo: string | undefined }
  | { readonly kind: 'signed-out'; readonly why: 'nobody' | 'refused' | 'unreachable' }
  /** The browser is on its way to the issuer. */
  | { readonly kind: 'leaving' };

export interface Session {
  /** Undefined when there is none or it has ended. */
  readonly token: () => string | undefined;
  /** Seconds left of the sign-in; 0 once it has ended. */
  readonly secondsLeft: () => number;
  /** What to do as the page opens: finish a sign-in, begin one, or wait for a person to. */
  readonly open: (address: URL) => Promise<Standing>;
  readonly signIn: (returnTo: string) => Promise<Standing>;
  readonly signOut: () => Promise<void>;
  /** Ends it in this tab because the person has signed out in another. */
  readonly leave: () => void;
  /** Drops what another person left half-written in this tab. */
  readonly belongsTo: (personId: string) => void;
}

export interface SessionPorts {
  readonly openId: OpenId;
  readonly store: TextStore;
  readonly drafts: Drafts;
  readonly nowMs: () => number;
  /** Leaves the page. */
  readonly leaveFor: (address: string) => void;
  /** Tells the other tabs of this browser that the person signs out. */
  readonly tellTabs: () => void;
}

/** Who is signed in in this tab, so that a reload goes to the issuer without asking, and a colleague finds no drafts. */
const PERSON = 'own-motion.person';

export function sessionOf({ openId, store, drafts, nowMs, leaveFor, tellTabs }: SessionPorts): Session {
  let tokens: Tokens | undefined;
  const secondsLeft = () => (tokens === undefined ? 0 : Math.max(0, (tokens.endsAtMs - nowMs()) / 1000));

  async function signIn(returnTo: string): Promise<Standing> {
    const address = await openId.begin(returnTo);
    if (address === undefined) return { kind: 'signed-out', why: 'unreachable' };
    leaveFor(address);
    return { kind: 'leaving' };
  }

  function forget(): void {
    tokens = undefined;
    drafts.clearAll();
    store.removeItem(PERSON);
  }

  return {
    token: () => (secondsLeft() > 0 ? tokens?.access : undefined),
    secondsLeft,
    async open(address) {
      if (isAnswer(address)) {
        const answer = await openId.finish(address);
        if (answer.kind === 'signed-in') {
          tokens = answer.tokens;
          return { kind: 'signed-in', returnTo: answer.returnTo };
        }
        return { kind: 'signed-out', why: answer.kind };
      }
      if (store.getItem(PERSON) === null) return { kind: 'signed-out', why: 'nobody' };
      return signIn(`${address.pathname}${address.search}${address.hash}`);
    },
    signIn,
    async signOut() {
      const { id } = tokens ?? {};
      forget();
      tellTabs();
      leaveFor((await openId.end(id)) ?? '/');
    },
    leave() {
      forget();
      leaveFor('/');
    },
    belongsTo(personId) {
      const before = store.getItem(PERSON);
      if (before !== null && before !== personId) drafts.clearAll();
      store.setItem(PERSON, personId);
    },
  };
}
