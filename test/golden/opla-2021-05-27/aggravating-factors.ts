/** Aggravating factors and pending charges beside a ground; equities, which are never scored. */
import type { GoldenCase } from '../table.ts';

export const aggravatingFactorsCases: GoldenCase[] = [
  {
    id: 'V12',
    title: 'Ordinary overstay with long residence and no category',
    asOf: '2021-06-15',
    with: {
      firstPresence: '2012-02-01',
      lastEntry: { on: '2012-02-01', manner: 'admitted' },
      ntaCharges: { n1: { code: '237(a)(1)(B)', status: 'alleged' } },
      equities: { 'length-of-residence': true, 'family-ties': true },
    },
    expected: { lane: 'triage', priority: 'none' },
    why: 'No priority and no ground: this memo has no default dismissal for non-priority cases. Equities are shown and not scored.',
    cite: 'OPLA memo (May 27, 2021), Prosecutorial Discretion',
  },
  {
    id: 'V78',
    title: 'Seriously ill respondent accused of persecution',
    asOf: '2021-06-15',
    with: {
      aggravating: { persecution: true },
      relief: { r1: { kind: 'asylum', status: 'pending' } },
      humanitarian: { seriousHealthCondition: true },
    },
    expected: {
      lane: 'supervisor',
      priority: 'none',
      grounds: ['humanitarian'],
      actions: ['dismiss'],
      dismissParagraph: '239.2(a)(7)',
    },
    why: 'Participation in persecution is a listed aggravating factor, so a supervisor decides.',
    cite: 'OPLA memo (May 27, 2021), Prosecutorial Discretion (aggravating factors)',
  },
  {
    id: 'N105',
    title: 'Approved petition with a serious criminal history',
    asOf: '2021-06-15',
    with: {
      relief: { r1: { kind: 'i-130', status: 'approved', visaAvailable: true } },
      convictions: {
        c1: {
          offense: 'driving under the influence',
          on: '2020-08-01',
          aggravatedFelony: false,
          gangElement: false,
          sentenceMonths: 0,
          disposition: 'final',
          foreign: false,
        },
      },
      aggravating: { seriousCriminalHistory: true },
    },
    expected: {
      lane: 'supervisor',
      priority: 'none',
      grounds: ['likely-relief'],
      actions: ['dismiss'],
      dismissParagraph: '239.2(a)(7)',
    },
    why: 'No priority, but the aggravating factor is recorded.',
    cite: 'OPLA memo (May 27, 2021), Prosecutorial Discretion (aggravating factors)',
  },
  {
    id: 'X09',
    title: 'Seriously ill with a felony charge pending',
    asOf: '2021-06-15',
    with: {
      pendingCharges: { p1: { offense: 'felony assault' } },
      humanitarian: { seriousHealthCondition: true },
    },
    expected: {
      lane: 'supervisor',
      priority: 'none',
      grounds: ['humanitarian'],
      actions: ['dismiss', 'continue'],
      dismissParagraph: '239.2(a)(7)',
    },
    why: 'A pending criminal charge is aggravating for the lane, and with a ground it is a reason to continue.',
    cite: 'OPLA memo (May 27, 2021), Prosecutorial Discretion (aggravating factors)',
  },
  {
    id: 'W49',
    title: 'Ground unknown, criminal charge pending',
    asOf: '2021-06-15',
    with: {
      relief: { r1: { kind: 'i-130', status: 'approved' } },
      pendingCharges: { p1: { offense: 'theft' } },
    },
    expected: {
      lane: 'needs-facts',
      priority: 'none',
      actions: ['continue'],
      needs: ['relief.r1.visaAvailable'],
    },
    why: 'A pending charge with a ground that is at least unknown is a reason to continue.',
    cite: 'OPLA memo (May 27, 2021), Prosecutorial Discretion (aggravating factors); OPLA memo (May 27, 2021), Administrative Closure and Continuance of Proceedings',
  },
  {
    id: 'W50',
    title: 'Pending charge, priority not known, seriously ill',
    asOf: '2021-06-15',
    with: { pendingCharges: { p1: { offense: 'theft' } }, humanitarian: { seriousHealthCondition: true } },
    without: ['firstPresence', 'apprehension'],
    expected: {
      lane: 'supervisor',
      priority: 'undetermined',
      grounds: ['humanitarian'],
      actions: ['dismiss', 'continue'],
      dismissParagraph: '239.2(a)(7)',
    },
    why: 'The pending charge is aggravating, so the lane is supervisor whichever way the priority comes out.',
    cite: 'contract, the rule after the lane table',
  },
];
