/** Priority: national security, as OPLA's memo of May 27, 2021 adopted it. */
import { nationalSecurity as adopted } from '../../opla-2021-05-27/priorities/national-security.ts';
import type { Rule } from '../../rule.ts';

export const nationalSecurity = (): Rule => ({
  ...adopted(),
  cite: 'ICE interim guidance (Feb. 18, 2021), national security',
});
