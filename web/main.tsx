/** Entry of the page: the one place that has the browser's clock, chance, storage, address and network. */
import { render } from 'preact';
import { clientOf } from './api/client.ts';
import { App } from './app/app.tsx';
import { addressToGo } from './app/click-links.ts';
import { draftsIn } from './app/drafts.ts';
import type { Edges, Said } from './app/edges.ts';
import { Notice } from './app/notice.tsx';
import { routerOf } from './app/router.ts';
import { everyVisible, markSheetsOf, saveFile } from './app/screen.ts';
import { signal } from './app/signal.ts';
import { openIdOf } from './sign-in/open-id.ts';
import { sessionOf } from './sign-in/session.ts';
import { loadSettings, type Settings } from './sign-in/settings.ts';

const { origin } = window.location;
const store = window.sessionStorage;
const nowMs = () => Date.now();
const send = (request: Request) => window.fetch(request);

function edgesOf(settings: Settings): Edges {
  const drafts = draftsIn(store);
  const router = routerOf(window);
  const reachable = signal(true);
  const ended = signal(false);
  const said = signal<Said>({ text: '', number: 0 });
  const tabs = new BroadcastChannel('own-motion.signed-out');
  const session = sessionOf({
    openId: openIdOf(settings, { fetch: send, store, nowMs, origin }),
    store,
    drafts,
    nowMs,
    leaveFor: (address) => window.location.assign(address),
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel reaches its own origin only.
    tellTabs: () => tabs.postMessage(null),
  });
  tabs.addEventListener('message', session.leave);
  const api = clientOf({
    fetch: send,
    origin,
    token: session.token,
    onSignedOut: () => ended.set(true),
    onAnswered: reachable.set,
  });
  let focusedStep = 0;
  return {
    api,
    session,
    router,
    openedAt: new URL(window.location.href),
    reachable,
    ended,
    said,
    markSheets: markSheetsOf(document),
    reload: () => window.location.reload(),
    ports: {
      api,
      go: router.go,
      now: () => new Date(nowMs()).toISOString(),
      newKey: () => crypto.randomUUID(),
      say: (text) => said.set({ text, number: said.get().number + 1 }),
      every: everyVisible(document),
      drafts,
      save: saveFile(document),
      arrive(heading, title) {
        document.title = `${title} - Own Motion`;
        const { step } = router.current();
        if (step === focusedStep) return;
        focusedStep = step;
        heading.focus();
      },
    },
  };
}

async function open(root: HTMLElement): Promise<void> {
  render(<Notice title="Opening" says="Opening the reviewers' page …" />, root);
  const settings = await loadSettings(send, origin);
  if (settings === undefined) {
    render(
      <Notice title="The page cannot open" says="The service cannot be reached. Reload the page in a moment." />,
      root,
    );
    return;
  }
  const edges = edgesOf(settings);
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const address = link === null ? undefined : addressToGo(event, link, new URL(window.location.href));
    if (address === undefined) return;
    event.preventDefault();
    edges.router.go(address);
    window.scrollTo(0, 0);
  });
  render(<App edges={edges} />, root);
}

const root = document.getElementById('page');
if (root !== null) void open(root);
