/** Names of facts and values in plain words, as an explanation says them. `$` stands for the entry: "conviction c1". */
import type { Told } from './case-explanation.ts';
import { type Place, valueKindAt } from './places.ts';

/** By path without ids. A group or map is named where a fact in it, or the whole of it, is spoken of. */
const NAMES: Readonly<Record<string, string>> = {
  office: 'field office',
  circuit: 'circuit',
  proceeding: 'kind of proceeding',
  stage: 'stage',
  appellant: 'appellant',
  detained: 'in ICE custody',
  hearing: 'next hearing',
  'hearing.on': 'day of the next hearing',
  'hearing.kind': 'kind of the next hearing',
  represented: 'represented by counsel',
  respondentPosition: "respondent's position",
  ntaSource: 'issuer of the notice to appear',
  birthDate: 'date of birth',
  nationality: 'nationality',
  deceased: 'the respondent has died',
  citizenshipEvidence: 'probative evidence of U.S. nationality',
  removable: 'found removable',
  firstPresence: 'first known presence',
  lastEntry: 'last entry',
  'lastEntry.on': 'day of the last entry',
  'lastEntry.manner': 'manner of the last entry',
  apprehension: 'arrest',
  'apprehension.place': 'place of the arrest',
  'apprehension.on': 'day of the arrest',
  'apprehension.attemptingUnlawfulEntry': 'arrested while attempting to enter unlawfully',
  backgroundCheckedOn: 'background check',
  nationalSecurity: 'national security',
  'nationalSecurity.terrorismOrEspionage': 'terrorism or espionage',
  'nationalSecurity.otherwiseNecessary': 'custody determined necessary for national security',
  'nationalSecurity.humanRightsViolator': 'found a serious human-rights violator',
  convictions: 'conviction',
  'convictions.offense': 'offense of $',
  'convictions.on': 'date of $',
  'convictions.aggravatedFelony': '$ is an aggravated felony',
  'convictions.gangElement': '$ has gang participation as an element',
  'convictions.gangEnhancement': '$ carries a gang enhancement',
  'convictions.sentenceMonths': 'sentence for $, in months',
  'convictions.disposition': 'disposition of $',
  'convictions.foreign': '$ is a foreign one',
  'convictions.termCompletedOn': 'end of the term for $',
  'convictions.charge': 'charge that rests on $',
  pendingCharges: 'pending criminal charge',
  'pendingCharges.offense': 'offense of $',
  gang: 'gang participation',
  'gang.from': 'begin of gang participation',
  'gang.to': 'end of gang participation',
  'gang.intentional': 'gang participation was intentional',
  'gang.furtheredIllegalActivity': 'gang participation furthered illegal activity',
  'gang.databaseOnly': 'only a gang database says so',
  threatFinding: 'finding on threat',
  'threatFinding.poses': 'found to pose a threat',
  'threatFinding.on': 'day of the finding on threat',
  publicSafetyFactors: 'public-safety factors',
  'publicSafetyFactors.aggravating': 'aggravating public-safety factors',
  'publicSafetyFactors.aggravating.gravityOrSentence': 'aggravating: gravity or sentence',
  'publicSafetyFactors.aggravating.harm': 'aggravating: harm done',
  'publicSafetyFactors.aggravating.sophistication': 'aggravating: sophistication',
  'publicSafetyFactors.aggravating.weapon': 'aggravating: weapon',
  'publicSafetyFactors.aggravating.seriousPriorRecord': 'aggravating: serious prior record',
  'publicSafetyFactors.mitigating': 'mitigating public-safety factors',
  'publicSafetyFactors.mitigating.age': 'mitigating: age',
  'publicSafetyFactors.mitigating.longPresence': 'mitigating: long presence',
  'publicSafetyFactors.mitigating.mentalCondition': 'mitigating: mental condition',
  'publicSafetyFactors.mitigating.victimWitnessOrParty': 'mitigating: victim, witness or party',
  'publicSafetyFactors.mitigating.familyImpact': 'mitigating: impact on family',
  'publicSafetyFactors.mitigating.reliefEligibility': 'mitigating: eligible for relief',
  'publicSafetyFactors.mitigating.militaryOrPublicService': 'mitigating: military or public service',
  'publicSafetyFactors.mitigating.timeAndRehabilitation': 'mitigating: time and rehabilitation',
  'publicSafetyFactors.mitigating.vacatedOrExpunged': 'mitigating: vacated or expunged',
  otherPriorityApproval: 'approval as another priority',
  'otherPriorityApproval.by': 'who approved another priority',
  'otherPriorityApproval.on': 'day of the approval',
  ntaCharges: 'NTA charge',
  'ntaCharges.code': 'section of $',
  'ntaCharges.status': 'status of $',
  lawfulStatus: 'lawful status',
  'lawfulStatus.kind': 'kind of lawful status',
  'lawfulStatus.since': 'first day of the lawful status',
  'lawfulStatus.ageWhenGranted': 'age when the status was granted',
  relief: 'relief',
  'relief.kind': 'kind of $',
  'relief.status': 'status of $',
  'relief.primaFacie': 'prima facie eligible for $',
  'relief.visaAvailable': 'visa available for $',
  'relief.waiver': 'waiver with $',
  'relief.bars': 'a bar to $',
  militaryService: 'military service',
  'militaryService.who': 'member in $',
  'militaryService.service': 'time of $',
  'militaryService.discharge': 'discharge from $',
  humanitarian: 'humanitarian factors',
  'humanitarian.seriousHealthCondition': 'serious health condition',
  'humanitarian.elderly': 'found elderly',
  'humanitarian.primaryCaregiver': 'primary caregiver of a seriously ill person',
  'humanitarian.householdMemberSeriouslyIll': 'household member seriously ill',
  'humanitarian.victimOfSeriousCrime': 'victim of a serious crime',
  'humanitarian.arrivedAsYoungChild': 'came as a young child',
  'humanitarian.continuousSinceArrival': 'here continuously since arrival',
  'humanitarian.pregnantAsOf': 'pregnancy recorded',
  'humanitarian.collateralLitigation': 'collateral litigation',
  'humanitarian.collateralLitigation.significant': 'collateral litigation is significant',
  'humanitarian.collateralLitigation.nonFrivolous': 'collateral litigation is not frivolous',
  cooperation: 'cooperation with law enforcement',
  'cooperation.assisting': 'assisting law enforcement',
  'cooperation.agencyPosition': 'position of the agency concerned',
  aggravating: 'aggravating factors',
  'aggravating.persecution': 'persecution on record',
  'aggravating.fraud': 'fraud on record',
  'aggravating.immigrationViolations': 'serious immigration violations on record',
  'aggravating.seriousCriminalHistory': 'serious criminal history on record',
  equities: 'equity',
  protected1367: 'protected information on file (8 U.S.C. 1367)',
  leadCase: 'leading case',
  readings: 'reading of open question',
};

/** Values that are not their own words. Others are, with blanks for hyphens. */
const VALUES: Readonly<Record<string, string>> = {
  dhs: 'DHS',
  ice: 'ICE',
  cbp: 'CBP',
  'uscis-referral': 'USCIS referral',
  'withholding-only': 'withholding-only',
  'asylum-only': 'asylum-only',
  'nta-unfiled': 'notice to appear not filed',
  'i-130': 'I-130',
  'i-360-vawa': 'I-360 (VAWA)',
  'i-601a': 'I-601A',
  tps: 'TPS',
  sij: 'special immigrant juvenile',
  daca: 'DACA',
  u: 'U nonimmigrant',
  t: 'T nonimmigrant',
  lpr: 'lawful permanent resident',
  'conditional-lpr': 'conditional permanent resident',
};

/** Whether the path has a name of its own, which every fact of the schema has. */
export function isNamed(path: string): boolean {
  return Object.hasOwn(NAMES, path);
}

/** The fact or part of a fact in words: "disposition of conviction c1". */
export function nameOf({ names, member }: Place): string {
  const whole = names.join('.');
  const plain = NAMES[member === undefined ? whole : `${whole}.${member}`];
  if (plain !== undefined) return plain;
  const map = names.slice(0, -1).join('.');
  const id = names.at(-1) ?? '';
  const entry = NAMES[map] === undefined ? whole : `${NAMES[map]} ${id}`;
  if (member === undefined) return entry;
  return NAMES[`${map}.${member}`]?.replace('$', () => entry) ?? `${entry}: ${member}`;
}

/** A value that stands at the place in words; of an object, its parts. */
export function valueWords(place: Place, value: unknown): string {
  if (value === null || value === undefined) return 'not recorded';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'object') {
    return partsTold(place, value)
      .map((part) => `${part.name}: ${part.value}`)
      .join('; ');
  }
  if (typeof value !== 'string') return JSON.stringify(value);
  return valueKindAt(place)?.kind === 'choice' ? choiceWords(value) : value;
}

function partsTold({ names }: Place, value: object): Told[] {
  return Object.entries(value).map(([member, part]) => {
    const place = { names, member };
    return { name: nameOf(place), value: valueWords(place, part) };
  });
}

/** The value of a fact in words, part by part. */
export function toldOf(place: Place, value: unknown): Told[] {
  if (typeof value === 'object' && value !== null) return partsTold(place, value);
  return [{ name: nameOf(place), value: valueWords(place, value) }];
}

/** A value of a closed list in words: only these are known to be words. */
function choiceWords(value: string): string {
  return VALUES[value] ?? value.replaceAll('-', ' ');
}
