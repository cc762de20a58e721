/** Writes `docket-update.schema.json`; with `--check`, fails if the committed file is not what would be written. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { docketUpdateJsonSchema } from './json-schema.ts';

const file = new URL('docket-update.schema.json', import.meta.url);
const schema = docketUpdateJsonSchema();

if (!process.argv.includes('--check')) {
  writeFileSync(file, schema);
} else if (!existsSync(file) || readFileSync(file, 'utf8') !== schema) {
  process.stderr.write(
    'events/docket-update.schema.json is not what the zod schema says: run `node events/write-schema.ts`\n',
  );
  process.exitCode = 1;
}
