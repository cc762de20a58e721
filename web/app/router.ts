/** The browser's history as places: where the page is, going elsewhere, and coming back. */
import { type Place, placeOf } from './place.ts';

export interface Arrival {
  readonly place: Place;
  /** Grows with every navigation to another page; 0 is the place the page was opened at. */
  readonly step: number;
}

export interface Router {
  readonly current: () => Arrival;
  /** Path, query and fragment of where the page is. */
  readonly address: () => string;
  readonly go: (address: string, how?: 'push' | 'replace') => void;
  /** @returns how to stop listening */
  readonly listen: (onArrival: (arrival: Arrival) => void) => () => void;
}

/** What of the browser's window is needed. */
export type RouterWindow = Pick<Window, 'history' | 'addEventListener'> & {
  readonly location: Pick<Location, 'href' | 'pathname'>;
};

export function routerOf(window: RouterWindow): Router {
  const here = () => placeOf(new URL(window.location.href));
  const listeners = new Set<(arrival: Arrival) => void>();
  let arrival: Arrival = { place: here(), step: 0 };
  let path = window.location.pathname;

  // A jump within a page, as the skip link makes, and another filter are no arrival: the focus stays where it is.
  function arrive(how: 'step' | 'replace'): void {
    const isStep = how === 'step' && window.location.pathname !== path;
    path = window.location.pathname;
    arrival = { place: here(), step: arrival.step + (isStep ? 1 : 0) };
    for (const listener of listeners) listener(arrival);
  }

  window.addEventListener('popstate', () => arrive('step'));
  return {
    current: () => arrival,
    address() {
      const { pathname, search, hash } = new URL(window.location.href);
      return `${pathname}${search}${hash}`;
    },
    go(address, how = 'push') {
      if (how === 'replace') window.history.replaceState(null, '', address);
      else window.history.pushState(null, '', address);
      arrive(how === 'replace' ? 'replace' : 'step');
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
