/**
 * The facts a docket update may assert: the single source of their names, types and meanings.
 * An absent fact is unknown; `null` retracts. Contract, sections 1 and 2.
 */
import * as z from 'zod';
import { calendarDate, partialDate } from './dates.ts';
import { caseId, entries, entryId, fact, group } from './fact-kinds.ts';
import { publicSafetyFactors } from './public-safety-factors.ts';

export { caseId, factKinds } from './fact-kinds.ts';

const flag = z.boolean();

const conviction = z
  .strictObject({
    offense: z.string().describe('Offense of conviction, in the words of the record.'),
    on: partialDate.optional().describe('Date of conviction.'),
    aggravatedFelony: flag.optional().describe("An attorney's legal finding under INA 101(a)(43); absent is unknown."),
    gangElement: flag
      .optional()
      .describe(
        "An attorney's finding that active gang participation, 18 U.S.C. 521(a), is an element of the offense.",
      ),
    gangEnhancement: flag.optional().describe('The sentence carries a gang enhancement.'),
    sentenceMonths: z.int().min(0).optional().describe('Sentence imposed, in months.'),
    disposition: z
      .enum(['final', 'on-direct-appeal', 'vacated-for-legal-defect', 'expunged', 'juvenile-adjudication'])
      .optional()
      .describe('What became of the conviction; absent is unknown.'),
    foreign: flag.optional().describe('The court is a foreign one; absent is domestic.'),
    termCompletedOn: partialDate.optional().describe('Day on which the term of imprisonment was completed.'),
    charge: entryId.optional().describe('Id of the NTA charge that rests on this conviction.'),
  })
  .meta({ id: 'Conviction', description: 'One criminal conviction.' });

const reliefEntry = z
  .strictObject({
    kind: z
      .enum([
        'tps',
        'sij',
        'i-130',
        'i-360-vawa',
        'u',
        't',
        'naturalization',
        'adjustment',
        'deferred-action',
        'asylum',
        'cancellation',
        'other',
      ])
      .describe('The benefit or form.'),
    status: z.enum(['announced', 'pending', 'approved', 'denied']).describe('Where the request stands.'),
    primaFacie: flag.optional().describe("A person's finding of prima facie eligibility; absent is unknown."),
    visaAvailable: flag.optional().describe('A visa is available now or in the near future; absent is unknown.'),
    waiver: z.literal('i-601a').optional().describe('The provisional waiver that is needed or sought, Form I-601A.'),
    bars: flag.optional().describe('A bar to this relief is recorded.'),
  })
  .meta({ id: 'Relief', description: 'One form of relief or benefit.' });

const factsShape = {
  office: fact(
    z.string().regex(/^[A-Z0-9]{2,8}$/),
    "OPLA field location that holds the case; the review queue's first key.",
  ),
  circuit: fact(
    z.enum(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', 'DC']),
    'Federal circuit of the court; it decides whether administrative closure is available.',
  ),
  proceeding: fact(
    z.enum(['removal', 'deportation', 'exclusion', 'withholding-only', 'asylum-only', 'fear-review']),
    'Kind of proceeding; the first three are dismissible under 8 CFR 239.2(c) and 1239.2(c).',
  ),
  stage: fact(
    z.enum(['nta-unfiled', 'pending', 'on-appeal', 'final-order', 'administratively-closed', 'ended']),
    'Where the proceeding stands; the first three are open.',
  ),
  appellant: fact(z.enum(['dhs', 'respondent']), 'Who appealed, when the case is on appeal.'),
  detained: fact(flag, 'In ICE custody now.'),
  hearing: fact(
    z.strictObject({
      on: calendarDate.describe('Day of the hearing.'),
      kind: z.enum(['master', 'individual']).describe('Master calendar or individual (merits) hearing.'),
    }),
    'The next hearing.',
  ),
  represented: fact(flag, 'Counsel of record has entered an appearance.'),
  respondentPosition: fact(
    z.enum(['consents', 'does-not-oppose', 'opposes']),
    "The respondent's position on dismissal or closure.",
  ),
  ntaSource: fact(z.enum(['ice', 'cbp', 'uscis-referral']), 'Component that issued the Notice to Appear.'),
  birthDate: fact(partialDate, 'Date of birth, as far as known.'),
  nationality: fact(z.string().regex(/^[A-Z]{2}$/), 'Nationality, ISO 3166-1 alpha-2.'),
  deceased: fact(flag, 'The respondent has died; 8 CFR 239.2(a)(3).'),
  citizenshipEvidence: fact(flag, 'Probative evidence of U.S. nationality is on file; 8 CFR 239.2(a)(1).'),
  removable: fact(flag, "An attorney's finding; false is 8 CFR 239.2(a)(2)."),
  firstPresence: fact(partialDate, 'Earliest known physical presence in the United States.'),
  lastEntry: fact(
    z.strictObject({
      on: partialDate.describe('Day of the entry.'),
      manner: z.enum(['admitted', 'paroled', 'without-inspection']).optional().describe('Manner of entry.'),
    }),
    'The latest entry into the United States.',
  ),
  apprehension: fact(
    z.strictObject({
      place: z.enum(['border', 'port-of-entry', 'interior']).describe('Where the arrest was made.'),
      on: partialDate.describe('Day of the arrest.'),
      attemptingUnlawfulEntry: flag.optional().describe('Arrested while attempting to enter unlawfully.'),
    }),
    'The arrest that led to the proceeding.',
  ),
  backgroundCheckedOn: fact(partialDate, 'A criminal and security check dated so is on file.'),
  nationalSecurity: group(
    {
      terrorismOrEspionage: fact(
        z.enum(['engaged', 'suspected', 'none']),
        'Terrorism, espionage, or activity related to either.',
      ),
      otherwiseNecessary: fact(
        flag,
        'An agency has determined that custody is necessary to protect national security.',
      ),
      humanRightsViolator: fact(flag, "A person's finding: a serious human-rights violator; absent is unknown."),
    },
    'What is recorded on national security.',
  ),
  convictions: entries(conviction, 'Criminal convictions, by id.'),
  pendingCharges: entries(
    z.strictObject({ offense: z.string().describe('Offense charged.') }),
    'Criminal charges not yet decided, by id.',
  ),
  gang: group(
    {
      from: fact(partialDate, 'Participation began.'),
      to: fact(partialDate, 'Participation ended.'),
      intentional: fact(flag, 'Participation was intentional.'),
      furtheredIllegalActivity: fact(flag, "Participation furthered the organization's illegal activity."),
      databaseOnly: fact(flag, 'The only evidence is an entry in a gang database; shown, and proves nothing.'),
    },
    'Participation in an organized criminal gang or transnational criminal organization.',
  ),
  threatFinding: fact(
    z.strictObject({
      poses: flag.describe('Whether the person poses a threat.'),
      on: calendarDate.describe('Day of the finding.'),
    }),
    "A person's finding on current threat to public safety.",
  ),
  publicSafetyFactors,
  otherPriorityApproval: fact(
    z.strictObject({
      by: z.enum(['field-office-director', 'special-agent-in-charge']).describe('Who approved.'),
      on: calendarDate.describe('Day of the approval.'),
    }),
    'Recorded approval to treat the case as another priority.',
  ),
  ntaCharges: entries(
    z.strictObject({
      code: z
        .string()
        .regex(/^\d{3}[a-z]?(\([A-Za-z0-9]+\))*$/)
        .describe('Section of the INA in canonical form, such as 237(a)(2)(A)(iii).'),
      status: z
        .enum(['alleged', 'sustained', 'not-sustained', 'withdrawn'])
        .describe('A charge is live while alleged or sustained.'),
    }),
    'Charges on the Notice to Appear, by id.',
  ),
  lawfulStatus: fact(
    z.strictObject({
      kind: z
        .enum(['lpr', 'conditional-lpr', 'refugee', 'asylee', 'tps', 'daca', 'u', 't', 'nonimmigrant', 'none'])
        .describe('The status held.'),
      since: partialDate.optional().describe('Day from which it is held.'),
      ageWhenGranted: z.int().min(0).max(150).optional().describe('Age in years when it was granted.'),
    }),
    'Lawful immigration status held now.',
  ),
  relief: entries(reliefEntry, 'Relief or benefits announced, applied for or decided, by id.'),
  militaryService: entries(
    z.strictObject({
      who: z
        .enum(['self', 'spouse', 'parent', 'child', 'sibling', 'other-relative'])
        .describe('The member, as related to the respondent.'),
      service: z.enum(['current', 'former']).describe('Whether the member serves now.'),
      discharge: z.enum(['honorable', 'other']).optional().describe('Discharge of a former member; absent is unknown.'),
    }),
    'Service in the Armed Forces by the respondent or a relative, by id.',
  ),
  humanitarian: group(
    {
      seriousHealthCondition: fact(flag, 'The respondent has a serious health condition.'),
      elderly: fact(flag, "A reviewer's finding; the memo gives no number."),
      primaryCaregiver: fact(flag, 'Primary caregiver of a person with a serious physical or mental illness.'),
      householdMemberSeriouslyIll: fact(flag, 'An immediate family or household member is seriously ill.'),
      victimOfSeriousCrime: fact(flag, 'Victim of domestic violence, trafficking or another serious crime.'),
      arrivedAsYoungChild: fact(flag, 'Came to the United States as a young child.'),
      continuousSinceArrival: fact(flag, 'Has lived in the United States continuously since arrival.'),
      pregnantAsOf: fact(calendarDate, 'Day on which pregnancy was recorded.'),
      collateralLitigation: group(
        {
          significant: fact(flag, 'The litigation is significant.'),
          nonFrivolous: fact(flag, 'The litigation is not frivolous.'),
        },
        'Collateral civil litigation to which the respondent is a party.',
      ),
    },
    'Humanitarian factors on record.',
  ),
  cooperation: group(
    {
      assisting: fact(flag, 'Witness, informant, or otherwise significantly assisting law enforcement.'),
      agencyPosition: fact(z.enum(['supports', 'opposes']), 'What the agency concerned says of discretion.'),
    },
    'Cooperation with law enforcement. Restricted information.',
  ),
  aggravating: group(
    {
      persecution: fact(flag, 'Participation in persecution or other human-rights violations.'),
      fraud: fact(flag, 'Fraud or material misrepresentation.'),
      immigrationViolations: fact(flag, 'Extensive or serious immigration violations.'),
      seriousCriminalHistory: fact(flag, 'Serious criminal history.'),
    },
    'Serious aggravating factors on record.',
  ),
  equities: entries(
    flag,
    'Equities shown to the reviewer and never scored.',
    z.enum([
      'length-of-residence',
      'family-ties',
      'community-ties',
      'work-history',
      'education',
      'community-contribution',
      'rehabilitation',
    ]),
  ),
  protected1367: fact(
    flag,
    'Information protected by 8 U.S.C. 1367 is in the file. Any true stands until a named role clears it.',
  ),
  leadCase: fact(caseId, 'Case id of the family member whose case leads.'),
  readings: entries(
    z.string().min(1).describe("An attorney's answer, as listed by the instrument."),
    'Answers to the questions the instrument leaves open, by question id.',
  ),
};

/** What one update asserts: absent says nothing, `null` retracts. */
export const assertedFacts = z
  .strictObject(factsShape)
  .describe('The facts this update asserts; an absent key says nothing, null retracts.');

export type AssertedFacts = z.infer<typeof assertedFacts>;

type WithoutNull<T> = T extends readonly unknown[] | string | number | boolean
  ? T
  : { [K in keyof T]: WithoutNull<Exclude<T[K], null>> };

/** The facts of a case as they stand: the same shape, nothing retracted in it. */
export type Facts = WithoutNull<AssertedFacts>;
