/** What changed, each fact with what it was and what it is. */
import type { Change } from './changes.ts';
import { sentence, valueText } from './words.ts';

export function ChangeList({ changes }: { readonly changes: readonly Change[] }) {
  return (
    <ul class="case-changes">
      {changes.map(({ path, name, from, to }) => (
        <li key={path}>
          <strong>{sentence(name)}</strong>: was {valueText(from)}, is now {valueText(to)}
        </li>
      ))}
    </ul>
  );
}
