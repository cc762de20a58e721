/** Random cases without a flag, for blind review: drawing them, and the cases that wait for an answer. */
import { addressOf } from '../app/place.ts';
import type { PageProps } from '../app/ports.ts';
import { PageHeading } from '../ui/page-heading.tsx';
import { Refusal } from '../ui/refusal.tsx';
import { useCall } from '../ui/use-call.ts';
import { DrawForm } from './draw-form.tsx';
import { SampleCard } from './sample-card.tsx';
import './samples.css';

export function SamplesPage({ ports, params }: PageProps<'samples'>) {
  const { office } = params;
  const { result, body, isLoading, reload } = useCall(office, () => ports.api.summary(office));
  const { role } = ports.me;
  return (
    <div class="samples">
      <PageHeading ports={ports} title={`Blind samples of ${office}`} />
      <p>
        A flag can only be doubted where there is one. To find what the rules miss, random cases without a flag are read
        by a person who is not shown what the program made of them. The seed is kept, so that anyone can draw the same
        sample over the same cases again.
      </p>
      <p>
        <a href={addressOf({ page: 'summary', office })}>Summary of {office}</a>
      </p>
      {role === 'supervisor' && (
        <DrawForm
          ports={ports}
          office={office}
          onDrawn={() => {
            void reload();
          }}
        />
      )}
      {result !== undefined && result.kind !== 'ok' && (
        <Refusal result={result} heading="The samples could not be shown" />
      )}
      {body === undefined && isLoading && <p role="status">Looking for samples of {office} …</p>}
      {body !== undefined && (
        <section>
          <h2>Samples drawn</h2>
          {body.samples.length === 0 && <p>No sample has been drawn yet.</p>}
          {body.samples.map((sample) => (
            <SampleCard key={sample.id} sample={sample} mayAnswer={role !== 'auditor'} />
          ))}
        </section>
      )}
    </div>
  );
}
