/** The person and the family: health, care, service, residence, equities, citizenship, death, corrections. */
import type { AssertedFacts } from '../../../events/facts.ts';
import { type CaseFile, SAMPLE_DAY_NUMBER } from '../case-file.ts';
import { dateOf } from '../days.ts';
import type { Random } from '../random.ts';
import { type Step, type Story, step } from '../step.ts';

const FROM_RESPONDENT = { source: 'opla', provenance: 'respondent' } as const;
const FROM_THIRD_PARTY = { source: 'opla', provenance: 'third-party' } as const;
const FROM_OPLA = { source: 'opla' } as const;

/** Papers that show presence earlier than the last entry on record, or an entry that the record lacks. */
export function presenceShown(file: CaseFile, random: Random): Story {
  if (file.enteredAfterCutoff && random.chance(0.9)) return { steps: [] };
  const day = Math.max(file.birthDay, file.entryDay - (random.chance(0.2) ? random.between(200, 3000) : 0));
  const text = 'School, medical or tax records received.';
  const known = dateOf(Math.min(day, SAMPLE_DAY_NUMBER - 300)).slice(0, random.chance(0.6) ? 10 : 7);
  return { steps: [step('presence-shown', text, { firstPresence: known }, FROM_RESPONDENT)] };
}

export function birthDateShown(file: CaseFile): Story {
  const text = 'Birth certificate received.';
  return { steps: [step('birth-date-shown', text, { birthDate: dateOf(file.birthDay) }, FROM_RESPONDENT)] };
}

export function humanitarian(file: CaseFile, random: Random): Story {
  const fact = (facts: NonNullable<AssertedFacts['humanitarian']>): AssertedFacts => ({ humanitarian: facts });
  const told = random.weighted([
    { value: fact({ seriousHealthCondition: true }), text: 'Medical records received.', weight: 30 },
    { value: fact({ primaryCaregiver: true }), text: 'Declaration on care of a family member received.', weight: 16 },
    {
      value: fact({ householdMemberSeriouslyIll: true }),
      text: 'Medical records of a family member received.',
      weight: 18,
    },
    { value: fact({ arrivedAsYoungChild: true }), text: 'School records from early childhood received.', weight: 18 },
    { value: fact({ collateralLitigation: { significant: true } }), text: 'Civil complaint received.', weight: 6 },
    ...(file.age >= 60
      ? ([{ value: fact({ elderly: true }), text: 'Age and health considered.', weight: 40 }] as const)
      : []),
  ]);
  const steps = [step('humanitarian-factor', told.text, told.value, FROM_RESPONDENT)];
  const { arrivedAsYoungChild, collateralLitigation, seriousHealthCondition } = told.value.humanitarian ?? {};
  if (arrivedAsYoungChild && random.chance(0.6)) {
    const text = 'Continuous residence since arrival shown.';
    steps.push(step('residence-shown', text, fact({ continuousSinceArrival: random.chance(0.8) }), FROM_RESPONDENT));
  }
  if (collateralLitigation && random.chance(0.5)) {
    steps.push(
      step(
        'litigation-reviewed',
        'Complaint reviewed.',
        fact({ collateralLitigation: { nonFrivolous: true } }),
        FROM_OPLA,
      ),
    );
  }
  if (seriousHealthCondition && random.chance(0.3)) {
    const text = 'Entry made in the wrong case; struck.';
    steps.push(step('entry-struck', text, fact({ seriousHealthCondition: null }), FROM_OPLA));
  }
  return { steps };
}

export function pregnancy(): Story {
  const text = 'Medical record received.';
  const facts = (day: string): AssertedFacts => ({ humanitarian: { pregnantAsOf: day } });
  return { steps: [step('humanitarian-factor', text, facts, FROM_RESPONDENT)], within_days: 330 };
}

export function military(_file: CaseFile, random: Random): Story {
  const member = random.weighted([
    { value: { who: 'child', service: 'current' }, weight: 26 },
    { value: { who: 'spouse', service: 'current' }, weight: 20 },
    { value: { who: 'parent', service: 'former', discharge: 'honorable' }, weight: 18 },
    { value: { who: 'self', service: 'former' }, weight: 14 },
    { value: { who: 'sibling', service: 'current' }, weight: 22 },
  ] as const).value;
  const steps = [
    step(
      'military-service',
      'Record of military service received.',
      { militaryService: { m1: member } },
      FROM_RESPONDENT,
    ),
  ];
  if (member.who === 'self' && random.chance(0.6)) {
    const discharged = { ...member, discharge: random.chance(0.8) ? 'honorable' : 'other' } as const;
    steps.push(
      step('discharge-shown', 'Form DD-214 received.', { militaryService: { m1: discharged } }, FROM_RESPONDENT),
    );
  }
  if (member.who === 'sibling' && random.chance(0.5)) {
    const answer = random.chance(0.5) ? 'and-siblings' : 'spouse-parent-child';
    steps.push(
      step('reading-given', 'Question of law answered.', { readings: { 'military-relative': answer } }, FROM_OPLA),
    );
  }
  return { steps };
}

export function longResident(file: CaseFile, random: Random): Story {
  const since_years = random.between(4, 30);
  const since = dateOf(Math.max(file.birthDay, SAMPLE_DAY_NUMBER - since_years * 366)).slice(0, 10);
  const lawfulStatus = { kind: random.chance(0.9) ? 'lpr' : 'conditional-lpr', since } as const;
  const facts = random.chance(0.85) ? { lawfulStatus } : { lawfulStatus: { kind: lawfulStatus.kind } };
  return {
    steps: [step('status-shown', 'Record of lawful permanent residence received.', facts, { source: 'uscis' })],
  };
}

export function equities(_file: CaseFile, random: Random): Story {
  const facts: AssertedFacts = {
    equities: {
      'length-of-residence': true,
      'family-ties': random.chance(0.8),
      ...(random.chance(0.5) ? { 'work-history': true } : {}),
      ...(random.chance(0.3) ? { 'community-contribution': true } : {}),
    },
  };
  return { steps: [step('letters-received', 'Letters of support received.', facts, FROM_THIRD_PARTY)] };
}

export function aggravation(_file: CaseFile, random: Random): Story {
  const steps = [step('fraud-found', 'Material misrepresentation found.', { aggravating: { fraud: true } }, FROM_OPLA)];
  if (random.chance(0.25))
    steps.push(step('entry-struck', 'Finding withdrawn.', { aggravating: { fraud: null } }, FROM_OPLA));
  return { steps };
}

/** Cases that stand on no removable person: a citizen, someone not removable, someone who has died. */
export function insufficiency(_file: CaseFile, random: Random): Story {
  const one = (code: string, text: string, facts: AssertedFacts): Step => step(code, text, facts, FROM_OPLA);
  if (random.chance(0.35))
    return { steps: [one('death-recorded', 'Death certificate received.', { deceased: true })], within_days: 120 };
  if (random.chance(0.4)) {
    return {
      steps: [one('not-removable', 'No charge can be sustained on this record.', { removable: false })],
      within_days: 200,
    };
  }
  const steps = [
    one('citizenship-claim', 'Probative evidence of citizenship received.', { citizenshipEvidence: true }),
  ];
  if (random.chance(0.3))
    steps.push(one('citizenship-resolved', 'Claim found to be unsupported.', { citizenshipEvidence: false }));
  return { steps, within_days: 300 };
}

export function entryCorrected(file: CaseFile, random: Random): Story {
  const struck = 'Date could not be verified; entry struck.';
  const facts: AssertedFacts = random.chance(0.5)
    ? { lastEntry: null }
    : { lastEntry: { on: dateOf(Math.max(file.birthDay, file.entryDay - random.between(1, 700))) } };
  return { steps: [step('entry-corrected', facts.lastEntry === null ? struck : 'Date of entry corrected.', facts)] };
}
