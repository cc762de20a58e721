import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { everyVisible } from './screen.ts';

class Screen extends EventTarget {
  hidden = false;
  turn(hidden: boolean) {
    this.hidden = hidden;
    this.dispatchEvent(new Event('visibilitychange'));
  }
}

describe('a timer of the page', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  function ticking() {
    const screen = new Screen();
    let ticks = 0;
    const stop = everyVisible(screen as unknown as Document)(20, () => (ticks += 1));
    return { screen, stop, ticks: () => ticks };
  }

  it('ticks while the page is in view, and until it is stopped', () => {
    const { stop, ticks } = ticking();
    vi.advanceTimersByTime(60_000);
    expect(ticks()).toBe(3);
    stop();
    vi.advanceTimersByTime(60_000);
    expect(ticks()).toBe(3);
  });

  it('rests while nobody looks, and ticks once at their return', () => {
    const { screen, ticks } = ticking();
    screen.turn(true);
    vi.advanceTimersByTime(600_000);
    expect(ticks()).toBe(0);
    screen.turn(false);
    expect(ticks()).toBe(1);
    screen.turn(true);
    screen.turn(false);
    expect(ticks()).toBe(1);
  });

  it('is silent after it was stopped, also at a return', () => {
    const { screen, stop, ticks } = ticking();
    screen.turn(true);
    vi.advanceTimersByTime(30_000);
    stop();
    screen.turn(false);
    expect(ticks()).toBe(0);
  });
});
