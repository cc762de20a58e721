/** Finds a case by its id. The id is sent in a request's body and then forgotten: it never stands in an address. */
import { useState } from 'preact/hooks';
import { saysOf } from '../api/problem.ts';
import { Button } from '../ui/button.tsx';
import { addressOf } from './place.ts';
import type { PagePorts } from './ports.ts';

/** Longest case id that a docket has. */
const CASE_ID_MAX = 128;

export function LookUp({ ports }: { readonly ports: Pick<PagePorts, 'api' | 'go'> }) {
  const [caseId, setCaseId] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<string>();

  async function find(): Promise<void> {
    if (isBusy) return;
    if (caseId.trim() === '') {
      setError('Type a case id first.');
      return;
    }
    setBusy(true);
    setError(undefined);
    const result = await ports.api.lookup(caseId.trim());
    setBusy(false);
    if (result.kind === 'ok') {
      setCaseId('');
      ports.go(addressOf({ page: 'case', key: result.body.key }));
    } else setError(saysOf(result));
  }

  return (
    <search class="look-up">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void find();
        }}
      >
        <label for="look-up">Look up a case id</label>
        <div class="look-up-row">
          <input
            class="usa-input"
            id="look-up"
            type="text"
            value={caseId}
            maxLength={CASE_ID_MAX}
            autocomplete="off"
            spellcheck={false}
            aria-invalid={error !== undefined}
            aria-describedby="look-up-error"
            onInput={(event) => setCaseId(event.currentTarget.value)}
          />
          <Button type="submit" isBusy={isBusy} busyText="Looking">
            Look up
          </Button>
        </div>
        <p id="look-up-error" class="look-up-error" role="alert">
          {error}
        </p>
      </form>
    </search>
  );
}
