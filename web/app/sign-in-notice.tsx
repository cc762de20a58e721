/** A sign-in that is about to end can be renewed; one that has ended must be, and nothing half-written is lost by it. */
import { useEffect, useState } from 'preact/hooks';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import type { Edges } from './edges.ts';
import { useSignal } from './signal.ts';

/** Told two minutes before the end: time to finish a sentence and renew. */
const WARN_S = 120;
const LOOK_S = 5;

type Left = 'enough' | 'little' | 'none';

export function SignInNotice({ edges }: { readonly edges: Pick<Edges, 'session' | 'ended' | 'ports' | 'router'> }) {
  const { session, ended, ports } = edges;
  const hasEnded = useSignal(ended);
  const [left, setLeft] = useState<Left>('enough');
  const [isBusy, setBusy] = useState(false);
  const [isUnreachable, setUnreachable] = useState(false);
  useEffect(() => {
    const look = () => {
      const seconds = session.secondsLeft();
      setLeft(seconds <= 0 ? 'none' : seconds <= WARN_S ? 'little' : 'enough');
    };
    look();
    return ports.every(LOOK_S, look);
  }, [session]);

  async function renew(): Promise<void> {
    setBusy(true);
    setUnreachable(false);
    const standing = await session.signIn(edges.router.address());
    setBusy(false);
    setUnreachable(standing.kind === 'signed-out');
  }

  const button = (text: string, look: 'solid' | 'plain') => (
    <Button look={look} isBusy={isBusy} busyText="Going to sign-in" onPress={() => void renew()}>
      {text}
    </Button>
  );
  if (hasEnded || left === 'none') {
    return (
      <Dialog title="Your sign-in has ended">
        <p>Sign in again to go on where you are. Reasons that you were writing are kept in this tab.</p>
        {isUnreachable && (
          <Alert kind="error" isAnswer>
            <p>The service that signs you in cannot be reached. Try again in a moment.</p>
          </Alert>
        )}
        {button('Sign in again', 'solid')}
      </Dialog>
    );
  }
  return (
    <div role="status">
      {left === 'little' && (
        <Alert kind="info" isSlim>
          <p>
            <strong>Your sign-in ends in less than two minutes.</strong> Reasons that you are writing are kept in this
            tab. {button('Renew it now', 'plain')}
          </p>
        </Alert>
      )}
    </div>
  );
}
