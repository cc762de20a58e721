/** What the person has in hand. */
import type { PageProps } from '../app/ports.ts';
import { PageHeading } from '../ui/page-heading.tsx';

export function ClaimsPage({ ports }: PageProps<'claims'>) {
  return <PageHeading ports={ports} title="My claims" />;
}
