/** How to read a policy page: three values, absent facts, and what is known how well. */
import type { Parameter } from '../proposition.ts';
import { blocks, list, valueInWords } from './markdown.ts';

export function readingGuide(backgroundCheck: Parameter | undefined): string {
  const days = backgroundCheck === undefined ? undefined : valueInWords(backgroundCheck);
  return blocks(
    '## How to read this page',
    'Every line of a rule, and the rule as a whole, comes out as *yes*, *no* or *unknown*. Unknown is never taken for no.',
    list([
      '**All of**: *no* as soon as one line is no; *yes* when every line is; otherwise unknown. **Any of**: *yes* as soon as one line is; *no* when every line is; otherwise unknown. **Some conviction for which** (or charge, or form of relief): it is so for one of the entries on record; with none on record, *no*.',
      '**The first that applies**: read from the top and take the first line whose *if* is met. While it is unknown whether an *if* is met, the answer is unknown, unless it comes out the same either way.',
      'Names in `code font` are facts as they are recorded; the last section says what each means. **(absent: …)** says what it means that nothing is recorded. Where a line has no such remark, the fact cannot be absent there.',
      '**Unknown until `fact` settles it**: nothing on record can answer this line, and the named fact is what is missing. **No if proved that** something: only when that comes out *yes* is the line no; otherwise it is unknown, and not yes.',
      ...(days === undefined
        ? []
        : [
            `A background check is **valid** when it is dated on the day of the answer or at most ${days} before it (*product*).`,
          ]),
      'Dates are calendar days without a time zone. A date may lack its day or month; a comparison that the missing part could turn either way is unknown. An anniversary of February 29 falls on March 1 of a common year (*product*).',
      'An **open question** is one the instrument leaves open. An attorney answers it for a case (recorded under `readings`); until then the line is unknown.',
      '**Known from**: *two sources* or *one source*, independent of each other, in which the statement was read; *unverified*: from knowledge, not read, until somebody checks it against the published text. Page numbers could not be verified, so sections are cited by title.',
      "***product***: the number or choice is ours and not the law's.",
      'What was furnished solely by an abuser, trafficker or perpetrator (8 U.S.C. 1367(a)(1)) can raise a ground. In a priority it reads as absent.',
    ]),
  );
}
