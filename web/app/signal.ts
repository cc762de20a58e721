/** A value that changes outside of rendering, such as whether the API answers, and the components that show it. */
import { useEffect, useState } from 'preact/hooks';

export interface Signal<Value> {
  readonly get: () => Value;
  readonly set: (value: Value) => void;
  /** @returns how to stop listening */
  readonly listen: (listener: (value: Value) => void) => () => void;
}

export function signal<Value>(initial: Value): Signal<Value> {
  const listeners = new Set<(value: Value) => void>();
  let current = initial;
  return {
    get: () => current,
    set(value) {
      if (Object.is(value, current)) return;
      current = value;
      for (const listener of listeners) listener(value);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export function useSignal<Value>(source: Signal<Value>): Value {
  const [value, setValue] = useState(source.get);
  useEffect(() => {
    setValue(() => source.get());
    return source.listen((next) => setValue(() => next));
  }, [source]);
  return value;
}
