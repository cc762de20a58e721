/** Writes `openapi.json`; with `--check`, fails if the committed file is not what would be written. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { jsonText } from '../../events/json-schema.ts';
import { openApi } from './openapi.ts';

const file = new URL('openapi.json', import.meta.url);
const text = jsonText(openApi());

if (!process.argv.includes('--check')) {
  writeFileSync(file, text);
} else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
  process.stderr.write(
    'functions/review-api/openapi.json is not what the routes say: run `node functions/review-api/write-openapi.ts`\n',
  );
  process.exitCode = 1;
}
