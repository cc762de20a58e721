/** What the page has to say without being asked: read aloud politely, and shown at the foot for a while. */
import { useEffect, useState } from 'preact/hooks';
import type { Said } from './edges.ts';
import { type Signal, useSignal } from './signal.ts';

/** Long enough to be read twice. What they tell also stands on the page, so nothing is lost with them. */
const SHOWN_MS = 7_000;

export function Messages({ said }: { readonly said: Signal<Said> }) {
  const { text, number } = useSignal(said);
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    if (text === '') return;
    setShown(true);
    const timer = setTimeout(() => setShown(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [number]);
  return (
    <div role="status">
      {isShown && (
        // A new element for each message, so that the same words are read again.
        <p key={number} class="message">
          {text}
        </p>
      )}
    </div>
  );
}
