import { describe, expect, it } from 'vitest';
import { listQuarantine } from '../../cli/quarantine.ts';
import { showCase } from '../../cli/show.ts';
import type { DocketUpdate } from '../../events/docket-update.ts';
import { caseWorld, clear, page, updateOf } from './case-world.ts';

const approved = { relief: { r1: { kind: 'i-130', status: 'approved', visaAvailable: true } } } as const;

async function show(updates: DocketUpdate[], caseId = 'A-1', asJson = false) {
  const world = caseWorld();
  for (const update of updates) await world.add(update);
  const out = page();
  const err = page();
  const caseKey = world.names.caseKey(caseId);
  const outcome = await showCase({ caseId, caseKey, ledger: world.cases, asJson, out, err });
  const text = out.text();
  /** Without the line breaks of an 80 column page. */
  const words = text.replaceAll(/\s+/g, ' ');
  return { outcome, text, words, err: err.text() };
}

describe('show', () => {
  it('sets facts above law, and law above what follows', async () => {
    const { outcome, text, words } = await show([updateOf('A-1', 1, clear), updateOf('A-1', 2, approved)]);
    expect(outcome).toEqual({ kind: 'done' });
    const places = [
      'Facts on record',
      ' relief.r1.visaAvailable = true',
      ' Law ',
      'law: The person is likely to be granted',
      '[OPLA memo (May 27, 2021), Dismissal of Proceedings, category 2',
      ' likely-relief: yes',
      'What follows, for an attorney to decide',
      ' decisive missing facts: none',
      ' lane: own-motion',
      ' flag: raised in own-motion',
      ' suggested to a person: dismiss, administratively-close, ask-position',
      'Updates (2), by sequence',
      ' 1 2021-07-01 entry, urn:docket:eoir, record, received 2021-08-02T12:00:01',
    ].map((part) => [part, words.indexOf(part)] as const);
    expect(places.filter(([, place]) => place === -1)).toEqual([]);
    expect(places.map(([, place]) => place)).toEqual(places.map(([, place]) => place).toSorted((a, b) => a - b));
    expect(words).toContain('(8 CFR 239.2(a)(7))');
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it('names the decisive missing facts, and what is not known as not known', async () => {
    const { backgroundCheckedOn: _, ...unchecked } = clear;
    const { text } = await show([updateOf('A-1', 1, { ...unchecked, ...approved })]);
    expect(text).toContain('  decisive missing facts: backgroundCheckedOn');
    expect(text).toContain('  national-security: not known');
    expect(text).toContain('  lane: needs-facts');
  });

  it('heads a restricted case with how it must be handled', async () => {
    const { text } = await show([updateOf('A-1', 1, { ...clear, protected1367: true })]);
    expect(text.split('\n')[1]).toMatch(/^RESTRICTED: .*8 U\.S\.C\. 1367/);
    expect((await show([updateOf('A-1', 1, clear)])).text).not.toContain('RESTRICTED');
  });

  it('does not print what a prohibited source furnished, and says that it is on file', async () => {
    const tip = updateOf('A-1', 2, { aggravating: { fraud: true } });
    const { text, words } = await show([
      updateOf('A-1', 1, clear),
      { ...tip, data: { ...tip.data, provenance: 'prohibited' } },
    ]);
    expect(text).not.toContain('fraud');
    expect(words).toContain('(8 U.S.C. 1367(a)(1))');
    expect(text).toContain('RESTRICTED');
  });

  it('makes values harmless to the terminal', async () => {
    const facts = { ...clear, convictions: { c1: { offense: '\u001b[2JTheft\u202e' } } };
    const { text } = await show([updateOf('A-1', 1, facts)]);
    expect(text).toContain('convictions.c1.offense = \\u{1b}[2JTheft\\u{202e}');
  });

  it('gives the same as JSON, with the whole classification', async () => {
    const { text } = await show([updateOf('A-1', 1, { ...clear, ...approved })], 'A-1', true);
    expect(JSON.parse(text)).toMatchObject({
      classification: { caseId: 'A-1', lane: 'own-motion', grounds: { 'likely-relief': true } },
      isCurrent: true,
      version: 1,
      flag: { state: 'raised', lane: 'own-motion' },
      facts: { office: 'LOS' },
      updates: [{ sequence: 1, source: 'urn:docket:eoir', provenance: 'record', entry: { code: 'entry' } }],
    });
  });

  it('says that a case is not there, and nothing else', async () => {
    const { outcome, text, err } = await show([updateOf('A-1', 1, clear)], 'A-2');
    expect([outcome.kind, text, err]).toEqual(['incomplete', '', 'own-motion: the table has no case of this id\n']);
  });
});

describe('quarantine', () => {
  async function list(options: { limit?: number; asJson?: boolean; messages?: number }) {
    const { quarantine } = caseWorld();
    for (let n = 1; n <= (options.messages ?? 2); n += 1) {
      const receivedAt = `2021-08-0${n}T10:00:00.000Z`;
      await quarantine.put({
        id: `m${n}`,
        reason: 'unknown-key',
        paths: ['data.facts\u001b'],
        receivedAt,
        body: 'secret',
      });
    }
    const out = page();
    const { limit = 10, asJson = false } = options;
    const outcome = await listQuarantine({ quarantine, newest: '2021-08-05', days: 7, limit, asJson, out });
    return { kind: outcome.kind, text: out.text() };
  }

  it('lists the newest first: when, why, how large, where; never what stood in it', async () => {
    const { text } = await list({});
    expect(text.split('\n')).toEqual([
      'received (UTC)       reason       bytes  at',
      '2021-08-02 10:00:00  unknown-key      6  data.facts\\u{1b}',
      '2021-08-01 10:00:00  unknown-key      6  data.facts\\u{1b}',
      '',
    ]);
  });

  it('says when there is more, and when there is nothing', async () => {
    expect((await list({ limit: 1 })).text).toMatch(/\nThe newest 1 are shown; there are more \(--limit\)\.\n$/);
    expect((await list({ limit: 2 })).text).not.toContain('more');
    expect(await list({ messages: 0 })).toEqual({ kind: 'done', text: 'Nothing was set aside in the last 7 days.\n' });
  });

  it('gives the same as JSON', async () => {
    expect(JSON.parse((await list({ asJson: true, messages: 1 })).text)).toEqual([
      {
        id: 'm1',
        reason: 'unknown-key',
        paths: ['data.facts\u001b'],
        receivedAt: '2021-08-01T10:00:00.000Z',
        bytes: 6,
      },
    ]);
  });
});
