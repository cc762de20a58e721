/**
 * The files of the built page, all of them read at start: what is not in this map is not there, so no address can reach
 * any other file.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { OperatorError } from '../fault.ts';

export interface PageFile {
  readonly content: Buffer;
  readonly type: string;
  /** The same content compressed, where the build made it. */
  readonly brotli: Buffer | undefined;
  /** Its name changes with its content. */
  readonly isHashed: boolean;
}

/** By address: a path with a leading slash. */
export type PageFiles = ReadonlyMap<string, PageFile>;

export const INDEX = '/index.html';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

const HASHED = /^\/assets\/.+-[\w-]{8,}\.\w+$/;
const COMPRESSED = '.br';

/** @throws {OperatorError} where the folder holds no page, or a file of a kind that no browser was told of */
export function readPageFiles(folder: string): PageFiles {
  const contents = new Map<string, Buffer>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    contents.set(`/${relative(folder, file).split(sep).join('/')}`, readFileSync(file));
  }
  const files = new Map<string, PageFile>();
  for (const [address, content] of contents) {
    if (address.endsWith(COMPRESSED)) continue;
    const type = types[extname(address)];
    if (type === undefined) throw new OperatorError(`the page holds a file of an unknown kind: ${extname(address)}`);
    const brotli = contents.get(address + COMPRESSED);
    files.set(address, { content, type, brotli, isHashed: HASHED.test(address) });
  }
  if (!files.has(INDEX)) throw new OperatorError('the page has no index.html');
  return files;
}
