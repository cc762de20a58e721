/** A secret of the template: what a value of it looks like. */
import * as z from 'zod';
import type { Resource } from './assembly.ts';
import type { LocalName } from './resource-names.ts';
import { understood } from './understood.ts';

export interface PlannedSecret extends LocalName {
  readonly length: number;
  readonly alphabet: string;
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const PUNCTUATION = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';

const secretProperties = z.object({
  GenerateSecretString: z.strictObject({
    PasswordLength: z.int().min(1).max(4096).default(32),
    ExcludePunctuation: z.boolean().default(false),
  }),
});

export function planSecret(resource: Resource, name: LocalName, properties: unknown): PlannedSecret {
  const { GenerateSecretString: generate } = understood(resource, secretProperties, properties);
  const letters = `${LETTERS}${LETTERS.toUpperCase()}0123456789`;
  return {
    ...name,
    length: generate.PasswordLength,
    alphabet: generate.ExcludePunctuation ? letters : letters + PUNCTUATION,
  };
}
