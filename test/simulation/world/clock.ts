/** The world's time, and the order in which whatever waits goes on. Nothing here is asynchronous by itself. */
import type { Chance } from './chance.ts';

/** A process of the world: a container of a function, or what it left behind. */
export interface Life {
  readonly name: string;
  isDead: boolean;
}

interface Parked {
  readonly life: Life;
  readonly label: string;
  readonly wakeAt: number;
  readonly go: () => void;
}

export interface Clock {
  /** Milliseconds since 1970. */
  now: number;
  step: number;
  /** Resolves when the world lets its life go on; never, if that ends first. */
  park(life: Life, label: string, millis?: number): Promise<void>;
  /** Done by nobody in particular, at some later step. */
  later(label: string, work: () => void): void;
  /** Lets one of those that wait go on; false where nobody may. */
  resumeOne(chance: Chance, inOrder: boolean): string | undefined;
  waiting(): number;
  /** When the first that sleeps wakes. */
  nextWake(): number | undefined;
  end(life: Life): void;
}

const NOBODY: Life = { name: 'nobody', isDead: false };

export function makeClock(start: number): Clock {
  let parked: Parked[] = [];
  const clock: Clock = {
    now: start,
    step: 0,
    park: (life, label, millis = 0) =>
      new Promise((go) => {
        if (!life.isDead) parked.push({ life, label, wakeAt: clock.now + millis, go });
      }),
    later: (label, go) => void parked.push({ life: NOBODY, label, wakeAt: clock.now, go }),
    resumeOne(chance, inOrder) {
      const awake = parked.filter(({ wakeAt }) => wakeAt <= clock.now);
      if (awake.length === 0) return undefined;
      const chosen = inOrder ? awake[0] : chance.pick(awake);
      if (chosen === undefined) return undefined;
      parked.splice(parked.indexOf(chosen), 1);
      chosen.go();
      return `${chosen.life.name} ${chosen.label}`;
    },
    waiting: () => parked.length,
    nextWake: () => (parked.length === 0 ? undefined : Math.min(...parked.map(({ wakeAt }) => wakeAt))),
    end(life) {
      life.isDead = true;
      parked = parked.filter((each) => each.life !== life);
    },
  };
  return clock;
}

/** Until every promise that could go on has gone on: nothing in a world waits for anything outside it. */
export function settle(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
