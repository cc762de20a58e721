/** Before anyone is signed in: what this is, and the one button. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';

const WHY = {
  nobody: undefined,
  refused: 'Signing in did not succeed. Try again; if it fails again, tell whoever runs this service.',
  unreachable: 'The service that signs you in cannot be reached. Try again in a moment.',
} as const;

export interface SignInPageProps {
  readonly why: keyof typeof WHY;
  readonly onSignIn: () => Promise<void>;
}

export function SignInPage({ why, onSignIn }: SignInPageProps) {
  const [isBusy, setBusy] = useState(false);
  const isMounted = useRef(true);
  useEffect(() => {
    document.title = 'Sign in - Own Motion';
    return () => {
      isMounted.current = false;
    };
  }, []);
  const says = WHY[why];
  return (
    <main class="notice">
      <p class="notice-name">Own Motion</p>
      <h1>Sign in</h1>
      {says !== undefined && (
        <Alert kind="error" isAnswer>
          <p>{says}</p>
        </Alert>
      )}
      <p>
        For attorneys who review cases that an enforcement instrument says to look at on the government’s own motion.
        The program shows facts, law and what is missing. It decides nothing.
      </p>
      <p>For authorized use only. Opening a restricted case, and every decision, is recorded with your name.</p>
      <Button
        look="solid"
        isBusy={isBusy}
        busyText="Going to sign-in"
        onPress={() => {
          setBusy(true);
          void onSignIn().finally(() => isMounted.current && setBusy(false));
        }}
      >
        Sign in
      </Button>
    </main>
  );
}
