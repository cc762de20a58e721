/** Background checks, convictions, criminal charges, gangs, and what an attorney or officer finds in them. */
import type { AssertedFacts } from '../../../events/facts.ts';
import { type CaseFile, SAMPLE_DAY_NUMBER } from '../case-file.ts';
import { dateOf } from '../days.ts';
import { OFFENSES } from '../own-estimates.ts';
import type { Random } from '../random.ts';
import { type Step, type Story, step } from '../step.ts';

type Conviction = NonNullable<NonNullable<AssertedFacts['convictions']>[string]>;

const FROM_ERO = { source: 'ero' } as const;
const FROM_OPLA = { source: 'opla' } as const;

/** The check is in force for a year: most on file still are. */
export function backgroundCheck(_file: CaseFile, random: Random): Story {
  const text = 'Biometric criminal and security check completed.';
  const story = { steps: [step('background-check-recorded', text, (day) => ({ backgroundCheckedOn: day }), FROM_ERO)] };
  return random.chance(0.9) ? { ...story, within_days: 250 } : story;
}

function threatFound(random: Random): Step[] {
  if (random.chance(0.2)) return [];
  const poses = random.chance(0.7);
  const text = 'Finding on current threat to public safety entered after review of the whole record.';
  return [step('threat-finding', text, (day) => ({ threatFinding: { poses, on: day } }), FROM_OPLA)];
}

/** Recorded first; then an attorney says what it is in law, the charge may follow, and some convictions fall. */
export function conviction(file: CaseFile, random: Random): Story {
  const { offense, aggravated } = random.weighted(OFFENSES);
  const convictedDay = random.between(Math.max(file.entryDay, SAMPLE_DAY_NUMBER - 5500), SAMPLE_DAY_NUMBER - 60);
  const sentenceMonths = random.weighted([
    { value: 0, weight: 30 },
    { value: random.between(1, 11), weight: 40 },
    { value: random.between(12, 96), weight: 30 },
  ]).value;
  const recorded: Conviction = { offense, on: dateOf(convictedDay), sentenceMonths };
  const final: Conviction = { ...recorded, disposition: random.chance(0.92) ? 'final' : 'on-direct-appeal' };
  const steps = [
    step('conviction-recorded', 'Record of conviction received.', {
      convictions: { c1: random.chance(0.85) ? final : recorded },
    }),
  ];
  if (random.chance(0.3)) return { steps };

  const aggravatedFelony = random.chance(aggravated);
  const analysed: Conviction = { ...final, aggravatedFelony, ...(aggravatedFelony ? { charge: 'n2' } : {}) };
  const text = 'Conviction analysed under the categorical approach.';
  steps.push(step('conviction-analysed', text, { convictions: { c1: analysed } }, FROM_OPLA));
  if (!aggravatedFelony) return { steps };

  const charge = { code: '237(a)(2)(A)(iii)', status: 'alleged' } as const;
  steps.push(step('charge-added', 'Additional charge lodged (Form I-261).', { ntaCharges: { n2: charge } }));
  steps.push(...threatFound(random));
  if (random.chance(0.15)) {
    const vacated: Conviction = { ...analysed, disposition: 'vacated-for-legal-defect' };
    steps.push(step('conviction-vacated', 'Conviction vacated for a legal defect.', { convictions: { c1: vacated } }));
    const withdrawn = { code: charge.code, status: 'withdrawn' } as const;
    steps.push(
      step('charge-withdrawn', 'Charge withdrawn by the government (Form I-261).', { ntaCharges: { n2: withdrawn } }),
    );
  }
  return { steps };
}

export function pendingCharge(_file: CaseFile, random: Random): Story {
  const { offense } = random.weighted(OFFENSES);
  const steps = [
    step('arrest-reported', 'Arrest reported; charge pending.', { pendingCharges: { p1: { offense } } }, FROM_ERO),
  ];
  if (random.chance(0.5)) {
    steps.push(
      step('criminal-charge-dismissed', 'Criminal charge dismissed.', { pendingCharges: { p1: null } }, FROM_ERO),
    );
  }
  return { steps, within_days: 600 };
}

export function gang(file: CaseFile, random: Random): Story {
  const text = 'Report on participation in an organized criminal gang received.';
  if (random.chance(0.35)) {
    return {
      steps: [step('gang-database-entry', 'Entry in a gang database.', { gang: { databaseOnly: true } }, FROM_ERO)],
    };
  }
  const beganDay = file.birthDay + random.between(14, 19) * 366;
  const gangFacts = {
    from: dateOf(Math.min(beganDay, SAMPLE_DAY_NUMBER - 400)).slice(0, 7),
    intentional: true,
    ...(random.chance(0.6) ? { furtheredIllegalActivity: true } : {}),
    ...(random.chance(0.4) ? { to: dateOf(SAMPLE_DAY_NUMBER - random.between(40, 390)) } : {}),
  };
  return { steps: [step('gang-report', text, { gang: gangFacts }, FROM_ERO), ...threatFound(random)] };
}

export function security(_file: CaseFile, random: Random): Story {
  const charge = { code: '212(a)(3)(B)(i)(I)', status: 'alleged' } as const;
  const steps = [
    random.chance(0.5)
      ? step('charge-added', 'Additional charge lodged (Form I-261).', { ntaCharges: { n3: charge } })
      : step(
          'security-referral',
          'Referral by an agency received.',
          { nationalSecurity: { terrorismOrEspionage: 'suspected' } },
          FROM_ERO,
        ),
  ];
  if (random.chance(0.4)) {
    const cleared = {
      nationalSecurity: { terrorismOrEspionage: 'none' },
      ntaCharges: { n3: { ...charge, status: 'withdrawn' } },
    } as const;
    steps.push(step('security-resolved', 'Referral closed; nothing found.', cleared, FROM_OPLA));
  }
  return { steps };
}

export function otherPriority(): Story {
  const by = 'field-office-director';
  const text = 'Approved as another priority.';
  return {
    steps: [step('priority-approved', text, (day) => ({ otherPriorityApproval: { by, on: day } }), FROM_ERO)],
    within_days: 150,
  };
}
