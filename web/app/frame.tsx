/**
 * What stands around every page: handling banner, header, the instrument's status, and at the foot of the screen what
 * comes up by itself, so that it never moves what is under the cursor.
 */
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Me } from '../../shared/review/api/answers.ts';
import type { Edges } from './edges.ts';
import { Header } from './header.tsx';
import { InstrumentStatus } from './instrument-status.tsx';
import { Messages } from './messages.tsx';
import { PageView } from './page-view.tsx';
import { ReachNotice } from './reach-notice.tsx';
import { SignInNotice } from './sign-in-notice.tsx';

interface FrameProps {
  readonly edges: Edges;
  readonly me: Me;
  readonly onSignOut: () => void;
}

export function Frame({ edges, me, onSignOut }: FrameProps) {
  const { router } = edges;
  const [{ place }, setArrival] = useState(router.current);
  useEffect(() => {
    setArrival(router.current());
    return router.listen(setArrival);
  }, [router]);
  const ports = useMemo(() => ({ ...edges.ports, me }), [edges, me]);

  return (
    <div class="sheet">
      <section class="handling handling-top" aria-label="Handling">
        {me.handling}
      </section>
      <div class="sheet-body">
        <a class="usa-skipnav" href="#main">
          Skip to main content
        </a>
        <Header ports={ports} place={place} onSignOut={onSignOut} />
        <InstrumentStatus me={me} />
        <main id="main" tabIndex={-1}>
          <PageView edges={edges} ports={ports} place={place} />
        </main>
        <div class="foot-notices">
          <Messages said={edges.said} />
          <ReachNotice edges={edges} />
          <SignInNotice edges={edges} />
        </div>
      </div>
      <section class="handling handling-bottom" aria-label="Handling, repeated at the foot">
        {me.handling}
      </section>
    </div>
  );
}
