/** The JSON Schema of a docket update, for senders in other languages; made from the zod schema, never by hand. */
import * as z from 'zod';
import { docketUpdate } from './docket-update.ts';

const LINE_WIDTH = 120;

/** JSON Schema 2020-12, as the text of `docket-update.schema.json`. */
export function docketUpdateJsonSchema(): string {
  const { $schema, ...schema } = z.toJSONSchema(docketUpdate, { target: 'draft-2020-12' });
  return jsonText({ $schema, $id: 'urn:own-motion:docket-update:v1', ...schema });
}

/** A JSON file as the formatter would leave it. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2).replaceAll(/^.*\[\n[^[\]{}]*\n *\],?$/gm, onOneLine)}\n`;
}

/** Lists of words read better in a line, and the formatter wants them so. */
function onOneLine(list: string): string {
  const line = list.replaceAll(/\n */g, ' ').replace('[ ', '[').replace(' ]', ']').trimStart();
  const indented = list.slice(0, list.search(/\S/)) + line;
  return indented.length <= LINE_WIDTH ? indented : list;
}
