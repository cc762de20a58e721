/** Writes the JSON Schemas beside the zod schemas; with `--check`, fails if a committed file is not what would be written. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { docketUpdateJsonSchema, flagEventsJsonSchema } from './json-schema.ts';

const schemas = {
  'docket-update.schema.json': docketUpdateJsonSchema(),
  'flag-events.schema.json': flagEventsJsonSchema(),
};

for (const [name, schema] of Object.entries(schemas)) {
  const file = new URL(name, import.meta.url);
  if (!process.argv.includes('--check')) {
    writeFileSync(file, schema);
  } else if (!existsSync(file) || readFileSync(file, 'utf8') !== schema) {
    process.stderr.write(`events/${name} is not what the zod schema says: run \`node events/write-schema.ts\`\n`);
    process.exitCode = 1;
  }
}
