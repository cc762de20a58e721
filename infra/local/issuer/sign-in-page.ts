/** The issuer's page: choose which of the sample reviewers to be. Plain HTML without a script. */
import type { SamplePerson } from './people.ts';

const style = `
  body { font: 1.06rem/1.5 system-ui, sans-serif; max-width: 40rem; margin: 0 auto; padding: 1.5rem; color: #1b1b1b; background: #fff; }
  ul { list-style: none; padding: 0; display: grid; gap: .75rem; }
  button { font: inherit; text-align: left; width: 100%; padding: .75rem 1rem; border: 2px solid #005ea2; border-radius: .25rem; background: #fff; color: #005ea2; cursor: pointer; }
  button:hover { background: #e8f2fa; }
  button:focus-visible { outline: .25rem solid #2491ff; outline-offset: 2px; }
  strong { display: block; } span { color: #1b1b1b; }
`;

export interface SignInPage {
  readonly people: readonly SamplePerson[];
  /** Parameters of the authorization request, handed on. */
  readonly asked: Readonly<Record<string, string>>;
}

export function signInPage({ people, asked }: SignInPage): string {
  const hidden = Object.entries(asked).map(
    ([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`,
  );
  const buttons = people.map(
    ({ id, name, about }) =>
      `<li><button name="person" value="${escaped(id)}"><strong>${escaped(name)}</strong><span>${escaped(about)}</span></button></li>`,
  );
  return page(
    'Sign in to the sample',
    `<p>This sign-in is part of the run on this machine. The people are made up; choose whom to be.</p>
    <form method="post" action="/authorize">${hidden.join('')}<ul>${buttons.join('')}</ul></form>`,
  );
}

export function messagePage(title: string, message: string): string {
  return page(title, `<p>${escaped(message)}</p>`);
}

function page(title: string, content: string): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${escaped(title)} - Own Motion</title>
    <link rel="icon" href="data:,">
    <style>${style}</style>
  </head>
  <body>
    <main>
      <h1>${escaped(title)}</h1>
      ${content}
    </main>
  </body>
</html>
`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
