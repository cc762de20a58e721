/** A case: its facts, the law, and what may be done about it. */
import type { PageProps } from '../app/ports.ts';
import { PageHeading } from '../ui/page-heading.tsx';

export function CasePage({ ports }: PageProps<'case'>) {
  return <PageHeading ports={ports} title="Case" />;
}
