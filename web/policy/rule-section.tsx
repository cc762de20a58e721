/** One rule of an instrument: the sentence, the outline, the numbers and questions it turns on, the facts it reads. */
import type { QuestionSection, RuleSection } from '../../shared/policy/document/rule-section.ts';
import { DataTable } from '../ui/data-table.tsx';
import { dayInWords } from '../ui/days.ts';
import { Disclosure } from '../ui/disclosure.tsx';
import { BASIS_WORDS, capitalized, KNOWN_WORDS, valueInWords } from './policy-words.ts';
import { Outline, RichText } from './rich-text.tsx';

function Parameters({ title, parameters }: Pick<RuleSection, 'title' | 'parameters'>) {
  if (parameters.length === 0) return null;
  return (
    <DataTable
      caption={`Numbers and days of: ${title}`}
      head={['Value', 'Whose', 'Source', 'Used from']}
      rows={parameters.map((parameter) => [
        valueInWords(parameter),
        BASIS_WORDS[parameter.basis],
        parameter.source,
        dayInWords(parameter.from),
      ])}
    />
  );
}

function Question({ id, asks, raisedWhen, answers, source }: QuestionSection) {
  return (
    <div class="policy-question">
      <h4>Open question: {asks}</h4>
      <p>
        <code>{id}</code>. Raised when <RichText text={raisedWhen} />
      </p>
      <dl>
        {Object.entries(answers).map(([answer, effect]) => (
          <div key={answer}>
            <dt>
              <code>{answer}</code>
            </dt>
            <dd>
              <RichText text={effect} />
            </dd>
          </div>
        ))}
      </dl>
      <p>Source of the doubt: {source}</p>
    </div>
  );
}

function FactsRead({ facts }: Pick<RuleSection, 'facts'>) {
  return (
    <Disclosure summary={`Facts it reads (${facts.length})`}>
      <dl class="policy-facts">
        {facts.map(({ path, meaning }) => (
          <div key={path}>
            <dt>
              <code>{path}</code>
            </dt>
            <dd>
              <RichText text={meaning} />
            </dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  );
}

export interface RuleProps {
  readonly section: RuleSection;
}

export function Rule({ section }: RuleProps) {
  const { id, kind, title, text, cite, confidence, unverified, outline, definitions, questions } = section;
  return (
    <section class="policy-rule" aria-labelledby={id}>
      <h3 id={id} tabIndex={-1}>
        {title}
      </h3>
      <blockquote>{text}</blockquote>
      <p>
        {capitalized(kind)} <code>{id}</code>. {cite}. Known from: {KNOWN_WORDS[confidence]}.
        {unverified.length > 0 && <> Unverified: {unverified.join('; ')}.</>}
      </p>
      <p class="policy-label">The rule: {outline.parts.length === 0 ? null : <RichText text={outline.text} />}</p>
      <Outline lines={outline.parts.length === 0 ? [outline] : outline.parts} />
      {definitions.length > 0 && (
        <>
          <p class="policy-label">where</p>
          <Outline lines={definitions} />
        </>
      )}
      <Parameters title={title} parameters={section.parameters} />
      {questions.map((question) => (
        <Question key={question.id} {...question} />
      ))}
      <FactsRead facts={section.facts} />
    </section>
  );
}
