/** What the court does with a case: hearings, counsel, charges, venue, decisions and what follows them. */
import { type CaseFile, hearingFrom } from '../case-file.ts';
import { dayNumber } from '../days.ts';
import { APPELLANTS, DECIDED_CHARGES, OUTCOMES } from '../national-shape.ts';
import { OFFICES } from '../own-estimates.ts';
import type { Random } from '../random.ts';
import { type Story, step } from '../step.ts';

export function hearings(file: CaseFile, random: Random): Story {
  const count = random.chance(0.3) ? 2 : 1;
  const steps = Array.from({ length: count }, (_, index) => {
    const code = index === 0 ? 'hearing-scheduled' : 'hearing-reset';
    const text =
      index === 0 ? 'Hearing set; notice served on both parties.' : 'Hearing reset on the motion of a party.';
    return step(code, text, (day) => ({ hearing: hearingFrom(random, dayNumber(day), file.detained) }));
  });
  return { steps, within_days: 700 };
}

export function hearingVacated(): Story {
  return {
    steps: [step('hearing-vacated', 'Hearing vacated; to be reset by the court.', { hearing: null })],
    within_days: 300,
  };
}

export function counsel(_file: CaseFile, random: Random): Story {
  const steps = [
    step('appearance-filed', 'Notice of entry of appearance (Form EOIR-28) filed.', { represented: true }),
  ];
  if (random.chance(0.15))
    steps.push(step('counsel-withdrawn', 'Motion to withdraw as counsel granted.', { represented: false }));
  return { steps };
}

export function custodyChange(file: CaseFile): Story {
  return file.detained
    ? { steps: [step('released', 'Released from custody on bond.', { detained: false }, { source: 'ero' })] }
    : {
        steps: [step('taken-into-custody', 'Taken into custody.', { detained: true }, { source: 'ero' })],
        within_days: 500,
      };
}

export function firstChargeDecided(file: CaseFile, random: Random): Story {
  const charge = file.opening.ntaCharges?.n1;
  if (charge === undefined || charge === null) return { steps: [] };
  const { value: status } = random.weighted(DECIDED_CHARGES);
  const text =
    status === 'withdrawn' ? 'Charge withdrawn by the government (Form I-261).' : `Pleadings taken; charge ${status}.`;
  return { steps: [step(`charge-${status}`, text, { ntaCharges: { n1: { code: charge.code, status } } })] };
}

/** A change of venue moves the case to another office, and to another circuit with it. */
export function venueChanged(_file: CaseFile, random: Random): Story {
  const { code, circuit } = random.weighted(OFFICES);
  return { steps: [step('venue-changed', 'Motion to change venue granted.', { office: code, circuit })] };
}

export function positionTaken(_file: CaseFile, random: Random): Story {
  const position = random.weighted([
    { value: 'consents', weight: 60 },
    { value: 'does-not-oppose', weight: 22 },
    { value: 'opposes', weight: 18 },
  ]).value;
  const from = { source: 'opla', provenance: 'respondent' } as const;
  const text = 'Position on dismissal or closure received from the respondent.';
  const steps = [step('position-recorded', text, { respondentPosition: position }, from)];
  if (position === 'opposes' && random.chance(0.3)) {
    steps.push(
      step('position-recorded', 'Respondent no longer opposes.', { respondentPosition: 'does-not-oppose' }, from),
    );
  }
  return { steps, within_days: 400 };
}

export function decision(_file: CaseFile, random: Random): Story {
  const outcome = random.weighted(OUTCOMES).value;
  if (outcome === 'administratively-closed') {
    const steps = [step('case-closed', 'Proceedings administratively closed.', { stage: outcome, hearing: null })];
    if (random.chance(0.5)) steps.push(step('recalendared', 'Motion to recalendar granted.', { stage: 'pending' }));
    return { steps };
  }
  const text = outcome === 'final-order' ? 'Removal ordered by the immigration judge.' : 'Proceedings terminated.';
  const steps = [step('decision-entered', text, { stage: outcome, hearing: null })];
  if (random.chance(0.5)) {
    const appellant = outcome === 'ended' ? 'dhs' : random.weighted(APPELLANTS).value;
    const appealed = { stage: 'on-appeal', appellant } as const;
    steps.push(step('appeal-filed', 'Notice of appeal to the Board (Form EOIR-26) received.', appealed));
    if (random.chance(0.35))
      steps.push(step('remanded', 'Remanded by the Board to the immigration judge.', { stage: 'pending' }));
  }
  return { steps };
}

/** A Notice to Appear that was issued and not yet filed with a court; most are filed in time. */
export function unfiledNotice(file: CaseFile, random: Random): Story {
  const text = 'Notice to Appear issued; not yet filed with the court.';
  const steps = [step('nta-issued', text, { stage: 'nta-unfiled', hearing: null }, { source: 'opla' })];
  if (random.chance(0.5)) {
    const hearing = hearingFrom(random, file.openedDay, file.detained);
    steps.push(step('nta-filed', 'Notice to Appear filed.', { stage: 'pending', hearing }));
  }
  return { steps, within_days: 200 };
}
