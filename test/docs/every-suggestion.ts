/** Everything an instrument can suggest or give notice of, found by asking it about many cases. */
import type { Facts } from '../../events/facts.ts';
import { circumstancesOf } from '../../shared/policy/circumstances.ts';
import type { ActionInputs, Instrument, Suggestions } from '../../shared/policy/instrument.ts';
import { NO, UNKNOWN, YES } from '../../shared/policy/leaf.ts';

const STAGES = ['nta-unfiled', 'pending', 'on-appeal', 'final-order', 'administratively-closed', 'ended'] as const;
const LANES = ['own-motion', 'supervisor', 'needs-facts', 'triage', 'none'] as const;
const VALUES = [NO, YES, UNKNOWN] as const;
const DAYS = ['2021-07-20', '2025-02-01'] as const;

const CASES: readonly Facts[] = [
  { circuit: '9', detained: false, respondentPosition: 'consents' },
  { circuit: '9', detained: true, appellant: 'dhs', respondentPosition: 'opposes' },
  { relief: { r1: { kind: 'i-130', status: 'pending' } }, appellant: 'dhs' },
  { pendingCharges: { p1: { offense: 'trespass' } }, protected1367: true },
  { firstPresence: '2015', lastEntry: { on: '2012', manner: 'admitted' } },
];

function inputs(): Omit<ActionInputs, 'status' | 'prohibitedAsserted'>[] {
  return CASES.flatMap((known) =>
    STAGES.flatMap((stage) =>
      LANES.flatMap((lane) =>
        DAYS.flatMap((asOf) =>
          VALUES.flatMap((priority) =>
            VALUES.map((ground) => {
              const facts = { ...known, stage };
              const circumstances = circumstancesOf(facts);
              return { facts, circumstances, asOf, lane, insufficiency: NO, priority, interest: ground, ground };
            }),
          ),
        ),
      ),
    ),
  );
}

export function everySuggestion({ suggest }: Instrument): Suggestions[] {
  return inputs().flatMap((given) => [
    suggest({ ...given, status: 'in-force', prohibitedAsserted: false }),
    suggest({ ...given, status: 'suspended', prohibitedAsserted: true, insufficiency: YES }),
  ]);
}
