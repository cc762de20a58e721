/** There is nothing at this address, or nothing for this person: the page says the same of both. */

import { PageHeading } from '../ui/page-heading.tsx';
import { addressOf } from './place.ts';
import type { PagePorts } from './ports.ts';

export function NowherePage({ ports }: { readonly ports: Pick<PagePorts, 'arrive'> }) {
  return (
    <>
      <PageHeading ports={ports} title="Not found" />
      <p>There is no such page or case, or it is not one of yours.</p>
      <p>
        <a href={addressOf({ page: 'queue', search: '' })}>Go to the queue</a>
      </p>
    </>
  );
}
