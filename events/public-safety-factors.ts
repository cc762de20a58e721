/** Factors a person weighs in a finding on current threat to public safety. They are shown, never added up. */
import * as z from 'zod';
import { fact, group } from './fact-kinds.ts';

const flag = z.boolean();

const aggravating = group(
  {
    gravityOrSentence: fact(flag, 'Gravity of the offense and the sentence imposed.'),
    harm: fact(flag, 'The harm done.'),
    sophistication: fact(flag, 'Sophistication of the offense.'),
    weapon: fact(flag, 'A firearm or dangerous weapon.'),
    seriousPriorRecord: fact(flag, 'A serious prior criminal record.'),
  },
  'Factors that weigh towards a threat, as a person found them.',
);

const mitigating = group(
  {
    age: fact(flag, 'Age.'),
    longPresence: fact(flag, 'Long presence.'),
    mentalCondition: fact(flag, 'A mental condition.'),
    victimWitnessOrParty: fact(flag, 'Victim, witness or party. Restricted information.'),
    familyImpact: fact(flag, 'Impact on family.'),
    reliefEligibility: fact(flag, 'Eligibility for relief.'),
    militaryOrPublicService: fact(flag, 'Military or public service.'),
    timeAndRehabilitation: fact(flag, 'Time since the offense, and rehabilitation.'),
    vacatedOrExpunged: fact(flag, 'A conviction was vacated or expunged.'),
  },
  'Factors that weigh against a threat, as a person found them.',
);

export const publicSafetyFactors = group(
  { aggravating, mitigating },
  'Factors collected for a finding on current threat to public safety: true is found, false is looked for and not found.',
);
