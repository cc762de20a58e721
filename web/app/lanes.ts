/** The lanes in the order of the tabs, with the words people use for them. */
import type { Lane } from '../api/api.ts';

export const LANES = ['own-motion', 'supervisor', 'needs-facts', 'triage'] as const satisfies readonly Lane[];

export const LANE_WORDS: Readonly<Record<Lane, { readonly name: string; readonly says: string }>> = {
  'own-motion': { name: 'Own motion', says: 'No priority and a ground: consider dismissal or closure.' },
  supervisor: { name: 'Supervisor', says: 'A supervisor weighs what speaks on both sides.' },
  'needs-facts': { name: 'Needs facts', says: 'The answer turns on a missing fact, and the case names it.' },
  triage: { name: 'Triage', says: 'Neither a ground nor a settled priority: a person looks.' },
};
