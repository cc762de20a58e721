import { describe, expect, it } from 'vitest';
import { draftsIn } from '../app/drafts.ts';
import { memoryTextStore } from '../testing/text-store.ts';
import type { OpenId, SignedIn } from './open-id.ts';
import { sessionOf } from './session.ts';

const PAGE = 'https://page.example';
const START_MS = Date.parse('2021-08-02T14:00:00.000Z');
const signedIn: SignedIn = {
  kind: 'signed-in',
  tokens: { access: 'secret-token', id: 'secret-id', endsAtMs: START_MS + 900_000 },
  returnTo: '/claims',
};

/** A session over an issuer that answers as told, with everything that can be seen from outside. */
function sessionWith({ finish = signedIn, isIssuerDown = false } = {}) {
  const store = memoryTextStore();
  const drafts = draftsIn(store);
  const left: string[] = [];
  const asked: string[] = [];
  const told: string[] = [];
  let nowMs = START_MS;
  const openId: OpenId = {
    begin: (returnTo) => {
      asked.push(returnTo);
      return Promise.resolve(isIssuerDown ? undefined : 'https://issuer.example/authorize?x=1');
    },
    finish: () => Promise.resolve(finish),
    end: (id) => Promise.resolve(id === undefined ? undefined : `https://issuer.example/end?hint=${id}`),
  };
  const session = sessionOf({
    openId,
    store,
    drafts,
    nowMs: () => nowMs,
    leaveFor: (address) => left.push(address),
    tellTabs: () => told.push('signed out'),
  });
  return { session, store, drafts, left, asked, told, pass: (seconds: number) => (nowMs += seconds * 1000) };
}

const answer = new URL(`${PAGE}/?code=c&state=s`);

describe('a session', () => {
  it('begins with the issuer’s answer, and the token is in no storage', async () => {
    const { session, store } = sessionWith();
    expect(session.token()).toBeUndefined();
    expect(await session.open(answer)).toEqual({ kind: 'signed-in', returnTo: '/claims' });
    expect(session.token()).toBe('secret-token');
    expect(JSON.stringify([...store.texts])).not.toContain('secret');
  });

  it('ends with the token, to the second', async () => {
    const { session, pass } = sessionWith();
    await session.open(answer);
    expect(session.secondsLeft()).toBe(900);
    pass(899);
    expect(session.token()).toBe('secret-token');
    pass(1);
    expect(session.token()).toBeUndefined();
    expect(session.secondsLeft()).toBe(0);
  });

  it('waits for a person where nobody was signed in', async () => {
    const { session, left } = sessionWith();
    expect(await session.open(new URL(`${PAGE}/claims`))).toEqual({ kind: 'signed-out', why: 'nobody' });
    expect(left).toEqual([]);
  });

  it('goes to the issuer by itself after a reload, and back to where it was', async () => {
    const { session, left, asked } = sessionWith();
    session.belongsTo('r-alma');
    expect(await session.open(new URL(`${PAGE}/policies/p?x=1#rule`))).toEqual({ kind: 'leaving' });
    expect(asked).toEqual(['/policies/p?x=1#rule']);
    expect(left).toEqual(['https://issuer.example/authorize?x=1']);
  });

  it.each(['refused', 'unreachable'] as const)(
    'says that signing in was %s, and does not try by itself',
    async (kind) => {
      const { session, left } = sessionWith({ finish: { kind, returnTo: '/' } });
      session.belongsTo('r-alma');
      expect(await session.open(answer)).toEqual({ kind: 'signed-out', why: kind });
      expect(left).toEqual([]);
    },
  );

  it('stays when the issuer cannot be reached', async () => {
    const { session, left } = sessionWith({ isIssuerDown: true });
    expect(await session.signIn('/claims')).toEqual({ kind: 'signed-out', why: 'unreachable' });
    expect(left).toEqual([]);
  });

  it('leaves nothing behind at sign-out', async () => {
    const { session, store, drafts, left, told } = sessionWith();
    await session.open(answer);
    session.belongsTo('r-alma');
    drafts.write('k1', 'decision', 'half a reason');
    await session.signOut();
    expect(store.texts.size).toBe(0);
    expect(session.token()).toBeUndefined();
    expect(left).toEqual(['https://issuer.example/end?hint=secret-id']);
    expect(told).toEqual(['signed out']);
  });

  it('ends in every tab at once, and tells no tab twice', async () => {
    const { session, store, drafts, left, told } = sessionWith();
    await session.open(answer);
    session.belongsTo('r-alma');
    drafts.write('k1', 'decision', 'half a reason');
    session.leave();
    expect(session.token()).toBeUndefined();
    expect(store.texts.size).toBe(0);
    expect(left).toEqual(['/']);
    expect(told).toEqual([]);
  });

  it('ends here where the issuer has no end of its own', async () => {
    const { session, left } = sessionWith();
    await session.signOut();
    expect(left).toEqual(['/']);
  });

  it('gives a person their half-written reasons back, and nobody else', () => {
    const { session, drafts } = sessionWith();
    session.belongsTo('r-alma');
    drafts.write('k1', 'decision', 'half a reason');
    session.belongsTo('r-alma');
    expect(drafts.read('k1', 'decision')).toBe('half a reason');
    session.belongsTo('r-ben');
    expect(drafts.read('k1', 'decision')).toBe('');
  });
});
