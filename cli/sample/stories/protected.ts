/** Victims and witnesses: information that federal law protects, and what an abuser furnished about them. */
import type { AssertedFacts } from '../../../events/facts.ts';
import type { CaseFile } from '../case-file.ts';
import type { Random } from '../random.ts';
import { type Story, step } from '../step.ts';

type ReliefEntry = NonNullable<NonNullable<AssertedFacts['relief']>[string]>;

export function victim(_file: CaseFile, random: Random): Story {
  const kind = random.weighted([
    { value: 'u', weight: 55 },
    { value: 'i-360-vawa', weight: 33 },
    { value: 't', weight: 12 },
  ]).value;
  const filed: ReliefEntry = { kind, status: 'pending' };
  const steps = [
    step(
      'petition-filed',
      'Protected petition received.',
      { relief: { v1: filed }, protected1367: true },
      { source: 'uscis' },
    ),
  ];
  if (random.chance(0.6)) {
    const facts: AssertedFacts = { humanitarian: { victimOfSeriousCrime: true } };
    steps.push(
      step('humanitarian-factor', 'Certification received.', facts, { source: 'opla', provenance: 'third-party' }),
    );
  }
  if (random.chance(0.5)) {
    const bona: ReliefEntry = { ...filed, primaFacie: true };
    steps.push(
      step('prima-facie', 'Prima facie determination received.', { relief: { v1: bona } }, { source: 'uscis' }),
    );
  }
  if (random.chance(0.3)) {
    const tip: AssertedFacts = { aggravating: { fraud: true }, gang: { intentional: true } };
    steps.push(step('tip-received', 'Accusation received.', tip, { source: 'ero', provenance: 'prohibited' }));
  }
  if (random.chance(0.15)) {
    const approved: ReliefEntry = { ...filed, status: 'approved' };
    steps.push(
      step('petition-approved', 'Protected petition approved.', { relief: { v1: approved } }, { source: 'uscis' }),
    );
  }
  return { steps };
}

/** A mark set, it is said, in error. Only a reviewer's finding clears it, so it stands. */
export function markDisputed(): Story {
  const steps = [
    step('protection-marked', 'Marked as protected.', { protected1367: true }, { source: 'opla' }),
    step('protection-disputed', 'Mark said to be set in the wrong case.', { protected1367: false }, { source: 'opla' }),
  ];
  return { steps };
}

export function cooperation(_file: CaseFile, random: Random): Story {
  const asked = random.chance(0.2);
  const first: AssertedFacts = { cooperation: asked ? { agencyPosition: 'supports' } : { assisting: true } };
  const steps = [
    step('agency-letter', 'Letter of an agency received.', first, { source: 'opla', provenance: 'third-party' }),
  ];
  if (random.chance(0.3)) {
    const facts: AssertedFacts = { cooperation: { agencyPosition: random.chance(0.5) ? 'supports' : 'opposes' } };
    steps.push(
      step('agency-position', 'Position of the agency received.', facts, { source: 'opla', provenance: 'third-party' }),
    );
  }
  return { steps };
}
