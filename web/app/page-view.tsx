/** Shows the page of a place: loads its code when it is first needed, and says so when it cannot. */
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import type { Edges } from './edges.ts';
import { NowherePage } from './nowhere-page.tsx';
import { pages } from './pages.ts';
import type { PageName, Place } from './place.ts';
import type { PagePorts, PageProps } from './ports.ts';

interface PageViewProps {
  readonly edges: Edges;
  readonly ports: PagePorts;
  readonly place: Place;
}

/** A page starts anew for another case or office, and goes on for another filter or rule. */
function identityOf(place: Place): string {
  switch (place.page) {
    case 'case':
      return `case ${place.key}`;
    case 'blind':
      return `blind ${place.key} ${place.sample}`;
    case 'summary':
    case 'samples':
      return `${place.page} ${place.office}`;
    case 'policy':
      return `policy ${place.id}`;
    case 'queue':
    case 'claims':
    case 'nowhere':
      return place.page;
  }
}

export function PageView({ edges, ports, place }: PageViewProps) {
  const key = identityOf(place);
  switch (place.page) {
    case 'nowhere':
      return <NowherePage ports={ports} />;
    case 'queue':
      return <Loaded key={key} name="queue" params={place} ports={ports} edges={edges} />;
    case 'claims':
      return <Loaded key={key} name="claims" params={place} ports={ports} edges={edges} />;
    case 'case':
      return <Loaded key={key} name="case" params={place} ports={ports} edges={edges} />;
    case 'blind':
      return <Loaded key={key} name="blind" params={place} ports={ports} edges={edges} />;
    case 'summary':
      return <Loaded key={key} name="summary" params={place} ports={ports} edges={edges} />;
    case 'samples':
      return <Loaded key={key} name="samples" params={place} ports={ports} edges={edges} />;
    case 'policy':
      return <Loaded key={key} name="policy" params={place} ports={ports} edges={edges} />;
  }
}

type LoadedProps<Name extends PageName> = PageProps<Name> & { readonly name: Name; readonly edges: Edges };

function Loaded<Name extends PageName>({ name, params, ports, edges }: LoadedProps<Name>) {
  const [Page, setPage] = useState<ComponentType<PageProps<Name>>>();
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    let isWanted = true;
    pages[name]().then(
      (page) => isWanted && setPage(() => page),
      () => isWanted && setFailed(true),
    );
    return () => {
      isWanted = false;
    };
  }, [name]);
  if (Page !== undefined) return <Page ports={ports} params={params} />;
  if (!hasFailed) return <p role="status">Loading …</p>;
  return (
    <div role="alert">
      <h1>This part of the page could not be loaded</h1>
      <p>A newer version may have been put in place, or the service cannot be reached. What you wrote is kept.</p>
      <Button onPress={edges.reload}>Reload the page</Button>
    </div>
  );
}
