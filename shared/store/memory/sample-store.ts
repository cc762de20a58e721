/** Samples for blind review, in memory. */
import { compareCodePoints } from '../../docket/stamp.ts';
import type { BlindReview, Sample } from '../../review/blind-review.ts';
import { answeredSamples } from '../samples.ts';
import type { SampleStore } from '../store.ts';

interface Office {
  readonly samples: Map<string, Sample>;
  /** By sample and case. */
  readonly answers: Map<string, BlindReview>;
}

export function memorySampleStore(): SampleStore {
  const offices = new Map<string, Office>();

  function officeOf(name: string): Office {
    const office = offices.get(name) ?? { samples: new Map(), answers: new Map() };
    offices.set(name, office);
    return office;
  }

  return {
    async putSample(sample) {
      const { samples } = officeOf(sample.office);
      if (samples.has(sample.id)) return 'already-there';
      samples.set(sample.id, { ...sample, caseKeys: [...sample.caseKeys] });
      return 'stored';
    },

    async putBlindReview(office, answer) {
      const { answers } = officeOf(office);
      const name = `${answer.sample}#${answer.caseKey}`;
      if (answers.has(name)) return 'already-there';
      answers.set(name, { ...answer });
      return 'stored';
    },

    async listSamples(office) {
      const { samples, answers } = officeOf(office);
      const sorted = [...answers].sort(([a], [b]) => compareCodePoints(a, b)).map(([, answer]) => ({ ...answer }));
      return answeredSamples([...samples.values()], sorted);
    },
  };
}
