/** The sections of a case in their order, and links to them. What the program suggests comes after facts and law. */
import type { ComponentChildren } from 'preact';

const SECTIONS = {
  facts: 'What is on record',
  law: 'What the policy finds in it',
  missing: 'What is missing and would decide',
  nearest: 'What would change the lane',
  conclusion: 'What follows, for an attorney to decide',
  decision: 'Your decision',
  timeline: 'Timeline',
} as const;

type SectionName = keyof typeof SECTIONS;

export function Section({ name, children }: { readonly name: SectionName; readonly children: ComponentChildren }) {
  return (
    <section class={`case-section case-section-${name}`} aria-labelledby={name}>
      <h2 class="case-section-title" id={name} tabIndex={-1}>
        {SECTIONS[name]}
      </h2>
      {children}
    </section>
  );
}

export function SectionLinks() {
  return (
    <nav class="case-links case-no-print" aria-label="On this page">
      <ol>
        {Object.entries(SECTIONS).map(([name, title]) => (
          <li key={name}>
            <a href={`#${name}`}>{title}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
