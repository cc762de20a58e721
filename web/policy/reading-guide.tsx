/** How to read the rules of an instrument: three values, absent facts, and how well a statement is known. */
import { Disclosure } from '../ui/disclosure.tsx';

export function ReadingGuide() {
  return (
    <Disclosure summary="How to read the rules">
      <ul>
        <li>
          Every line comes out as yes, no or unknown. <strong>All of</strong>: one no makes it no, and only all yes make
          it yes. <strong>Any of</strong>: one yes makes it yes, and only all no make it no. Otherwise it is unknown,
          and unknown is never taken for no.
        </li>
        <li>
          <strong>The first that applies</strong>: from the top, the first line whose <em>if</em> is met. While it is
          unknown whether an <em>if</em> is met, so is the answer, unless it is the same either way.
        </li>
        <li>
          Names in <code>code font</code> are facts as they are recorded; each rule lists at its end what its facts
          mean. A remark <strong>(absent: …)</strong> says what it means that nothing is recorded there.
        </li>
        <li>
          <strong>Unknown until</strong> a fact <strong>settles it</strong>: nothing on record can answer the line, and
          that fact is what is missing. An <strong>open question</strong> is one the text leaves open; an attorney
          answers it for a case.
        </li>
        <li>
          <strong>Known from</strong>: how many independent sources a statement was read in. <em>Unverified</em> is from
          knowledge, until somebody checks it against the published text. What is <em>ours, not the law's</em> is a
          choice of this program.
        </li>
      </ul>
    </Disclosure>
  );
}
