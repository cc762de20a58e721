/** Where a person records what they find: beside each missing fact, and for the findings of a closed list. */
import { useState } from 'preact/hooks';
import type { MissingFact } from '../../shared/policy/explanation/case-explanation.ts';
import { Disclosure } from '../ui/disclosure.tsx';
import { Select } from '../ui/field.tsx';
import { FindingForm, ReadingForm, type RecordProps } from './finding-form.tsx';
import { sentence } from './words.ts';

/** The form for one missing fact, or why there is none. */
export function RecordMissing({ missing, ...props }: RecordProps & { readonly missing: MissingFact }) {
  const { view } = props;
  const readable = view.readable.find(({ question }) => question === missing.question?.id);
  const findable = view.findable.find(({ path }) => path === missing.path);
  if (readable === undefined && findable === undefined) {
    return <p class="case-lead">It is for the docket's own source to say, not for a reviewer to find.</p>;
  }
  if (!view.may.record) {
    return (
      <p class="case-lead">
        {view.may.claim ? 'Claim the case to record what you find.' : 'Whoever has the case in hand can record it.'}
      </p>
    );
  }
  return (
    <Disclosure summary={readable === undefined ? 'Record a finding' : 'Answer this question'}>
      {readable === undefined ? (
        findable !== undefined && <FindingForm {...props} findable={findable} />
      ) : (
        <ReadingForm {...props} readable={readable} />
      )}
    </Disclosure>
  );
}

const NOTHING_CHOSEN = '';

/** Findings and answers that are not asked for above. */
export function RecordOther(props: RecordProps) {
  const { view } = props;
  const asked = new Set(view.explanation.missing.flatMap(({ path, question }) => [path, question?.id]));
  const findings = view.findable.filter(({ path }) => !asked.has(path));
  const readings = view.readable.filter(({ question }) => !asked.has(question));
  const [chosen, setChosen] = useState(NOTHING_CHOSEN);
  if (!view.may.record || findings.length + readings.length === 0) return null;
  const findable = findings.find(({ path }) => path === chosen);
  const readable = readings.find(({ question }) => question === chosen);
  return (
    <Disclosure summary="Record another finding">
      <Select
        label="What did you find?"
        value={chosen}
        options={[
          { value: NOTHING_CHOSEN, says: 'Choose' },
          ...findings.map(({ path, name }) => ({ value: path, says: sentence(name) })),
          ...readings.map(({ question, asks }) => ({ value: question, says: `Open question: ${asks}` })),
        ]}
        onChoose={setChosen}
      />
      {findable !== undefined && <FindingForm key={chosen} {...props} findable={findable} />}
      {readable !== undefined && <ReadingForm key={chosen} {...props} readable={readable} />}
    </Disclosure>
  );
}
