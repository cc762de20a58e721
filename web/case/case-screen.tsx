/** The whole of a case on one screen: facts, then law, then what is missing, and only then what follows. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { CaseView } from '../../shared/review/api/answers.ts';
import type { Result } from '../api/result.ts';
import type { PagePorts } from '../app/ports.ts';
import { caseHandle } from '../ui/case-handle.ts';
import { PageHeading } from '../ui/page-heading.tsx';
import { isClosed, type Loaded } from '../ui/use-call.ts';
import { AtAGlance } from './at-a-glance.tsx';
import { alongside } from './changes.ts';
import { Conclusion } from './conclusion.tsx';
import { DecideForm } from './decide-form.tsx';
import { Facts } from './facts.tsx';
import { Hand } from './hand.tsx';
import { Law } from './law.tsx';
import { Missing } from './missing.tsx';
import { Nearest } from './nearest.tsx';
import { News } from './news.tsx';
import { RecordMissing, RecordOther } from './record-section.tsx';
import { Section, SectionLinks } from './sections.tsx';
import { numbersOf } from './sources.tsx';
import { Timeline } from './timeline.tsx';
import { useShownCase } from './use-case.ts';
import { WhyNoDecision } from './why-no-decision.tsx';

/** Often enough for minutes to be true. */
const CLOCK_SECONDS = 15;

function useNow({ now, every }: Pick<PagePorts, 'now' | 'every'>): string {
  const [instant, setInstant] = useState(now);
  useEffect(() => every(CLOCK_SECONDS, () => setInstant(now())), []);
  return instant;
}

interface CaseScreenProps extends Pick<Loaded<CaseView>, 'replace' | 'settle'> {
  readonly view: CaseView;
  readonly ports: PagePorts;
  readonly children: ComponentChildren;
}

export function CaseScreen({ view, ports, replace, settle, children }: CaseScreenProps) {
  const { explanation, may, timeline, changedSinceClaim } = view;
  const now = useNow(ports);
  const shown = useShownCase(view, replace, { ...ports, onClosed: settle });
  const hand = useRef<HTMLHeadingElement>(null);
  const news = useRef<HTMLElement>(null);
  const numberOf = numbersOf(explanation.updates);
  const changes = alongside(changedSinceClaim, shown.changes);

  /** The button that was pressed may be gone with the answer; the focus goes to where the answer stands. */
  function onDone(next: CaseView, said: string): void {
    shown.show(next);
    ports.say(said);
    hand.current?.focus();
  }
  function take(result: Result<CaseView>): boolean {
    if (result.kind === 'ok') {
      shown.show(result.body);
      news.current?.focus();
    } else settle(result);
    return result.kind === 'ok';
  }
  const look = async () => take(await ports.api.showCase(view.key));
  async function claim(): Promise<boolean> {
    const result = await ports.api.claim(view.key);
    // Why it was not to be had stands on the case as it is now.
    return result.kind === 'ok' || isClosed(result) ? take(result) : look();
  }
  const ways = { look, claim };
  const recording = { view, ports, ways, onSent: shown.await };
  return (
    <div class="case">
      <PageHeading ports={ports} title={`Case ${caseHandle(view.key)}`}>
        Case <span class="case-id">{view.caseId}</span>
      </PageHeading>
      {children}
      <News view={view} changes={changes} shown={shown} area={news} onShow={(body) => take({ kind: 'ok', body })} />
      <AtAGlance view={view} />
      <div class="case-columns">
        <aside class="case-side" aria-labelledby="case-hand">
          <h2 class="case-side-title" id="case-hand" ref={hand} tabIndex={-1}>
            In whose hands
          </h2>
          <Hand view={view} ports={ports} now={now} ways={ways} onDone={onDone} />
          <SectionLinks />
        </aside>
        <div class="case-main">
          <Section name="facts">
            <Facts explanation={explanation} changes={changes} numberOf={numberOf} />
          </Section>
          <Section name="law">
            <Law explanation={explanation} numberOf={numberOf} />
          </Section>
          <Section name="missing">
            <Missing explanation={explanation} form={(missing) => <RecordMissing {...recording} missing={missing} />} />
            <RecordOther {...recording} />
          </Section>
          <Section name="nearest">
            <Nearest explanation={explanation} />
          </Section>
          <Section name="conclusion">
            <Conclusion explanation={explanation} />
          </Section>
          <Section name="decision">
            {may.decide.length > 0 ? (
              <DecideForm view={view} ports={ports} ways={ways} onDone={onDone} />
            ) : (
              <WhyNoDecision view={view} role={ports.me.role} />
            )}
          </Section>
          <Section name="timeline">
            <Timeline timeline={timeline} numberOf={numberOf} />
          </Section>
        </div>
      </div>
    </div>
  );
}
