/** The worked cases of opla-2021-05-27, all of them, by theme. */
import { aggravatedFeloniesCases } from './opla-2021-05-27/aggravated-felonies.ts';
import { aggravatedFelonyChargesCases } from './opla-2021-05-27/aggravated-felony-charges.ts';
import { aggravatingFactorsCases } from './opla-2021-05-27/aggravating-factors.ts';
import { backgroundCheckCases } from './opla-2021-05-27/background-check.ts';
import { borderSecurityCases } from './opla-2021-05-27/border-security.ts';
import { closureCases } from './opla-2021-05-27/closure.ts';
import { closureByCircuitCases } from './opla-2021-05-27/closure-by-circuit.ts';
import { convictionsCases } from './opla-2021-05-27/convictions.ts';
import { gangCases } from './opla-2021-05-27/gang.ts';
import { gangElementsCases } from './opla-2021-05-27/gang-elements.ts';
import { humanitarianCases } from './opla-2021-05-27/humanitarian.ts';
import { lawEnforcementCases } from './opla-2021-05-27/law-enforcement.ts';
import { legalInsufficiencyCases } from './opla-2021-05-27/legal-insufficiency.ts';
import { likelyReliefCases } from './opla-2021-05-27/likely-relief.ts';
import { longTermResidentsCases } from './opla-2021-05-27/long-term-residents.ts';
import { militaryCases } from './opla-2021-05-27/military.ts';
import { nationalSecurityCases } from './opla-2021-05-27/national-security.ts';
import { reEntryAndAdmissionCases } from './opla-2021-05-27/re-entry-and-admission.ts';
import { respondentPositionCases } from './opla-2021-05-27/respondent-position.ts';
import { restrictedCasesCases } from './opla-2021-05-27/restricted-cases.ts';
import { retractedFactsCases } from './opla-2021-05-27/retracted-facts.ts';
import { stagesAndProceedingsCases } from './opla-2021-05-27/stages-and-proceedings.ts';
import { threatFindingCases } from './opla-2021-05-27/threat-finding.ts';
import type { GoldenCase } from './table.ts';

export const goldenCases: GoldenCase[] = [
  ...nationalSecurityCases,
  ...borderSecurityCases,
  ...reEntryAndAdmissionCases,
  ...convictionsCases,
  ...aggravatedFeloniesCases,
  ...gangElementsCases,
  ...gangCases,
  ...threatFindingCases,
  ...aggravatedFelonyChargesCases,
  ...backgroundCheckCases,
  ...militaryCases,
  ...likelyReliefCases,
  ...humanitarianCases,
  ...lawEnforcementCases,
  ...longTermResidentsCases,
  ...legalInsufficiencyCases,
  ...closureCases,
  ...closureByCircuitCases,
  ...stagesAndProceedingsCases,
  ...aggravatingFactorsCases,
  ...respondentPositionCases,
  ...restrictedCasesCases,
  ...retractedFactsCases,
];
