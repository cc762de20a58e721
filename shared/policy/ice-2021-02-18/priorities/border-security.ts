/** Priority: border security, as OPLA's memo of May 27, 2021 adopted it. */
import { borderSecurity as adopted } from '../../opla-2021-05-27/priorities/border-security.ts';
import type { Rule } from '../../rule.ts';
import { adoptedParameters } from '../parameters.ts';

export const borderSecurity = (): Rule => ({
  ...adopted(adoptedParameters),
  cite: 'ICE interim guidance (Feb. 18, 2021), border security',
});
