/** Makes the draft of a motion on this machine and saves it. Nothing of the case stands in the file's name or inside. */
import { useState } from 'preact/hooks';
import type { DraftMotion } from '../../shared/review/api/answers.ts';
import type { PagePorts } from '../app/ports.ts';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { Refusal } from '../ui/refusal.tsx';
import type { Refused } from './refused.ts';

interface DraftMotionButtonProps {
  readonly caseKey: string;
  readonly kind: DraftMotion['kind'];
  readonly ports: PagePorts;
}

type State =
  | { readonly kind: 'idle' | 'busy' | 'saved' | 'not-made' }
  | { readonly kind: 'refused'; readonly refused: Refused };

/** Word documents take a library that most visits never need, so it is loaded here. */
async function saveDraft(draft: DraftMotion, save: PagePorts['save']): Promise<void> {
  const { DRAFT_FILE_NAME, DRAFT_MEDIA_TYPE, motionBytes } = await import('../draft/motion-document.ts');
  save(DRAFT_FILE_NAME, new Blob([await motionBytes(draft)], { type: DRAFT_MEDIA_TYPE }));
}

export function DraftMotionButton({ caseKey, kind, ports }: DraftMotionButtonProps) {
  const [state, setState] = useState<State>({ kind: 'idle' });

  async function make(): Promise<void> {
    setState({ kind: 'busy' });
    const result = await ports.api.draft(caseKey, kind);
    if (result.kind !== 'ok') {
      setState({ kind: 'refused', refused: result });
      return;
    }
    const isSaved = await saveDraft(result.body, ports.save).then(
      () => true,
      () => false,
    );
    setState({ kind: isSaved ? 'saved' : 'not-made' });
    if (isSaved) ports.say('The draft was saved on this machine.');
  }

  return (
    <div class="case-draft">
      <Button isBusy={state.kind === 'busy'} busyText="Making the draft" onPress={() => void make()}>
        {kind === 'move-to-dismiss' ? 'Draft of the motion to dismiss (Word)' : 'Draft of the motion to close (Word)'}
      </Button>
      <p class="usa-hint">
        Headed DRAFT, with a blank for everything that identifies anyone. Nothing is filed, and no decision is recorded.
      </p>
      {state.kind === 'refused' && <Refusal result={state.refused} heading="No draft was made" />}
      {state.kind === 'not-made' && (
        <Alert kind="error" heading="No draft was made" isAnswer>
          <p>The file could not be put together on this machine. Try again.</p>
        </Alert>
      )}
    </div>
  );
}
