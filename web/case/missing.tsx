/** What is missing and decides: for each fact where the case would go under each answer, and the form to record it. */
import type { ComponentChildren } from 'preact';
import type { Answer, MissingFact } from '../../shared/policy/explanation/case-explanation.ts';
import { destinationText, type Explained, sentence, titlesOf, valueText } from './words.ts';

type Titles = (rule: string) => string;

function Answers({ answers, titleOf }: { readonly answers: readonly Answer[]; readonly titleOf: Titles }) {
  return (
    <dl>
      {answers.map(({ answer, leadsTo, raisesNamed }) => (
        <div class="case-row case-row-answer" key={answer}>
          <dt>{sentence(answer)}</dt>
          <dd class="case-value">
            <span class="case-visually-hidden">leads to </span>
            {destinationText(leadsTo, titleOf)}
            {raisesNamed.length > 0 && <span class="case-then">then asks for {raisesNamed.join(', ')}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Head({ missing: { path, name, question, told } }: { readonly missing: MissingFact }) {
  if (question !== undefined) {
    return (
      <>
        <h3 class="case-subtitle">An open question: {question.id.replaceAll('-', ' ')}</h3>
        {question.asks !== undefined && <p>{question.asks}</p>}
        <p class="case-lead">The instrument leaves it open. An attorney answers it; the program never does.</p>
      </>
    );
  }
  return (
    <>
      <h3 class="case-subtitle">{sentence(name)}</h3>
      <p>
        {told === undefined ? 'Not recorded.' : `Recorded is ${valueText(told)}, which does not settle it.`}{' '}
        <span class="case-code">{path}</span>
      </p>
    </>
  );
}

function Together({ missing, titleOf }: { readonly missing: MissingFact; readonly titleOf: Titles }) {
  const { turnsLane, given = [], answersThen = [] } = missing;
  if (turnsLane !== 'together') return null;
  return (
    <>
      <p>It turns the lane once this is settled as well:</p>
      <ul class="case-bullets">
        {given.map(({ path, name, answer }) => (
          <li key={path}>
            {sentence(name)}: {answer}
          </li>
        ))}
      </ul>
      <Answers answers={answersThen} titleOf={titleOf} />
    </>
  );
}

interface MissingProps {
  readonly explanation: Explained;
  /** The form to record the fact or answer the question, where there is one. */
  readonly form: (missing: MissingFact) => ComponentChildren;
}

export function Missing({ explanation, form }: MissingProps) {
  const { missing } = explanation;
  const titleOf = titlesOf(explanation);
  if (missing.length === 0) return <p>Nothing: no missing fact would change the lane.</p>;
  return (
    <>
      <p class="case-lead">For each: what it may turn out to be, and where the case would then go.</p>
      <ol class="case-plain-list">
        {missing.map((each) => (
          <li class="case-missing" key={each.path}>
            <Head missing={each} />
            <Answers answers={each.answers} titleOf={titleOf} />
            <Together missing={each} titleOf={titleOf} />
            {each.why !== undefined && <p class="case-lead">{each.why}</p>}
            <div class="case-no-print">{form(each)}</div>
          </li>
        ))}
      </ol>
    </>
  );
}
