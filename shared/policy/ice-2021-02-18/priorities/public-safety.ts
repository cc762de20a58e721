/** Priority: public safety, as OPLA's memo of May 27, 2021 adopted it. */
import { publicSafety as adopted } from '../../opla-2021-05-27/priorities/public-safety.ts';
import type { Rule } from '../../rule.ts';
import { adoptedParameters } from '../parameters.ts';

export const publicSafety = (): Rule => ({
  ...adopted(adoptedParameters),
  cite: 'ICE interim guidance (Feb. 18, 2021), public safety',
});
