/**
 * What the sample needs and the release of case data does not tell: rounded estimates of this project, good enough
 * for a docket that looks like one, and not to be quoted.
 */

/**
 * Nationalities with EOIR's code, which is not ISO 3166, and the ISO code that a docket update carries. `tps` marks
 * those with a designation for Temporary Protected Status on the day of the sample.
 */
export const NATIONALITIES = [
  { eoir: 'MX', iso: 'MX', tps: false, weight: 170 },
  { eoir: 'GT', iso: 'GT', tps: false, weight: 155 },
  { eoir: 'HO', iso: 'HN', tps: true, weight: 150 },
  { eoir: 'ES', iso: 'SV', tps: true, weight: 120 },
  { eoir: 'VE', iso: 'VE', tps: true, weight: 50 },
  { eoir: 'CU', iso: 'CU', tps: false, weight: 48 },
  { eoir: 'HA', iso: 'HT', tps: true, weight: 34 },
  { eoir: 'CO', iso: 'CO', tps: false, weight: 30 },
  { eoir: 'EC', iso: 'EC', tps: false, weight: 30 },
  { eoir: 'CH', iso: 'CN', tps: false, weight: 30 },
  { eoir: 'NU', iso: 'NI', tps: true, weight: 26 },
  { eoir: 'BR', iso: 'BR', tps: false, weight: 26 },
  { eoir: 'IN', iso: 'IN', tps: false, weight: 24 },
  { eoir: 'PE', iso: 'PE', tps: false, weight: 14 },
  { eoir: 'DR', iso: 'DO', tps: false, weight: 13 },
  { eoir: 'JM', iso: 'JM', tps: false, weight: 8 },
  { eoir: 'RU', iso: 'RU', tps: false, weight: 6 },
  { eoir: 'NI', iso: 'NG', tps: false, weight: 6 },
  { eoir: 'RP', iso: 'PH', tps: false, weight: 6 },
  { eoir: 'VM', iso: 'VN', tps: false, weight: 5 },
  { eoir: 'CM', iso: 'CM', tps: false, weight: 5 },
  { eoir: 'NP', iso: 'NP', tps: true, weight: 5 },
  { eoir: 'PK', iso: 'PK', tps: false, weight: 5 },
  { eoir: 'BG', iso: 'BD', tps: false, weight: 5 },
  { eoir: 'UE', iso: 'UA', tps: false, weight: 4 },
  { eoir: 'CS', iso: 'CR', tps: false, weight: 3 },
  { eoir: 'TD', iso: 'TT', tps: false, weight: 3 },
  { eoir: 'BM', iso: 'MM', tps: true, weight: 2 },
  { eoir: 'SO', iso: 'SO', tps: true, weight: 2 },
  { eoir: 'SU', iso: 'SD', tps: true, weight: 2 },
  { eoir: 'SY', iso: 'SY', tps: true, weight: 2 },
  { eoir: 'YE', iso: 'YE', tps: true, weight: 2 },
  { eoir: 'ER', iso: 'ER', tps: false, weight: 2 },
  { eoir: 'SG', iso: 'SN', tps: false, weight: 2 },
  { eoir: 'GV', iso: 'GN', tps: false, weight: 2 },
  { eoir: 'KS', iso: 'KR', tps: false, weight: 2 },
  { eoir: 'UK', iso: 'GB', tps: false, weight: 2 },
  { eoir: 'UZ', iso: 'UZ', tps: false, weight: 2 },
  { eoir: 'TU', iso: 'TR', tps: false, weight: 2 },
  { eoir: 'BH', iso: 'BZ', tps: false, weight: 2 },
] as const;

/** Field locations, named as the immigration court of the same city, with the circuit that the court lies in. */
export const OFFICES = [
  { code: 'MIA', circuit: '11', weight: 11 },
  { code: 'NYC', circuit: '2', weight: 11 },
  { code: 'LOS', circuit: '9', weight: 10 },
  { code: 'SFR', circuit: '9', weight: 8 },
  { code: 'HOU', circuit: '5', weight: 8 },
  { code: 'DAL', circuit: '5', weight: 7 },
  { code: 'CHI', circuit: '7', weight: 6 },
  { code: 'ORL', circuit: '11', weight: 6 },
  { code: 'NEW', circuit: '3', weight: 6 },
  { code: 'BAL', circuit: '4', weight: 5 },
  { code: 'WAS', circuit: '4', weight: 5 },
  { code: 'BOS', circuit: '1', weight: 5 },
  { code: 'ATL', circuit: '11', weight: 4 },
  { code: 'MEM', circuit: '6', weight: 3 },
  { code: 'DEN', circuit: '10', weight: 3 },
  { code: 'OMA', circuit: '8', weight: 2 },
] as const;

/** The first charge on a Notice to Appear, or an older charging document, with the manner of entry it goes with. */
export const REMOVAL_CHARGES = [
  { code: '212(a)(6)(A)(i)', manner: 'without-inspection', weight: 620 },
  { code: '212(a)(7)(A)(i)(I)', manner: 'paroled', weight: 190 },
  { code: '237(a)(1)(B)', manner: 'admitted', weight: 95 },
  { code: '237(a)(1)(C)(i)', manner: 'admitted', weight: 20 },
  { code: '237(a)(1)(A)', manner: 'admitted', weight: 18 },
  { code: '237(a)(1)(D)(i)', manner: 'admitted', weight: 6 },
  { code: '212(a)(6)(C)(i)', manner: 'admitted', weight: 10 },
  { code: '212(a)(9)(A)(ii)', manner: 'without-inspection', weight: 6 },
  { code: '212(a)(6)(E)(i)', manner: 'without-inspection', weight: 3 },
  { code: '212(a)(7)(B)(i)(II)', manner: 'paroled', weight: 12 },
] as const;

/** The same under the law before April 1997. */
export const DEPORTATION_CHARGES = [
  { code: '241(a)(1)(B)', manner: 'without-inspection', weight: 800 },
  { code: '241(a)(1)(C)(i)', manner: 'admitted', weight: 120 },
  { code: '241(a)(1)(A)', manner: 'admitted', weight: 80 },
] as const;

/** Years of the last entry, where it is known. The border priority asks about November 2020. */
export const ENTRY_PERIODS = [
  { from: '1978-01-01', to: '1999-12-31', weight: 12 },
  { from: '2000-01-01', to: '2009-12-31', weight: 22 },
  { from: '2010-01-01', to: '2015-12-31', weight: 24 },
  { from: '2016-01-01', to: '2018-12-31', weight: 16 },
  { from: '2019-01-01', to: '2020-10-31', weight: 14 },
  { from: '2020-11-01', to: '2021-06-20', weight: 12 },
] as const;

/** Ages on the day of the sample, in years. */
export const AGES = [
  { from: 2, to: 15, weight: 7 },
  { from: 16, to: 17, weight: 3 },
  { from: 18, to: 29, weight: 30 },
  { from: 30, to: 44, weight: 38 },
  { from: 45, to: 59, weight: 18 },
  { from: 60, to: 84, weight: 4 },
] as const;

/** Offenses with how often an attorney finds an aggravated felony in the conviction, 0 to 1. */
export const OFFENSES = [
  { offense: 'Driving under the influence', aggravated: 0, weight: 30 },
  { offense: 'Simple possession of a controlled substance', aggravated: 0, weight: 16 },
  { offense: 'Petty theft', aggravated: 0.02, weight: 12 },
  { offense: 'Assault, third degree', aggravated: 0.1, weight: 10 },
  { offense: 'Domestic battery', aggravated: 0.15, weight: 9 },
  { offense: 'Burglary of a dwelling', aggravated: 0.6, weight: 7 },
  { offense: 'Possession of a controlled substance with intent to distribute', aggravated: 0.85, weight: 9 },
  { offense: 'Aggravated assault with a deadly weapon', aggravated: 0.8, weight: 4 },
  { offense: 'Unlawful possession of a firearm by a prohibited person', aggravated: 0.5, weight: 3 },
] as const;
