import { describe, expect, it } from 'vitest';
import { laneTable } from '../../cli/live/lane-table.ts';
import { liveReader } from '../../cli/live/live-reader.ts';
import { runLiveView } from '../../cli/live/live-view.ts';
import { widthOf } from '../../cli/text.ts';
import type { DocketUpdate } from '../../events/docket-update.ts';
import { decided, reviewContent } from '../contract/store-samples.ts';
import { AS_OF, caseWorld, clear, page, SHARDS, updateOf } from './case-world.ts';

const ESC = '\u001b';

/** Something else that comes about between two looks. */
type Happening = (world: ReturnType<typeof caseWorld>) => Promise<void>;

/** Watches while updates come in, one batch for each look at the queue. */
async function watch(batches: (DocketUpdate | Happening)[][], screen = page()) {
  const world = caseWorld();
  const controller = new AbortController();
  const left = [...batches];
  const frames: string[] = [];
  await runLiveView({
    ...liveReader({
      cases: world.cases,
      quarantine: world.quarantine,
      instrument: world.instrument,
      asOf: () => AS_OF,
      today: () => '2026-01-01',
      depth: () => ({ sent: 7, waiting: 1, inFlight: 2, dead: 0 }),
    }),
    heading: ['Own Motion'],
    out: screen,
    signal: controller.signal,
    async sleep() {
      frames.push(screen.text());
      for (const one of left.shift() ?? []) await (typeof one === 'function' ? one(world) : world.add(one));
      if (left.length === 0) controller.abort();
    },
  });
  return { text: screen.text(), frames };
}

const approved = { relief: { r1: { kind: 'i-130', status: 'approved', visaAvailable: true } } } as const;

describe('the live view', () => {
  it('tells of a flag that is raised, moves and is withdrawn: facts first, then the law, then the lane', async () => {
    const { text } = await watch([
      [updateOf('A-1', 1, clear)],
      [updateOf('A-1', 2, approved)],
      [updateOf('A-1', 3, { respondentPosition: 'opposes' })],
    ]);
    const lines = text.split('\n');
    expect(lines).toContain('no ground on record, flags raised in triage: LOS 1');
    const moved = lines.indexOf('  flag moved: LOS triage to LOS own-motion');
    const told = lines.slice(0, moved).join(' ').replaceAll(/ +/g, ' ');
    expect(told).toMatch(
      /A-1: relief\.r1\.kind = i-130, relief\.r1\.status = approved.* granted .*\[OPLA memo \(May 27, 2021\),.*\]$/,
    );
    const withdrawn = lines.indexOf('  flag withdrawn: LOS own-motion');
    expect(withdrawn).toBeGreaterThan(moved);
    expect(lines[withdrawn - 1]).toBe('A-1: respondentPosition = opposes');
  });

  it('tells that a person has decided a flag, and not what; and that it is back when the facts change', async () => {
    const decide: Happening = async ({ cases, names }) => {
      const head = await cases.readHead(names.caseKey('A-1'));
      if (head === undefined) throw new Error('no head');
      await cases.writeReview(head.caseKey, reviewContent(head, decided(head), SHARDS), head.version);
    };
    const { text } = await watch([
      [updateOf('A-1', 1, { ...clear, ...approved })],
      [decide],
      [updateOf('A-1', 2, { represented: true })],
    ]);
    const lines = text.split('\n');
    const told = ['decided by a person', 'reopened, the facts have changed since it was decided'].map((what) =>
      lines.indexOf(`  flag ${what}: LOS own-motion`),
    );
    expect(told[0]).toBeGreaterThan(lines.indexOf('  flag raised: LOS own-motion'));
    expect(told[1]).toBeGreaterThan(told[0] ?? 0);
    expect(text).not.toMatch(/withdrawn|move-to-dismiss|Anna/);
  });

  it('names what is missing for a case that needs facts', async () => {
    const { backgroundCheckedOn: _, ...unchecked } = clear;
    const { text } = await watch([[updateOf('A-1', 1, { ...unchecked, ...approved })]]);
    expect(text).toContain('missing: backgroundCheckedOn');
    expect(text).toContain('  flag raised: LOS needs-facts');
  });

  it('says only what is missing where a ground only may hold', async () => {
    const pending = { relief: { r1: { kind: 'tps', status: 'pending' } } } as const;
    const { text } = await watch([[updateOf('A-1', 1, { ...clear, ...pending })]]);
    expect(text).toContain('A-1: missing: relief.r1.primaFacie\n');
  });

  it('shows neither id, nor reason, nor facts of a restricted case, also when it becomes restricted later', async () => {
    const screen = page({ isTerminal: true });
    const { text } = await watch(
      [
        [
          updateOf('SECRET-1', 1, { ...clear, relief: { v1: { kind: 'u', status: 'approved' } } }),
          updateOf('LATER-2', 1, clear),
        ],
        [updateOf('LATER-2', 2, approved)],
        [updateOf('LATER-2', 3, { protected1367: true })],
        [updateOf('OTHER-3', 1, { ...clear, ...approved })],
      ],
      screen,
    );
    expect(text).not.toContain('SECRET-1');
    expect(text).not.toContain('v1');
    expect(text).toContain('LATER-2: relief');
    const lastFrame = text.slice(text.lastIndexOf('\u001b[0J'));
    expect(lastFrame).not.toContain('LATER-2');
    expect(lastFrame).toContain('restricted case: flag raised: LOS own-motion');
    expect(lastFrame).toContain('OTHER-3');
    expect(lastFrame).toMatch(/restricted cases, in queues of their own: 2/);
  });

  it('redraws in place within the terminal, never wider or higher than it', async () => {
    const screen = page({ isTerminal: true, columns: 60, rows: 22 });
    const offices = ['ATL', 'BAL', 'BOS', 'CHI', 'DAL', 'DEN', 'HOU', 'LOS', 'MEM', 'MIA', 'NEW', 'NYC'];
    const batch = offices.map((office, index) => updateOf(`A-${index}`, 1, { ...clear, ...approved, office }));
    const { text } = await watch([batch, []], screen);
    const frames = text.split(new RegExp(`${ESC}\\[\\d+A\\r${ESC}\\[0J`));
    expect(frames.length).toBeGreaterThan(2);
    for (const frame of frames) {
      const lines = frame.split('\n');
      expect(lines.length).toBeLessThanOrEqual(22);
      expect(Math.max(...lines.map((line) => widthOf(line)))).toBeLessThanOrEqual(60);
    }
    expect(frames.at(-1)).toContain('more');
    expect(frames.at(-1)).toContain('flag raised');
    const ups = [...text.matchAll(new RegExp(`${ESC}\\[(\\d+)A`, 'g'))].map((match) => Number(match[1]));
    expect(ups).toEqual(frames.slice(0, -1).map((frame) => frame.split('\n').length - 1));
  });

  it('takes one more look after the end, and says nothing of what was there before it began', async () => {
    const { text } = await watch([[updateOf('A-1', 1, { ...clear, ...approved })]]);
    expect(text.trimEnd().split('\n').at(-1)).toBe('restricted cases, in queues of their own: 0');
    expect(text).toContain('A-1');
  });

  it('writes no escape sequence to a file, nor one that the docket holds', async () => {
    const { text } = await watch([[updateOf('A-\u001b[31m', 1, { ...clear, ...approved })]]);
    expect(text).not.toContain('\u001b');
    expect(text).toContain('A-\\u{1b}[31m: ');
  });
});

describe('the table of lanes', () => {
  it('counts by office and lane, and restricted cases apart', () => {
    const flags = [
      { part: 'work', office: 'NYC', lane: 'triage', restricted: false },
      { part: 'work', office: 'MIA', lane: 'own-motion', restricted: false },
      { part: 'work', office: 'NYC', lane: 'triage', restricted: false },
      { part: 'work', office: 'NYC', lane: 'own-motion', restricted: true },
    ] as const;
    expect(laneTable(flags)).toEqual([
      'office  own-motion  supervisor  needs-facts  triage  all',
      'MIA              1           .            .       .    1',
      'NYC              .           .            .       2    2',
      'all              1           .            .       2    3',
      'restricted cases, in queues of their own: 1',
    ]);
    expect(laneTable(flags.toReversed())).toEqual(laneTable(flags));
    const done = { part: 'decided', office: 'NYC', lane: 'triage' } as const;
    expect(laneTable([...flags, { ...done, restricted: false }, { ...done, restricted: true }]).slice(-3)).toEqual([
      'all              1           .            .       2    3',
      'restricted cases, in queues of their own: 2',
      'flags that a person has decided: 1',
    ]);
  });
});
