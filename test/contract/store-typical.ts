/** The updates of a usual case, in the shape a docket system sends them: much on the first, little afterwards. */
import type { Draft } from './store-samples.ts';

const SUBJECT = 'A-2021-0457193';

export const TYPICAL_DRAFTS: readonly Draft[] = [
  {
    subject: SUBJECT,
    id: 'eoir-2019-04-11-004512',
    sequence: 1,
    entry: { code: 'nta-filed', text: 'Notice to Appear filed with the immigration court', on: '2019-04-11' },
    facts: {
      office: 'NYC',
      circuit: '2',
      proceeding: 'removal',
      stage: 'pending',
      detained: false,
      represented: false,
      ntaSource: 'cbp',
      birthDate: '1984-11-02',
      nationality: 'HN',
      firstPresence: '2006-07',
      lastEntry: { on: '2006-07', manner: 'without-inspection' },
      apprehension: { place: 'interior', on: '2019-03-29' },
      ntaCharges: { 'chg-1': { code: '212(a)(6)(A)(i)', status: 'alleged' } },
      hearing: { on: '2020-02-18', kind: 'master' },
    },
  },
  {
    subject: SUBJECT,
    id: 'eoir-2020-02-18-010077',
    sequence: 2,
    entry: { code: 'attorney-appeared', text: 'Form EOIR-28 filed', on: '2020-02-18' },
    facts: { represented: true, hearing: { on: '2021-09-14', kind: 'individual' } },
  },
  {
    subject: SUBJECT,
    id: 'uscis-774120-1',
    source: 'urn:docket:uscis',
    sequence: 1,
    entry: { code: 'form-received', text: 'I-130 received', on: '2020-08-03' },
    facts: { relief: { LIN2090123456: { kind: 'i-130', status: 'pending' } } },
  },
  {
    subject: SUBJECT,
    id: 'ero-2021-05-02-33817',
    source: 'urn:docket:ero',
    sequence: 9,
    entry: { code: 'background-check', text: 'Checks refreshed', on: '2021-05-02' },
    facts: { backgroundCheckedOn: '2021-05-02', nationalSecurity: { terrorismOrEspionage: 'none' } },
  },
  {
    subject: SUBJECT,
    id: 'opla-2021-06-01-00312',
    source: 'urn:docket:opla',
    sequence: 4,
    entry: {
      code: 'request-received',
      text: 'Request for prosecutorial discretion received from counsel',
      on: '2021-06-01',
    },
    facts: {
      respondentPosition: 'consents',
      equities: { 'length-of-residence': true, 'family-ties': true, 'work-history': true },
      militaryService: { brother: { who: 'sibling', service: 'former', discharge: 'honorable' } },
      humanitarian: { householdMemberSeriouslyIll: true },
    },
  },
  {
    subject: SUBJECT,
    id: 'uscis-774120-2',
    source: 'urn:docket:uscis',
    sequence: 2,
    entry: { code: 'form-approved', text: 'I-130 approved', on: '2021-06-10' },
    facts: { relief: { LIN2090123456: { kind: 'i-130', status: 'approved', visaAvailable: true } } },
  },
];
