/** The words of a long docket entry, as an attorney sums up a file: sentences without a name or a number of a person. */
import type { Random } from './random.ts';

const SENTENCES: readonly [string, ...string[]] = [
  'File reviewed in full against the court record; entries that differed have been brought into line with it.',
  'The charging document was served in person and its certificate of service is complete.',
  'Pleadings were taken at a master calendar hearing; the factual allegations were admitted in part.',
  'An interpreter was present at each hearing and no objection to the interpretation was made.',
  'The address of record was confirmed at the last hearing on the form provided for it.',
  'A change of address was received after the notice of hearing had been sent; the notice was sent again.',
  'Biometrics were taken at an application support center and the results are with the record.',
  'The respondent asked for time to find counsel; one continuance was granted for good cause.',
  'Counsel asked that the hearing be held by video, and the court granted the request.',
  'The court set a date by which applications must be lodged, and the date has been met.',
  'Country conditions reports were filed by both parties and are marked for identification.',
  'Family members listed in the application are in the household, as stated by the respondent.',
  'Tax transcripts and pay records cover the years of residence that are claimed.',
  'School records were received by mail and copies were returned to the person who sent them.',
  'The request for a certified disposition is outstanding with the clerk of the criminal court.',
  'No motion is pending before the court at the time of this entry.',
  'The file was moved between offices and arrived complete, with its index of exhibits.',
  'The hearing notice was returned by the postal service once and was served by electronic means thereafter.',
  'The court closed for part of the year; the hearings of that period were set anew.',
  'The parties stipulated to the facts of entry and left the issues of relief for the hearing on the merits.',
  'A joint list of witnesses is due thirty days before the next hearing.',
  'The record shows no earlier order, and a search of earlier files by name and birth date found none.',
  'Exhibits are numbered in one series; translations bear the certificate of the translator.',
  'The supervisor has seen this entry and asks that the file be looked at again before the next hearing.',
];

/** Between eighteen and twenty-four sentences, none of them twice. */
export function longText(random: Random): string {
  const start = random.between(0, SENTENCES.length - 1);
  const count = random.between(18, 24);
  // Steps of five meet all twenty-four before the first comes again.
  return Array.from({ length: count }, (_, index) => SENTENCES[(start + index * 5) % SENTENCES.length]).join(' ');
}
