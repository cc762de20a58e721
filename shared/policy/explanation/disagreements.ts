/** Facts on which two sources disagree: what each says last, and which of them stands. */
import { canonicalText } from '../../docket/content-hash.ts';
import { compareStamps } from '../../docket/stamp.ts';
import type { Disagreement, StandsBecause, Statement } from './case-explanation.ts';
import type { Claim, Evidence } from './evidence.ts';
import { nameOf, valueWords } from './fact-words.ts';
import { inSchemaOrder, pathOf, placeOfKey, valueKindAt } from './places.ts';

/** The latest that each source says of a fact; what it says of the group or map around it counts when it retracts. */
function latestBySource(key: string, claims: readonly Claim[]): Claim[] {
  const latest = new Map<string, Claim>();
  for (const claim of claims) {
    const isAbout = claim.key === key || (claim.value === null && key.startsWith(`${claim.key}/`));
    // A prohibited assertion stands beside what the same source says otherwise.
    if (isAbout) latest.set(JSON.stringify([claim.stamp.source, claim.isProhibited]), claim);
  }
  return [...latest.values()].sort((one, other) => compareStamps(other.stamp, one.stamp));
}

/** The statement that the case goes by. */
function standingAmong(key: string, statements: readonly Claim[], { facts, claims }: Evidence): Claim | undefined {
  const fact = facts.get(key);
  if (fact === undefined) return statements.find(({ isProhibited }) => !isProhibited) ?? statements[0];
  // The mark of protected information may stand by what its source has said otherwise since.
  return [...statements, ...claims].find((claim) => claim.key === key && compareStamps(claim.stamp, fact.stamp) === 0);
}

function becauseOf(stands: Claim, others: readonly Claim[]): StandsBecause {
  const rival = others.find(({ isProhibited }) => stands.isProhibited || !isProhibited);
  if (rival === undefined) return 'not-from-a-prohibited-source';
  if (compareStamps(stands.stamp, rival.stamp) < 0) return 'protection-stands';
  return stands.stamp.sequence > rival.stamp.sequence ? 'higher-sequence' : 'same-sequence-higher-source';
}

function disagreementOn(key: string, evidence: Evidence): Disagreement | undefined {
  const claims = latestBySource(key, evidence.claims);
  if (new Set(claims.map(({ value }) => canonicalText(value))).size < 2) return undefined;
  const stands = standingAmong(key, claims, evidence);
  if (stands === undefined) return undefined;
  const others = claims.filter((claim) => claim !== stands);
  const place = placeOfKey(key);
  const statement = (claim: Claim): Statement => ({
    value: claim.value,
    told: claim.value === null ? 'retracted' : valueWords(place, claim.value),
    update: evidence.referenceOf(claim.stamp),
    stands: claim === stands,
  });
  return {
    path: pathOf(place),
    name: nameOf(place),
    statements: [stands, ...others].map(statement),
    because: becauseOf(stands, others),
  };
}

/** By fact, in the order of the event schema. */
export function disagreementsIn(evidence: Evidence): Disagreement[] {
  const keys = new Set(evidence.claims.map(({ key }) => key));
  const facts = [...keys].filter((key) => valueKindAt(placeOfKey(key)) !== undefined);
  return inSchemaOrder(facts).flatMap((key) => disagreementOn(key, evidence) ?? []);
}
