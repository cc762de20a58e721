/** Draws a sample: how many cases, and from which seed if it is to be one drawn before. */
import { useState } from 'preact/hooks';
import type { Summary } from '../../shared/review/api/answers.ts';
import type { Result } from '../api/result.ts';
import type { PagePorts } from '../app/ports.ts';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { Refusal } from '../ui/refusal.tsx';
import { useAct } from '../ui/use-act.ts';
import { type Draw, readDraw, SEED_MAX, SIZE_MAX } from './draw-request.ts';

export interface DrawFormProps {
  readonly ports: PagePorts;
  readonly office: string;
  readonly onDrawn: () => void;
}

type Sample = Summary['samples'][number];

function isNothingToDraw(refusal: Exclude<Result<unknown>, { kind: 'ok' }> | undefined): boolean {
  return refusal?.kind === 'problem' && refusal.problem.code === 'nothing-free';
}

export function DrawForm({ ports, office, onDrawn }: DrawFormProps) {
  const [size, setSize] = useState('10');
  const [seed, setSeed] = useState('');
  const [wrong, setWrong] = useState<string>();
  const { isBusy, refusal, run } = useAct<Draw, Sample>(ports.newKey, (asked) => ports.api.drawSample(office, asked));

  async function draw(): Promise<void> {
    const read = readDraw(size, seed);
    setWrong(read.kind === 'wrong' ? read.size : undefined);
    if (read.kind === 'wrong') return;
    const result = await run(read.draw);
    if (result?.kind !== 'ok') return;
    const { size: drawn } = result.body;
    ports.say(
      drawn === 0 ? 'There is no case without a flag to draw.' : `${drawn} ${drawn === 1 ? 'case' : 'cases'} drawn.`,
    );
    onDrawn();
  }

  return (
    <section class="samples-draw">
      <h2>Draw a sample</h2>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void draw();
        }}
      >
        <TextField
          label="Number of cases"
          hint={`From 1 to ${SIZE_MAX}.`}
          error={wrong}
          isRequired
          inputMode="numeric"
          value={size}
          onInput={setSize}
        />
        <TextField
          label="Seed"
          hint="Leave empty for a new random one. The same seed over the same cases draws the same sample."
          maxLength={SEED_MAX}
          value={seed}
          onInput={setSeed}
        />
        {isNothingToDraw(refusal) ? (
          <Alert kind="info" heading="No sample was drawn" isAnswer>
            <p>There is no case without a flag to draw.</p>
          </Alert>
        ) : (
          <Refusal result={refusal} heading="No sample was drawn" />
        )}
        <Button type="submit" look="solid" isBusy={isBusy} busyText="Drawing">
          Draw the sample
        </Button>
      </form>
    </section>
  );
}
