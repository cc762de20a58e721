/** Finds the environment that `-c environment=NAME` asks for among the files of `environments/`. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as z from 'zod';
import { type Environment, EnvironmentError, readEnvironment } from './environment.ts';

const folder = join(import.meta.dirname, 'environments');
const environmentModule = z.object({ default: z.unknown() });

/** @throws {EnvironmentError} where there is no such file, or what it sets cannot be */
export async function loadEnvironment(name: unknown): Promise<Environment> {
  const file = typeof name === 'string' && /^[a-z][\w-]*$/.test(name) ? join(folder, `${name}.ts`) : undefined;
  if (typeof name !== 'string' || file === undefined || !existsSync(file)) {
    throw new EnvironmentError(`name an environment by -c environment=NAME, one of: ${known().join(', ')}`);
  }
  const module = environmentModule.parse(await import(pathToFileURL(file).href));
  return readEnvironment(name, module.default);
}

function known(): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.replace(/\.ts$/, ''))
    .sort();
}
