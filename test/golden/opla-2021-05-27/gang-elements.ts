/** Public safety: offenses with a gang element, enhancements, and juvenile findings about them. */
import type { GoldenCase } from '../table.ts';

export const gangElementsCases: GoldenCase[] = [
  {
    id: 'N34',
    title: 'Offense with a gang element, threat found',
    asOf: '2021-06-15',
    with: {
      convictions: {
        c1: {
          offense: 'active participation in a street gang',
          on: '2020-03-01',
          aggravatedFelony: false,
          gangElement: true,
          sentenceMonths: 24,
          disposition: 'final',
          foreign: false,
        },
      },
      threatFinding: { poses: true, on: '2021-06-10' },
    },
    expected: { lane: 'none', priority: 'public-safety' },
    why: 'The gang-element arm is met with the finding.',
    cite: 'OPLA memo (May 27, 2021), Enforcement and Removal Priority Cases; Johnson memo (Feb. 18, 2021), public safety; 18 U.S.C. 521(a)',
  },
  {
    id: 'N39',
    title: 'Old foreign conviction with a gang element',
    asOf: '2021-06-15',
    with: {
      convictions: {
        c1: {
          offense: 'membership in an armed gang',
          on: '1999-10-02',
          aggravatedFelony: true,
          gangElement: true,
          sentenceMonths: 24,
          disposition: 'final',
          foreign: true,
          termCompletedOn: '2001-10-02',
        },
      },
      threatFinding: { poses: true, on: '2021-06-10' },
    },
    expected: { lane: 'none', priority: 'public-safety' },
    why: 'The fifteen-year rule belongs to the aggravated-felony definition only; the gang-element arm has no such limit.',
    cite: 'INA 101(a)(43), final paragraph (foreign convictions); 18 U.S.C. 521(a)',
  },
  {
    id: 'N43',
    title: 'Juvenile finding, read as not counting',
    asOf: '2021-06-15',
    with: {
      birthDate: '2001-06-01',
      convictions: {
        c1: {
          offense: 'violent felony for a gang',
          on: '2018-01-01',
          aggravatedFelony: false,
          gangElement: true,
          sentenceMonths: 24,
          disposition: 'juvenile-adjudication',
          foreign: false,
        },
      },
      threatFinding: { poses: true, on: '2021-06-10' },
      readings: { 'juvenile-finding': 'does-not-count' },
    },
    expected: { lane: 'triage', priority: 'none' },
    why: "On the attorney's reading there is no conviction.",
    cite: 'Matter of Devison, 22 I&N Dec. 1362 (BIA 2000)',
  },
  {
    id: 'W29',
    title: 'Gang enhancement, read as an element, no threat finding',
    asOf: '2021-06-15',
    with: {
      convictions: {
        c1: {
          offense: 'assault',
          on: '2017-01-01',
          aggravatedFelony: false,
          sentenceMonths: 0,
          disposition: 'final',
          foreign: false,
          gangEnhancement: true,
        },
      },
      readings: { 'gang-enhancement': 'element' },
      humanitarian: { seriousHealthCondition: true },
    },
    expected: {
      lane: 'supervisor',
      priority: 'undetermined',
      grounds: ['humanitarian'],
      actions: ['dismiss'],
      dismissParagraph: '239.2(a)(7)',
      needs: ['threatFinding'],
    },
    why: 'On that reading the conviction has the gang element; only the threat finding is missing.',
    cite: 'OPLA memo (May 27, 2021), Enforcement and Removal Priority Cases; Johnson memo (Feb. 18, 2021), public safety; 18 U.S.C. 521(a)',
  },
  {
    id: 'W30',
    title: 'Gang enhancement, read as no element',
    asOf: '2021-06-15',
    with: {
      convictions: {
        c1: {
          offense: 'assault',
          on: '2017-01-01',
          aggravatedFelony: false,
          sentenceMonths: 0,
          disposition: 'final',
          foreign: false,
          gangEnhancement: true,
        },
      },
      readings: { 'gang-enhancement': 'not-element' },
      humanitarian: { seriousHealthCondition: true },
    },
    expected: {
      lane: 'own-motion',
      priority: 'none',
      grounds: ['humanitarian'],
      actions: ['dismiss'],
      dismissParagraph: '239.2(a)(7)',
    },
    why: 'On that reading the conviction has no gang element, and no gang conduct is recorded.',
    cite: 'OPLA memo (May 27, 2021), Enforcement and Removal Priority Cases; Johnson memo (Feb. 18, 2021), public safety; 18 U.S.C. 521(a)',
  },
  {
    id: 'W32',
    title: 'Juvenile finding with both elements, read as not counting',
    asOf: '2021-06-15',
    with: {
      birthDate: '2001-06-01',
      convictions: {
        c1: {
          offense: 'drug trafficking',
          on: '2018-01-01',
          aggravatedFelony: true,
          gangElement: true,
          sentenceMonths: 24,
          disposition: 'juvenile-adjudication',
          foreign: false,
        },
      },
      readings: { 'juvenile-finding': 'does-not-count' },
      threatFinding: { poses: true, on: '2021-06-10' },
    },
    expected: { lane: 'triage', priority: 'none' },
    why: 'The aggravated-felony arm never counts a juvenile adjudication, and the reading answers the other.',
    cite: 'Matter of Devison, 22 I&N Dec. 1362 (BIA 2000)',
  },
];
