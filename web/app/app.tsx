/** The page from the moment it opens: signing in, then the frame around the place a person is at. */
import { useEffect, useState } from 'preact/hooks';
import type { Me } from '../../shared/review/api/answers.ts';
import { saysOf } from '../api/problem.ts';
import type { Result } from '../api/result.ts';
import type { Standing } from '../sign-in/session.ts';
import { SignInPage } from '../sign-in/sign-in-page.tsx';
import { Button } from '../ui/button.tsx';
import type { Edges } from './edges.ts';
import { Frame } from './frame.tsx';
import { Notice } from './notice.tsx';
import { pages } from './pages.ts';

type Opened =
  | { readonly kind: 'opening' }
  | { readonly kind: 'signed-out'; readonly why: 'nobody' | 'refused' | 'unreachable' }
  | { readonly kind: 'signed-in'; readonly me: Me }
  | { readonly kind: 'signing-out' }
  /** Signed in, but the API does not say who it is. */
  | { readonly kind: 'stopped'; readonly says: string };

const OPENING: Opened = { kind: 'opening' };

function stoppedText(result: Exclude<Result<unknown>, { kind: 'ok' }>): string {
  if (result.kind === 'unreachable') return 'The service cannot be reached. Try again in a moment.';
  return result.kind === 'problem' && result.problem.code === 'not-allowed'
    ? 'You are signed in, but no role or office here is yours. Whoever runs this service can give you one.'
    : saysOf(result);
}

export function App({ edges }: { readonly edges: Edges }) {
  const { api, session, router, openedAt } = edges;
  const [opened, setOpened] = useState<Opened>(OPENING);

  async function meet(): Promise<void> {
    setOpened(OPENING);
    const result = await api.me();
    if (result.kind === 'ok') {
      session.belongsTo(result.body.id);
      edges.markSheets(result.body.handling);
      edges.ended.set(false);
      setOpened({ kind: 'signed-in', me: result.body });
    } else if (result.kind === 'signed-out') setOpened({ kind: 'signed-out', why: 'refused' });
    else setOpened({ kind: 'stopped', says: stoppedText(result) });
  }

  /** Nothing of a case stays on the screen while the issuer is asked, which may take its time. */
  function signOut(): void {
    setOpened({ kind: 'signing-out' });
    void session.signOut();
  }

  async function follow(standing: Standing): Promise<void> {
    switch (standing.kind) {
      case 'signed-in':
        // The issuer's answer leaves the address bar and the history before anything else happens.
        if (standing.returnTo !== undefined) router.go(standing.returnTo, 'replace');
        return meet();
      case 'signed-out':
        if (openedAt.searchParams.has('state')) router.go('/', 'replace');
        return setOpened({ kind: 'signed-out', why: standing.why });
      case 'leaving':
        return setOpened(OPENING);
    }
  }

  useEffect(() => {
    void session.open(openedAt).then(follow);
    // The code of the first page comes while the person is told apart; where it does not, its page says so.
    const { page } = router.current().place;
    if (page !== 'nowhere') pages[page]().catch(() => undefined);
  }, []);

  switch (opened.kind) {
    case 'opening':
      return <Notice title="Opening" says="Opening the reviewers' page …" />;
    case 'signed-out':
      return <SignInPage why={opened.why} onSignIn={() => session.signIn(router.address()).then(follow)} />;
    case 'stopped':
      return (
        <Notice title="The page cannot open" says={opened.says}>
          <Button onPress={() => void meet()}>Try again</Button>{' '}
          <Button look="plain" onPress={signOut}>
            Sign out
          </Button>
        </Notice>
      );
    case 'signing-out':
      return <Notice title="Signing out" says="Signing out …" />;
    case 'signed-in':
      return <Frame edges={edges} me={opened.me} onSignOut={signOut} />;
  }
}
