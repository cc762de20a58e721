/**
 * Half-written reasons by case key. They are in the tab's session storage and nowhere else, because a token may end while a
 * person writes and the way back to sign-in leaves the page: losing the text would cost the work, a longer-lived store
 * would leave reasons about a case on a shared machine. A reason is cleared when it was sent, all are at sign-out, and
 * the browser drops them with the tab.
 */

/** What of the browser's `Storage` is needed. */
export type TextStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

export interface Drafts {
  /** The text kept for a form of a case; empty where there is none. */
  readonly read: (caseKey: string, form: string) => string;
  readonly write: (caseKey: string, form: string, text: string) => void;
  readonly clear: (caseKey: string, form: string) => void;
  readonly clearAll: () => void;
}

const PREFIX = 'own-motion.draft.';

export function draftsIn(store: TextStore): Drafts {
  const nameOf = (caseKey: string, form: string) => `${PREFIX}${caseKey}.${form}`;
  return {
    read: (caseKey, form) => store.getItem(nameOf(caseKey, form)) ?? '',
    write(caseKey, form, text) {
      if (text === '') store.removeItem(nameOf(caseKey, form));
      else store.setItem(nameOf(caseKey, form), text);
    },
    clear: (caseKey, form) => store.removeItem(nameOf(caseKey, form)),
    clearAll() {
      const names = Array.from({ length: store.length }, (_, index) => store.key(index));
      for (const name of names) if (name?.startsWith(PREFIX)) store.removeItem(name);
    },
  };
}
