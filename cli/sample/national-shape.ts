/**
 * Figures of the national docket that the sample follows. Source: EOIR case-data release of mid-2025, via the
 * Deportation Data Project (CC0): how often each code stands in a column, and what share of a column is missing.
 * Codes of that release are named in the comments; stray values are left out. What that release does not tell
 * stands in `own-estimates.ts`.
 */

/** Column CASE_TYPE of the case table: RMV, DEP, EXC, WHO, AOC, and CFR with RFR. Rows. */
export const PROCEEDINGS = [
  { value: 'removal', weight: 10_386_435 },
  { value: 'deportation', weight: 1_107_027 },
  { value: 'exclusion', weight: 207_080 },
  { value: 'withholding-only', weight: 41_346 },
  { value: 'asylum-only', weight: 19_555 },
  { value: 'fear-review', weight: 239_719 },
] as const;

/** Column CUSTODY of the case table: N never detained, D detained, R released. Rows. */
export const CUSTODY = [
  { value: 'never-detained', weight: 7_916_001 },
  { value: 'detained', weight: 2_760_162 },
  { value: 'released', weight: 1_329_231 },
] as const;

/** Column LATEST_CAL_TYPE of the case table: M and I. Rows. */
export const HEARING_KINDS = [
  { value: 'master', weight: 7_263_514 },
  { value: 'individual', weight: 2_720_126 },
] as const;

/** Column CHG_STATUS of the charge table: S, N, W. Rows. */
export const DECIDED_CHARGES = [
  { value: 'sustained', weight: 10_370_276 },
  { value: 'not-sustained', weight: 415_035 },
  { value: 'withdrawn', weight: 153_061 },
] as const;

/** Column strFiledBy of the appeal table: A (the respondent) and I (the government). Rows. */
export const APPELLANTS = [
  { value: 'respondent', weight: 1_240_805 },
  { value: 'dhs', weight: 74_922 },
] as const;

/**
 * How proceedings end. Column DEC_CODE of the proceeding table: X with V (ordered to leave), R with T and U (relief,
 * terminated, dismissed); column OTHER_COMP: A, K, M and Y (closed without a decision). Rows.
 */
export const OUTCOMES = [
  { value: 'final-order', weight: 4_757_849 },
  { value: 'ended', weight: 2_323_021 },
  { value: 'administratively-closed', weight: 625_085 },
] as const;

/** Shares of 1 that are missing in the case table, by column. */
export const MISSING = {
  /** NAT */
  nationality: 0.0099,
  /** CUSTODY */
  custody: 0.0107,
  /** DATE_OF_ENTRY */
  entryDate: 0.365,
  /** C_BIRTHDATE, which is a month and a year */
  birthDate: 0.467,
  /** LATEST_HEARING */
  hearing: 0.17,
  /** E_28_DATE: no notice of a representative's appearance is on file, which does not prove that there is none */
  appearance: 0.615,
} as const;

/** Shares of 1 of proceedings or cases. */
export const SHARES = {
  /** OTHER_COMP C, change of venue, of 16.8 million proceedings */
  venueChanged: 0.113,
  /** CRIM_IND Y among Y and N: a criminal matter is noted */
  criminalMatter: 0.077,
  /** Riders in force, of 12.8 million cases: the case follows that of a family member */
  rider: 0.178,
} as const;
