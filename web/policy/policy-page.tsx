/** An instrument as a document. */
import type { PageProps } from '../app/ports.ts';
import { PageHeading } from '../ui/page-heading.tsx';

export function PolicyPage({ ports }: PageProps<'policy'>) {
  return <PageHeading ports={ports} title="Instrument" />;
}
