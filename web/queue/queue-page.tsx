/** The queue of an office. */
import type { PageProps } from '../app/ports.ts';
import { PageHeading } from '../ui/page-heading.tsx';

export function QueuePage({ ports }: PageProps<'queue'>) {
  return <PageHeading ports={ports} title="Queue" />;
}
