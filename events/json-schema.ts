/** The JSON Schemas of what crosses the border, for other languages; made from the zod schemas, never by hand. */
import * as z from 'zod';
import { docketUpdate } from './docket-update.ts';
import { flagEvents } from './flag-events.ts';

const LINE_WIDTH = 120;

/** JSON Schema 2020-12 as text. */
function schemaText(id: string, of: z.ZodType): string {
  const { $schema, ...schema } = z.toJSONSchema(of, { target: 'draft-2020-12' });
  return jsonText({ $schema, $id: id, ...schema });
}

/** The text of `docket-update.schema.json`. */
export function docketUpdateJsonSchema(): string {
  return schemaText('urn:own-motion:docket-update:v1', docketUpdate);
}

/** The text of `flag-events.schema.json`. */
export function flagEventsJsonSchema(): string {
  return schemaText('urn:own-motion:flag-events:v1', flagEvents);
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
