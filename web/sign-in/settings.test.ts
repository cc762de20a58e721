import { describe, expect, it } from 'vitest';
import { loadSettings } from './settings.ts';

const good = { issuer: 'https://issuer.example', clientId: 'page', scope: 'openid' };
const load = (answer: () => Response) => loadSettings(async () => answer(), 'https://page.example');

describe('what the page must know before anyone has signed in', () => {
  it('comes from its own origin', async () => {
    const asked: string[] = [];
    const settings = await loadSettings(async ({ url }) => {
      asked.push(url);
      return Response.json(good);
    }, 'https://page.example');
    expect(settings).toEqual(good);
    expect(asked).toEqual(['https://page.example/config.json']);
  });

  it.each([
    ['is not there', () => new Response('', { status: 404 })],
    ['is no JSON', () => new Response('<!doctype html>')],
    ['names no issuer', () => Response.json({ ...good, issuer: undefined })],
    ['names an issuer that is no address', () => Response.json({ ...good, issuer: 'the usual one' })],
    ['names no client', () => Response.json({ ...good, clientId: 7 })],
    ['names no scope', () => Response.json({ ...good, scope: null })],
    ['is nothing', () => Response.json(null)],
    [
      'never comes',
      () => {
        throw new TypeError('Failed to fetch');
      },
    ],
  ])('is not guessed when it %s', async (_, answer) => {
    expect(await load(answer)).toBeUndefined();
  });
});
