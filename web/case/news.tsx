/** What is new of a case, on top of it: protection, what changed since it was claimed, what is on its way. */
import type { Ref } from 'preact';
import type { CaseView } from '../../shared/review/api/answers.ts';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { ChangeList } from './change-list.tsx';
import type { Change } from './changes.ts';
import { RestrictedNotice } from './restricted-notice.tsx';
import type { ShownCase } from './use-case.ts';

interface NewsProps {
  readonly view: CaseView;
  readonly changes: readonly Change[];
  readonly shown: Pick<ShownCase, 'newer' | 'awaited'>;
  /** Takes the focus when the case is shown anew. */
  readonly area: Ref<HTMLElement>;
  readonly onShow: (newer: CaseView) => void;
}

function OnItsWay({ awaited }: Pick<ShownCase, 'awaited'>) {
  switch (awaited) {
    case 'no':
      return null;
    case 'waiting':
      return (
        <Alert kind="info" heading="Recorded, and on its way" isAnswer>
          <p>The finding goes through the docket like any update. The case moves in a moment, and this page with it.</p>
        </Alert>
      );
    case 'over':
      return (
        <Alert kind="warning" heading="Still on its way" isAnswer>
          <p>
            The finding was recorded, and has not reached the case yet. It is not lost; come back to the case later.
          </p>
        </Alert>
      );
  }
}

export function News({ view, changes, shown, area, onShow }: NewsProps) {
  const { restricted, fellAway } = view;
  const { newer, awaited } = shown;
  return (
    <section class="case-news" aria-label="What is new" ref={area} tabIndex={-1}>
      {restricted && <RestrictedNotice />}
      <OnItsWay awaited={awaited} />
      {newer !== undefined && awaited !== 'waiting' && (
        <Alert kind="info" heading="This case is no longer as shown here" isAnswer>
          <p>What you have written is kept.</p>
          <Button onPress={() => onShow(newer)}>Show it as it is now</Button>
        </Alert>
      )}
      {fellAway && (
        <Alert kind="warning" heading="No lane asks for this case any more">
          <p>
            Its facts have changed since somebody took it in hand. The flag stays until a person decides or gives it
            back.
          </p>
        </Alert>
      )}
      {changes.length > 0 && (
        <Alert kind="info" heading="Changed since it was claimed or opened">
          <ChangeList changes={changes} />
        </Alert>
      )}
    </section>
  );
}
