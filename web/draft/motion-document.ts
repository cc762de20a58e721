/**
 * A draft motion as a Word document: what the server wrote, headed DRAFT on every page, with every blank marked. It holds
 * nothing else: no author, no date, no id of the case or of anyone who looked at it.
 */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  type IBorderOptions,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { DraftMotion } from '../../shared/review/api/answers.ts';

/** The same for every case: a name that told them apart would travel with the file. */
export const DRAFT_FILE_NAME = 'draft-motion.docx';
export const DRAFT_MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const DRAFT = 'DRAFT';
const FONT = 'Times New Roman';
const TWELVE_POINT = 24;
const NINE_POINT = 18;
const ONE_AND_A_HALF_LINES = 360;
const INCH_TWIPS = 1440;
const LETTER_TWIPS = { width: 8.5 * INCH_TWIPS, height: 11 * INCH_TWIPS };
const CAPTION_TWIPS = [2.2 * INCH_TWIPS, 4.3 * INCH_TWIPS] as const;
/** Spoken of by a shade and by brackets, so that a blank is seen in black and white too. */
const BLANK_SHADE = { type: ShadingType.CLEAR, fill: 'FFF2A8', color: 'auto' } as const;
const RULE: IBorderOptions = { style: BorderStyle.SINGLE, size: 6, color: '000000' };
const NO_RULE: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: 'auto' };

function blank(text: string): TextRun {
  return new TextRun({ text: /^\[.*\]$/.test(text) ? text : `[${text}]`, bold: true, shading: BLANK_SHADE });
}

/** Whatever stands in brackets is for a person to fill in. */
function runsOf(text: string): TextRun[] {
  return text
    .split(/(\[[^\]]+\])/)
    .filter((part) => part !== '')
    .map((part) => (part.startsWith('[') && part.endsWith(']') ? blank(part) : new TextRun({ text: part })));
}

function pageHeader(heading: string): Header {
  const text = heading.toUpperCase().includes(DRAFT) ? heading : `${DRAFT}. ${heading}`;
  return new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        border: { bottom: { ...RULE, space: 4 } },
        children: [new TextRun({ text, bold: true })],
      }),
    ],
  });
}

function pageFooter(footer: string): Footer {
  const small = (options: ConstructorParameters<typeof TextRun>[0]) =>
    new TextRun({ ...(typeof options === 'string' ? { text: options } : options), size: NINE_POINT });
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        border: { top: { ...RULE, space: 4 } },
        children: [small(footer)],
      }),
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [small({ children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] })],
      }),
    ],
  });
}

function cell(width: number, children: TextRun[]): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 60, bottom: 60, left: 80, right: 80 },
    children: [new Paragraph({ children })],
  });
}

function captionTable(caption: DraftMotion['caption']): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: CAPTION_TWIPS[0] + CAPTION_TWIPS[1], type: WidthType.DXA },
    columnWidths: CAPTION_TWIPS,
    borders: {
      top: RULE,
      bottom: RULE,
      left: NO_RULE,
      right: NO_RULE,
      insideHorizontal: NO_RULE,
      insideVertical: RULE,
    },
    rows: caption.map(
      ({ label, placeholder }) =>
        new TableRow({
          cantSplit: true,
          children: [
            cell(CAPTION_TWIPS[0], [new TextRun({ text: label })]),
            cell(CAPTION_TWIPS[1], [blank(placeholder)]),
          ],
        }),
    ),
  });
}

function body({ title, caption, sections }: DraftMotion): (Paragraph | Table)[] {
  return [
    captionTable(caption),
    new Paragraph({
      heading: HeadingLevel.TITLE,
      alignment: AlignmentType.CENTER,
      spacing: { before: 360, after: 240 },
      children: runsOf(title),
    }),
    ...sections.flatMap(({ heading, paragraphs }) => [
      new Paragraph({ heading: HeadingLevel.HEADING_1, keepNext: true, children: runsOf(heading) }),
      ...paragraphs.map(
        (text) => new Paragraph({ spacing: { line: ONE_AND_A_HALF_LINES, after: 120 }, children: runsOf(text) }),
      ),
    ]),
  ];
}

export function motionDocument(draft: DraftMotion): Document {
  const heading = { font: FONT, color: '000000', size: TWELVE_POINT, bold: true };
  return new Document({
    title: DRAFT,
    // Empty, because the library would write a name of its own.
    creator: '',
    lastModifiedBy: '',
    styles: {
      default: {
        document: { run: { font: FONT, size: TWELVE_POINT } },
        title: { run: heading },
        heading1: { run: heading, paragraph: { spacing: { before: 240, after: 120 } } },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: LETTER_TWIPS,
            margin: { top: INCH_TWIPS, bottom: INCH_TWIPS, left: INCH_TWIPS, right: INCH_TWIPS },
          },
        },
        headers: { default: pageHeader(draft.heading) },
        footers: { default: pageFooter(draft.footer) },
        children: body(draft),
      },
    ],
  });
}

/** In place of the library's, which tell when the document was made. */
const CORE_PROPERTIES = {
  path: 'docProps/core.xml',
  data:
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
    `xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${DRAFT}</dc:title></cp:coreProperties>`,
};

export function motionBytes(draft: DraftMotion): Promise<ArrayBuffer> {
  return Packer.toArrayBuffer(motionDocument(draft), undefined, [CORE_PROPERTIES]);
}
