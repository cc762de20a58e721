/** A row of links of which one is where the reader is: tabs that have addresses, and that wrap on a narrow screen. */

export interface LinkTab {
  readonly address: string;
  readonly text: string;
  /** How many are behind it; read aloud after the text. */
  readonly count?: string | undefined;
  readonly isCurrent: boolean;
}

export function LinkTabs({ label, tabs }: { readonly label: string; readonly tabs: readonly LinkTab[] }) {
  return (
    <nav class="tabs" aria-label={label}>
      <ul>
        {tabs.map(({ address, text, count, isCurrent }) => (
          <li key={address}>
            <a href={address} aria-current={isCurrent ? 'page' : undefined}>
              {text}
              {count !== undefined && <span class="tab-count"> {count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
