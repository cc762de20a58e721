/** The numbers and dates of the interim priorities: those that OPLA's memo later adopted, from the day they were issued. */
import { parameters as adopted } from '../opla-2021-05-27/parameters.ts';
import type { Parameter } from '../proposition.ts';

const ISSUED = '2021-02-18';

function fromIssue<P extends Parameter>(parameter: P) {
  return { ...parameter, from: ISSUED };
}

export const parameters = {
  borderCutOff: fromIssue(adopted.borderCutOff),
  gangAge: fromIssue(adopted.gangAge),
  foreignConviction: fromIssue(adopted.foreignConviction),
  backgroundCheck: fromIssue(adopted.backgroundCheck),
};

/** What the rules of the memo that adopted them take: ours, and what they do not read here. */
export const adoptedParameters = { ...adopted, ...parameters };
