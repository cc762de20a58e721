import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { DraftMotion } from '../../shared/review/api/answers.ts';
import { draftMotion } from '../../shared/review/draft/draft-motion.ts';
import { ERAS, MOTIONS, type MotionTerms, POSITIONS } from '../../shared/review/draft/motion-terms.ts';
import { DRAFT_FILE_NAME, motionBytes } from './motion-document.ts';

const draft: DraftMotion = {
  kind: 'move-to-dismiss',
  heading: 'DRAFT: not reviewed, not filed',
  title: "THE DEPARTMENT'S MOTION TO DISMISS",
  caption: [
    { label: 'In the matter of', placeholder: '[NAME OF THE RESPONDENT]' },
    { label: 'File no.', placeholder: 'FILE NUMBER' },
  ],
  sections: [
    {
      heading: 'Motion',
      paragraphs: ['The Department moves under 8 CFR 239.2(c) & 1239.2(c).', 'It asks <the court>.'],
    },
    { heading: "The respondent's position", paragraphs: ['The respondent, through [COUNSEL], does not oppose.'] },
  ],
  footer: 'Fill in what stands in brackets.',
};

const terms = MOTIONS.flatMap((motion) =>
  POSITIONS.flatMap((position) =>
    ERAS.map(
      (era): MotionTerms => ({
        motion,
        position,
        era,
        paragraph: '239.2(a)(7)',
        forum: 'court',
        proceeding: 'removal',
      }),
    ),
  ),
);

async function readBack(of: DraftMotion) {
  const files = unzipSync(new Uint8Array(await motionBytes(of)));
  const xml = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  const text = (name: string) =>
    [...xml(name).matchAll(/<w:p[ >].*?<\/w:p>/gs)]
      .map(([paragraph]) =>
        [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
          .map(([, run = '']) => run)
          .join('')
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&apos;', "'")
          .replaceAll('&quot;', '"')
          .replaceAll('&amp;', '&'),
      )
      .filter((line) => line !== '');
  return { names: Object.keys(files), xml, text };
}

describe('a draft motion, read back from the file', () => {
  test('says what the server wrote, in its order, and nothing else', async () => {
    const { text } = await readBack(draft);
    expect(text('word/document.xml')).toEqual([
      'In the matter of',
      '[NAME OF THE RESPONDENT]',
      'File no.',
      '[FILE NUMBER]',
      draft.title,
      'Motion',
      'The Department moves under 8 CFR 239.2(c) & 1239.2(c).',
      'It asks <the court>.',
      "The respondent's position",
      'The respondent, through [COUNSEL], does not oppose.',
    ]);
  });

  test('is headed DRAFT on every page, and footed', async () => {
    const { text, xml } = await readBack(draft);
    expect(text('word/header1.xml')).toEqual([draft.heading]);
    expect(text('word/footer1.xml')).toEqual([draft.footer, 'Page  of ']);
    expect(xml('word/document.xml')).toMatch(/<w:headerReference w:type="default"/);
    expect(xml('word/document.xml')).not.toMatch(/<w:titlePg/);
  });

  test('is headed DRAFT even if the heading forgets to say so', async () => {
    const { text } = await readBack({ ...draft, heading: 'Not filed' });
    expect(text('word/header1.xml')).toEqual(['DRAFT. Not filed']);
  });

  test('marks every blank by brackets and a shade', async () => {
    const { xml } = await readBack(draft);
    const shaded = [...xml('word/document.xml').matchAll(/<w:r>(?:(?!<\/w:r>).)*<w:shd [^>]*\/>.*?<\/w:r>/gs)].map(
      ([run]) => run.match(/<w:t[^>]*>([^<]*)</)?.[1],
    );
    expect(shaded).toEqual(['[NAME OF THE RESPONDENT]', '[FILE NUMBER]', '[COUNSEL]']);
  });

  test('tells neither who made it nor when', async () => {
    const { names, xml } = await readBack(draft);
    expect(xml('docProps/core.xml').match(/>([^<>]+)</g)).toEqual(['>DRAFT<']);
    expect(xml('docProps/custom.xml')).not.toMatch(/<property/);
    const year = new Date().getUTCFullYear();
    for (const name of names) expect(xml(name), name).not.toMatch(new RegExp(`Un-named|${year}-\\d\\d-\\d\\dT`));
  });

  test('the same draft makes the same parts, so nothing in them is made up', async () => {
    const [once, again] = [await readBack(draft), await readBack(draft)];
    expect(again.names).toEqual(once.names);
    for (const name of once.names) expect(again.xml(name), name).toBe(once.xml(name));
  });

  test.each(terms)('holds what the server drafts, word for word: $motion, $position, $era', async (of) => {
    const drafted = draftMotion(of);
    const { text, xml } = await readBack(drafted);
    expect(text('word/document.xml')).toEqual([
      ...drafted.caption.flatMap(({ label, placeholder }) => [label, placeholder]),
      drafted.title,
      ...drafted.sections.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs]),
    ]);
    expect(text('word/header1.xml').join()).toContain('DRAFT');
    expect(text('word/footer1.xml')[0]).toBe(drafted.footer);
    const blanks = text('word/document.xml').flatMap((line) => line.match(/\[[^\]]+\]/g) ?? []);
    expect(blanks.length).toBeGreaterThan(drafted.caption.length);
    expect(xml('word/document.xml').match(/<w:shd /g)?.length).toBe(blanks.length);
  });

  test('has a name that tells nothing', () => {
    expect(DRAFT_FILE_NAME).toBe('draft-motion.docx');
  });
});
