/** Petitions and applications: filed, found prima facie good, approved, denied, or overtaken by a bar. */
import type { AssertedFacts } from '../../../events/facts.ts';
import type { CaseFile } from '../case-file.ts';
import type { Random } from '../random.ts';
import { type Step, type Story, step } from '../step.ts';

type ReliefEntry = NonNullable<NonNullable<AssertedFacts['relief']>[string]>;

const FROM_USCIS = { source: 'uscis' } as const;
const FROM_OPLA = { source: 'opla' } as const;
const FROM_RESPONDENT = { source: 'eoir', provenance: 'respondent' } as const;

function entry(code: string, text: string, relief: ReliefEntry, from: Parameters<typeof step>[3] = FROM_USCIS): Step {
  return step(code, text, { relief: { r1: relief } }, from);
}

/** Asylum and cancellation: decided in the proceedings themselves, so they raise nothing; they are what most cases are about. */
export function inCourtRelief(_file: CaseFile, random: Random): Story {
  const kind = random.weighted([
    { value: 'asylum', weight: 78 },
    { value: 'cancellation', weight: 22 },
  ]).value;
  const form = kind === 'asylum' ? 'Form I-589' : 'Form EOIR-42B';
  return {
    steps: [
      step('application-filed', `${form} lodged with the court.`, { relief: { a1: { kind, status: 'pending' } } }),
    ],
  };
}

export function familyPetition(_file: CaseFile, random: Random): Story {
  const filed: ReliefEntry = { kind: 'i-130', status: 'pending' };
  const steps = [entry('petition-filed', 'Form I-130 received.', filed)];
  if (random.chance(0.25)) return { steps };
  if (random.chance(0.2)) {
    return { steps: [...steps, entry('petition-denied', 'Form I-130 denied.', { ...filed, status: 'denied' })] };
  }
  const approved: ReliefEntry = { ...filed, status: 'approved' };
  const needsWaiver = random.chance(0.4);
  const available: ReliefEntry = { ...approved, visaAvailable: true, ...(needsWaiver ? { waiver: 'i-601a' } : {}) };
  steps.push(entry('petition-approved', 'Form I-130 approved.', random.chance(0.5) ? approved : available));
  if (random.chance(0.6)) steps.push(entry('visa-available', 'Immigrant visa number available.', available));
  if (random.chance(0.2)) {
    steps.push(entry('visa-retrogressed', 'Visa number no longer available.', { ...available, visaAvailable: false }));
  }
  if (random.chance(0.1)) steps.push(entry('petition-revoked', 'Approval revoked.', { ...approved, status: 'denied' }));
  return { steps };
}

export function temporaryProtectedStatus(file: CaseFile, random: Random): Story {
  if (!file.tpsDesignated) return { steps: [] };
  const filed: ReliefEntry = { kind: 'tps', status: 'pending' };
  const steps = [
    random.chance(0.3)
      ? entry('application-announced', 'Form I-821 to be filed.', { ...filed, status: 'announced' }, FROM_RESPONDENT)
      : entry('application-filed', 'Form I-821 received.', filed),
  ];
  if (random.chance(0.75)) {
    const text = 'Prima facie eligibility found.';
    steps.push(entry('prima-facie', text, { ...filed, primaFacie: random.chance(0.85) }, FROM_OPLA));
  }
  if (random.chance(0.35))
    steps.push(entry('application-approved', 'Form I-821 approved.', { ...filed, status: 'approved' }));
  else if (random.chance(0.15))
    steps.push(entry('application-denied', 'Form I-821 denied.', { ...filed, status: 'denied' }));
  return { steps, within_days: 400 };
}

export function juvenilePetition(file: CaseFile, random: Random): Story {
  if (file.age >= 21) return { steps: [] };
  const filed: ReliefEntry = { kind: 'sij', status: 'pending' };
  const steps = [entry('petition-filed', 'Form I-360 (special immigrant juvenile) received.', filed)];
  if (random.chance(0.5)) {
    steps.push(entry('prima-facie', 'Prima facie eligibility found.', { ...filed, primaFacie: true }, FROM_OPLA));
  }
  if (random.chance(0.6))
    steps.push(entry('petition-approved', 'Form I-360 approved.', { ...filed, status: 'approved' }));
  return { steps };
}

export function otherBenefit(_file: CaseFile, random: Random): Story {
  const kind = random.weighted([
    { value: 'naturalization', weight: 30 },
    { value: 'adjustment', weight: 45 },
    { value: 'deferred-action', weight: 25 },
  ]).value;
  const filed: ReliefEntry = { kind, status: 'pending' };
  const steps = [entry('application-filed', 'Application received.', filed)];
  if (random.chance(0.4)) {
    steps.push(entry('prima-facie', 'Prima facie eligibility found.', { ...filed, primaFacie: true }, FROM_OPLA));
  }
  if (random.chance(0.2))
    steps.push(entry('bar-recorded', 'A bar to the benefit is on record.', { ...filed, bars: true }, FROM_OPLA));
  else if (random.chance(0.4))
    steps.push(entry('application-approved', 'Application approved.', { ...filed, status: 'approved' }));
  return { steps };
}
