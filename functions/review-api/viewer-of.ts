/** Reads who asks from the claims of a token that API Gateway has verified. What is not understood gives no access. */
import * as z from 'zod';
import { EVERY_OFFICE, ROLES, type Viewer } from '../../shared/review/viewer.ts';
import { officeName } from '../office-name.ts';

/** Names of the claims, which differ from issuer to issuer. */
export interface ClaimNames {
  readonly role: string;
  readonly offices: string;
  readonly protectedAccess: string;
}

export const DEFAULT_CLAIM_NAMES: ClaimNames = {
  role: 'own_motion_role',
  offices: 'own_motion_offices',
  protectedAccess: 'own_motion_protected',
};

const NAME_MAX = 100;

/** The authorizer writes a list as `[A B]`; an issuer may have written it as text with blanks. */
function wordsOf(claim: unknown): string[] {
  if (Array.isArray(claim)) return claim.flatMap(wordsOf);
  if (typeof claim !== 'string') return [];
  return claim
    .replace(/^\[(.*)\]$/, '$1')
    .split(/[\s,]+/)
    .filter((word) => word !== '');
}

const person = z.object({
  id: z.string().min(1).max(256),
  role: z.tuple([z.enum(ROLES)]),
  offices: z.array(z.union([officeName, z.literal(EVERY_OFFICE)])).min(1),
});

/** Signs that steer a terminal or turn the direction of text have no place in a name that colleagues see. */
function shownName(claim: unknown, id: string): string {
  const name = typeof claim === 'string' ? claim.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, '').trim() : '';
  return (name === '' ? id : name).slice(0, NAME_MAX);
}

/** @returns undefined where the token names no person, not exactly one role, or no office that could be one */
export function viewerOf(claims: Readonly<Record<string, unknown>>, names: ClaimNames): Viewer | undefined {
  const parsed = person.safeParse({
    id: claims.sub,
    role: wordsOf(claims[names.role]),
    offices: [...new Set(wordsOf(claims[names.offices]))],
  });
  if (!parsed.success) return undefined;
  const { id, role, offices } = parsed.data;
  const isProtected = claims[names.protectedAccess];
  return {
    id,
    name: shownName(claims.name, id),
    role: role[0],
    offices,
    protectedAccess: isProtected === true || isProtected === 'true',
  };
}
