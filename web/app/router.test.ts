import { describe, expect, it } from 'vitest';
import { routerOf } from './router.ts';

/** A window with a history that can be gone back in. */
function windowAt(address: string) {
  const entries = [new URL(address, 'https://page.example')];
  let onPop: () => void = () => {};
  const goTo = (to: string) => new URL(to, entries.at(-1));
  const window = {
    location: {
      get href() {
        return entries.at(-1)?.href ?? '';
      },
      get pathname() {
        return entries.at(-1)?.pathname ?? '';
      },
    },
    history: {
      pushState: (_: unknown, _title: string, to: string) => void entries.push(goTo(to)),
      replaceState: (_: unknown, _title: string, to: string) => void entries.splice(-1, 1, goTo(to)),
    },
    addEventListener: (_: string, listener: () => void) => {
      onPop = listener;
    },
  };
  return {
    router: routerOf(window as unknown as Parameters<typeof routerOf>[0]),
    back: () => {
      entries.pop();
      onPop();
    },
    jump: (hash: string) => {
      entries.push(goTo(hash));
      onPop();
    },
  };
}

describe('going from place to place', () => {
  it('counts arrivals at another page, so that its heading takes the focus once', () => {
    const { router, back } = windowAt('/claims');
    const steps: (readonly [string, number])[] = [];
    router.listen(({ place, step }) => steps.push([place.page, step]));
    router.go('/cases/k1');
    router.go('/');
    back();
    expect(steps).toEqual([
      ['case', 1],
      ['queue', 2],
      ['case', 3],
    ]);
  });

  it('leaves the focus alone at another filter, a jump within the page, and the way back from the issuer', () => {
    const { router, jump } = windowAt('/?code=c&state=s');
    router.go('/claims', 'replace');
    expect(router.current()).toEqual({ place: { page: 'claims' }, step: 0 });
    router.go('/');
    router.go('/?office=LOS&lane=triage');
    router.go('/?office=LOS&lane=triage&custody=detained', 'replace');
    jump('#main');
    expect(router.current().step).toBe(1);
    expect(router.address()).toBe('/?office=LOS&lane=triage&custody=detained#main');
  });

  it('tells nobody who has stopped listening', () => {
    const { router } = windowAt('/');
    let arrivals = 0;
    const stop = router.listen(() => (arrivals += 1));
    router.go('/claims');
    stop();
    router.go('/');
    expect(arrivals).toBe(1);
  });
});
