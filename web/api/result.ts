/** What comes of a call of the reviewers' API: one of four, and every screen says something for each. */
import type { Problem } from '../../shared/review/api/answers.ts';

export type Result<Body> =
  | { readonly kind: 'ok'; readonly body: Body }
  /** The API refused, and says why. */
  | { readonly kind: 'problem'; readonly problem: Problem }
  /** The token has ended; nothing was done. The frame asks to sign in again. */
  | { readonly kind: 'signed-out' }
  /** No answer came: what was sent may or may not have been done. The same act is sent again under its own key. */
  | { readonly kind: 'unreachable' };
