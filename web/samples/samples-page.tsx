/** Random samples of unflagged cases, for blind review. */
import type { PageProps } from '../app/ports.ts';
import { PageHeading } from '../ui/page-heading.tsx';

export function SamplesPage({ ports }: PageProps<'samples'>) {
  return <PageHeading ports={ports} title="Samples" />;
}
