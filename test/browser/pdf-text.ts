/** The text of each page of a PDF that Chromium has printed: enough of the format for that, and no more. */
import { inflateSync } from 'node:zlib';

type Objects = ReadonlyMap<number, { readonly head: string; readonly stream: string }>;

function objectsOf(pdf: Buffer): Objects {
  const text = pdf.toString('latin1');
  const objects = new Map<number, { head: string; stream: string }>();
  for (const { 1: id = '', index } of text.matchAll(/(?:^|\n)(\d+) 0 obj\b/g)) {
    const end = text.indexOf('endobj', index);
    const from = text.indexOf('stream\n', index);
    const isStream = from >= 0 && from < end;
    const head = text.slice(index, isStream ? from : end);
    const [, length = '0'] = /\/Length (\d+)/.exec(head) ?? [];
    const start = from + 'stream\n'.length;
    const bytes = pdf.subarray(start, start + Number(length));
    const raw = head.includes('/FlateDecode') ? inflateSync(bytes) : bytes;
    objects.set(Number(id), { head, stream: isStream ? raw.toString('latin1') : '' });
  }
  return objects;
}

/** What each glyph of a font means, from its `ToUnicode` map. */
function glyphsOf(cmap: string): Map<number, string> {
  const glyphs = new Map<number, string>();
  const meant = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le');
  for (const [block] of cmap.matchAll(/beginbfchar[\s\S]*?endbfchar/g)) {
    for (const [, code = '', text = ''] of block.matchAll(/<(\w+)> <(\w+)>/g))
      glyphs.set(Number.parseInt(code, 16), meant(text));
  }
  for (const [block] of cmap.matchAll(/beginbfrange[\s\S]*?endbfrange/g)) {
    for (const [, from = '', to = '', text = ''] of block.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g)) {
      const first = Number.parseInt(from, 16);
      for (let code = first; code <= Number.parseInt(to, 16); code++) {
        const point = Number.parseInt(text, 16) + code - first;
        glyphs.set(code, String.fromCharCode(point));
      }
    }
  }
  return glyphs;
}

const reference = (head: string, name: string) => Number(new RegExp(`/${name} (\\d+) 0 R`).exec(head)?.[1] ?? -1);

/** Everything a content stream shows, without its spaces, which are not glyphs, and with its ligatures apart. */
function shownBy(content: string, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>): string {
  let font: ReadonlyMap<number, string> = new Map();
  let shown = '';
  for (const [, name, hex] of content.matchAll(/\/(\w+) [\d.]+ Tf|<([0-9A-Fa-f]+)>/g)) {
    if (name !== undefined) font = fonts.get(name) ?? new Map();
    for (const [code] of (hex ?? '').matchAll(/.{4}/g)) shown += font.get(Number.parseInt(code, 16)) ?? '';
  }
  return shown.normalize('NFKC').replaceAll(/\s/g, '');
}

export function pagesOf(pdf: Buffer): string[] {
  const objects = objectsOf(pdf);
  const at = (id: number) => objects.get(id) ?? { head: '', stream: '' };
  const pages = [...objects.values()].filter(({ head }) => /\/Type \/Page\b/.test(head));
  return pages.map(({ head }) => {
    const [, fontList = ''] = /\/Font <<([^>]*)>>/.exec(head) ?? [];
    const fonts = new Map(
      [...fontList.matchAll(/\/(\w+) (\d+) 0 R/g)].map(([, name = '', id]) => [
        name,
        glyphsOf(at(reference(at(Number(id)).head, 'ToUnicode')).stream),
      ]),
    );
    return shownBy(at(reference(head, 'Contents')).stream, fonts);
  });
}
