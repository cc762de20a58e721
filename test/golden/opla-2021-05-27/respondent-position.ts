/** What the respondent says of dismissal or closure. */
import type { GoldenCase } from '../table.ts';

export const respondentPositionCases: GoldenCase[] = [
  {
    id: 'V57',
    title: 'Wants the asylum hearing and opposes dismissal',
    asOf: '2021-06-15',
    with: {
      respondentPosition: 'opposes',
      relief: {
        r1: { kind: 'asylum', status: 'pending' },
        r2: { kind: 'i-130', status: 'approved', visaAvailable: true },
      },
    },
    expected: { lane: 'none', priority: 'none', grounds: ['likely-relief'], notices: ['respondent-opposes'] },
    why: 'The petition is a ground, but the respondent wants a hearing, so no motion is suggested, and a pending asylum claim is no reason to continue. The recorded opposition is shown.',
    cite: 'Matter of W-Y-U-, 27 I&N Dec. 17 (BIA 2017); Matter of H. N. Ferreira, 28 I&N Dec. 765 (BIA 2023)',
  },
  {
    id: 'V59',
    title: 'Referred by USCIS at own request, wants cancellation heard',
    asOf: '2021-06-15',
    with: {
      respondentPosition: 'opposes',
      ntaSource: 'uscis-referral',
      relief: { r1: { kind: 'cancellation', status: 'pending' } },
    },
    expected: { lane: 'none', priority: 'none', notices: ['respondent-opposes'] },
    why: 'The memo says to litigate such a case unless the person asks for discretion. Cancellation is relief within the proceedings, so there is no ground and no continuance. The recorded opposition is shown.',
    cite: 'OPLA memo (May 27, 2021), Notices to Appear',
  },
  {
    id: 'X06',
    title: 'Final order, seriously ill, opposes',
    asOf: '2021-06-15',
    with: {
      stage: 'final-order',
      respondentPosition: 'opposes',
      humanitarian: { seriousHealthCondition: true },
    },
    expected: { lane: 'none', priority: 'none', grounds: ['humanitarian'], notices: ['respondent-opposes'] },
    why: 'A motion cannot be joint with a respondent who opposes it. The recorded opposition is shown.',
    cite: '8 CFR 1003.23(b)(4)(iv)',
  },
  {
    id: 'X12',
    title: 'Pending petition, position not known',
    asOf: '2021-06-15',
    with: { relief: { r1: { kind: 'i-130', status: 'pending' } } },
    without: ['respondentPosition'],
    expected: { lane: 'triage', priority: 'none', actions: ['continue'] },
    why: 'Only dismissal, closure and the joint motion raise the question of the position, which is never a need.',
    cite: 'contract, actions',
  },
  {
    id: 'X23',
    title: 'Stage not known, respondent opposes',
    asOf: '2021-06-15',
    with: { respondentPosition: 'opposes', humanitarian: { seriousHealthCondition: true } },
    without: ['stage'],
    expected: { lane: 'none', priority: 'none', grounds: ['humanitarian'], notices: ['respondent-opposes'] },
    why: 'An unknown stage counts as pending, so opposition ends the suggestion; with the lane none the stage is not listed. The recorded opposition is shown.',
    cite: 'contract, lane table',
  },
  {
    id: 'W52',
    title: "Opposes, on the respondent's own appeal",
    asOf: '2021-06-15',
    with: {
      stage: 'on-appeal',
      respondentPosition: 'opposes',
      appellant: 'respondent',
      humanitarian: { seriousHealthCondition: true },
    },
    expected: { lane: 'none', priority: 'none', grounds: ['humanitarian'], notices: ['respondent-opposes'] },
    why: "The appeal is not the government's, so opposition ends the suggestion. The recorded opposition is shown.",
    cite: 'OPLA memo (May 27, 2021), appeals',
  },
];
