/** A sampled case without the program's answer. */
import type { PageProps } from '../app/ports.ts';
import { PageHeading } from '../ui/page-heading.tsx';

export function BlindPage({ ports }: PageProps<'blind'>) {
  return <PageHeading ports={ports} title="Blind review" />;
}
