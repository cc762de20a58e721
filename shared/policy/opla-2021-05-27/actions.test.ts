/** Suggested actions and the paragraph a dismissal stands on. Contract, section 3. */
import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../events/facts.ts';
import {
  asking,
  type Differing,
  detained,
  holdsOver,
  notDismissible,
  opposes,
  suggestionsFor,
  unfiled,
  unflagged,
} from '../../../test/rules/suggestions.ts';

holdsOver('actions', 'cancel-nta', [
  ['notice not filed, own motion', { facts: unfiled }, true],
  ['notice not filed, supervisor', { facts: unfiled, lane: 'supervisor' }, true],
  ['notice not filed, opposed', { facts: { ...unfiled, ...opposes } }, true],
  ['notice not filed, deportation', { facts: { ...unfiled, proceeding: 'deportation' } }, true],
  ['notice not filed, proceeding unknown', { facts: unfiled, without: ['proceeding'] }, true],
  ['pending', {}, false],
  ['stage unknown', { without: ['stage'] }, false],
  ...unflagged(unfiled),
  ...notDismissible(unfiled),
]);

holdsOver('actions', 'dismiss', [
  ['pending', {}, true],
  ['on appeal', { facts: { stage: 'on-appeal' } }, true],
  ['supervisor', { lane: 'supervisor' }, true],
  ['exclusion', { facts: { proceeding: 'exclusion' } }, true],
  ['stage and proceeding unknown', { without: ['stage', 'proceeding'] }, true],
  ['position unknown', { without: ['respondentPosition'] }, true],
  ['opposed', { facts: opposes }, false],
  ['opposed, but insufficient in law', { facts: opposes, insufficiency: true }, true],
  ['notice not filed', { facts: unfiled }, false],
  ['final order', { facts: { stage: 'final-order' }, lane: 'supervisor', insufficiency: true }, false],
  ['closed', { facts: { stage: 'administratively-closed' }, lane: 'supervisor' }, false],
  ['ended', { facts: { stage: 'ended' }, lane: 'supervisor' }, false],
  ...unflagged(),
  ...notDismissible(),
]);

describe('the paragraph a dismissal stands on', () => {
  const all = { citizenshipEvidence: true, removable: false, deceased: true };
  it.each<Differing & { given: string } & { paragraph: string | undefined }>([
    { given: 'discretion', paragraph: '239.2(a)(7)' },
    { given: 'evidence of nationality', facts: { citizenshipEvidence: true }, paragraph: '239.2(a)(1)' },
    { given: 'not removable', facts: { removable: false }, paragraph: '239.2(a)(2)' },
    { given: 'deceased', facts: { deceased: true }, paragraph: '239.2(a)(3)' },
    { given: 'all three: the first', facts: all, paragraph: '239.2(a)(1)' },
    { given: 'not removable and deceased', facts: { ...all, citizenshipEvidence: false }, paragraph: '239.2(a)(2)' },
    {
      given: 'none of the three, recorded',
      facts: { citizenshipEvidence: false, removable: true, deceased: false },
      paragraph: '239.2(a)(7)',
    },
    { given: 'no dismissal', lane: 'triage', paragraph: undefined },
    { given: 'cancelled before filing instead', facts: unfiled, paragraph: undefined },
  ])('$given: $paragraph', ({ paragraph, ...differing }) => {
    expect(suggestionsFor(differing).dismissParagraph).toBe(paragraph);
  });
});

holdsOver('actions', 'administratively-close', [
  ['where a court may', {}, true],
  ['supervisor', { lane: 'supervisor' }, true],
  ['the day authority came back', { asOf: '2021-07-15' }, true],
  ['the day before', { asOf: '2021-07-14' }, false],
  ['the day before, in the 4th Circuit', { facts: { circuit: '4' }, asOf: '2021-07-14' }, true],
  ['the day of the memo, in the 3rd Circuit', { facts: { circuit: '3' }, asOf: '2021-05-27' }, true],
  ['before the memo, in the 3rd Circuit', { facts: { circuit: '3' }, asOf: '2021-05-26' }, false],
  ['6th Circuit without a waiver', { facts: { circuit: '6' } }, false],
  [
    '6th Circuit with a waiver sought',
    { facts: { circuit: '6', relief: { r1: { kind: 'i-130', status: 'approved', waiver: 'i-601a' } } } },
    true,
  ],
  ['circuit unknown', { without: ['circuit'] }, false],
  ['detained', { facts: { detained: true } }, false],
  ['custody unknown', { without: ['detained'] }, false],
  ['opposed', { facts: opposes }, false],
  ['position unknown', { without: ['respondentPosition'] }, true],
  ['insufficient in law', { insufficiency: true }, false],
  ['on appeal', { facts: { stage: 'on-appeal' } }, false],
  ['notice not filed', { facts: unfiled }, false],
  ['stage and proceeding unknown', { without: ['stage', 'proceeding'] }, true],
  ...unflagged(),
  ...notDismissible(),
]);

const appeal: Facts = { stage: 'on-appeal', appellant: 'dhs' };
holdsOver('actions', 'withdraw-appeal', [
  ["the government's appeal", { facts: appeal }, true],
  ["the government's appeal, supervisor", { facts: appeal, lane: 'supervisor' }, true],
  ["the government's appeal, opposed", { facts: { ...appeal, ...opposes } }, true],
  ["the respondent's appeal", { facts: { ...appeal, appellant: 'respondent' } }, false],
  ['appellant unknown', { facts: { stage: 'on-appeal' } }, false],
  ['pending, the government having appealed once', { facts: { appellant: 'dhs' } }, false],
  [
    'asylum only, insufficient in law',
    { facts: { ...appeal, proceeding: 'asylum-only' }, lane: 'supervisor', insufficiency: true },
    true,
  ],
  ...unflagged(appeal),
]);

const ordered: Facts = { stage: 'final-order' };
holdsOver('actions', 'join-motion-to-reopen', [
  ['final order, a ground', { facts: ordered, lane: 'none' }, true],
  ['final order, a ground, position unknown', { facts: ordered, without: ['respondentPosition'], lane: 'none' }, true],
  [
    'final order, insufficient in law',
    { facts: { ...ordered, removable: false }, lane: 'supervisor', insufficiency: true },
    true,
  ],
  ['final order, a ground, a priority unknown', { facts: ordered, lane: 'none', priority: 'unknown' }, true],
  ['final order, a ground and a priority', { facts: ordered, lane: 'none', priority: true }, false],
  ['final order, a ground unknown', { facts: ordered, lane: 'none', ground: 'unknown' }, false],
  ['final order, no ground', { facts: ordered, lane: 'none', ground: false }, false],
  ['final order, opposed', { facts: { ...ordered, ...opposes }, lane: 'none' }, false],
  ['final order, deceased', { facts: { ...ordered, deceased: true }, lane: 'supervisor', insufficiency: true }, false],
  ['final order, asylum only', { facts: { ...ordered, proceeding: 'asylum-only' }, lane: 'none' }, true],
  ['pending', {}, false],
  ['ended', { facts: { stage: 'ended' }, lane: 'none' }, false],
]);

const charged: Facts = { pendingCharges: { p1: { offense: 'theft' } } };
holdsOver('actions', 'continue', [
  ['a petition pending', { facts: asking('i-130', 'pending') }, true],
  ['a petition announced', { facts: asking('u', 'announced') }, true],
  ['pending, found prima facie', { facts: asking('tps', 'pending', { primaFacie: true }) }, true],
  ['pending, found not prima facie', { facts: asking('tps', 'pending', { primaFacie: false }) }, false],
  ['pending, no bar', { facts: asking('tps', 'pending', { bars: false }) }, true],
  ['pending, barred', { facts: asking('tps', 'pending', { bars: true }) }, false],
  ['approved', { facts: asking('tps', 'approved') }, false],
  ['denied', { facts: asking('tps', 'denied') }, false],
  ['asylum pending', { facts: asking('asylum', 'pending') }, false],
  ['cancellation announced', { facts: asking('cancellation', 'announced') }, false],
  ['a petition pending, in triage', { facts: asking('i-130', 'pending'), lane: 'triage', ground: false }, true],
  ['a petition pending, opposed', { facts: { ...asking('i-130', 'pending'), ...opposes }, lane: 'none' }, true],
  ['a petition pending, stage unknown', { facts: asking('i-130', 'pending'), without: ['stage'] }, true],
  ['a petition pending, on appeal', { facts: { ...asking('i-130', 'pending'), stage: 'on-appeal' } }, false],
  ['a petition pending, notice not filed', { facts: { ...asking('i-130', 'pending'), ...unfiled } }, false],
  [
    'a petition pending, asylum only',
    { facts: { ...asking('i-130', 'pending'), proceeding: 'asylum-only' }, lane: 'none' },
    true,
  ],
  ['a criminal charge pending, a ground', { facts: charged }, true],
  ['a criminal charge pending, a ground unknown', { facts: charged, ground: 'unknown' }, true],
  ['a criminal charge pending, no ground', { facts: charged, ground: false }, false],
  ['a criminal charge pending, on appeal', { facts: { ...charged, stage: 'on-appeal' } }, false],
  ['nothing pending', {}, false],
]);

holdsOver('actions', 'custody-review', [
  ['detained, no priority', { facts: detained }, true],
  ['detained, a priority unknown', { facts: detained, priority: 'unknown', lane: 'triage' }, true],
  ['detained, a priority', { facts: detained, priority: true, lane: 'none' }, false],
  ['detained, a priority, insufficient in law', { facts: detained, priority: true, insufficiency: true }, true],
  ['detained, no ground', { facts: detained, lane: 'triage', ground: false }, true],
  ['detained, stage unknown', { facts: detained, without: ['stage'] }, true],
  ['detained, notice not filed', { facts: { ...detained, ...unfiled } }, true],
  ['detained, asylum only', { facts: { ...detained, proceeding: 'asylum-only' }, lane: 'none' }, true],
  ['detained, final order', { facts: { ...detained, ...ordered }, lane: 'none' }, false],
  [
    'detained, ended, insufficient in law',
    { facts: { ...detained, stage: 'ended' }, lane: 'supervisor', insufficiency: true },
    true,
  ],
  ['not detained', { insufficiency: true }, false],
  ['custody unknown', { without: ['detained'], insufficiency: true }, false],
]);

holdsOver('actions', 'ask-position', [
  ['dismissal, position unknown', { without: ['respondentPosition'] }, true],
  ['dismissal, consents', {}, false],
  ['dismissal, does not oppose', { facts: { respondentPosition: 'does-not-oppose' } }, false],
  ['dismissal, opposes', { facts: opposes, insufficiency: true }, false],
  [
    'dismissal, position unknown, deceased',
    { facts: { deceased: true }, without: ['respondentPosition'], insufficiency: true },
    false,
  ],
  ['joint motion, position unknown', { facts: ordered, without: ['respondentPosition'], lane: 'none' }, true],
  ['cancelled before filing, position unknown', { facts: unfiled, without: ['respondentPosition'] }, false],
  ['no motion suggested, position unknown', { without: ['respondentPosition'], lane: 'triage' }, false],
]);

holdsOver('actions', 'consult-agency', [
  ['law-enforcement interest', { interest: true, lane: 'supervisor' }, true],
  ['law-enforcement interest unknown', { interest: 'unknown', lane: 'needs-facts' }, true],
  ['law-enforcement interest, no lane', { interest: true, lane: 'none' }, true],
  ['no law-enforcement interest', {}, false],
]);

describe('actions stand in one order', () => {
  it.each<Differing & { given: string } & { actions: string[] }>([
    {
      given: 'pending, all that can be together',
      facts: { ...asking('i-130', 'pending') },
      without: ['respondentPosition'],
      lane: 'supervisor',
      interest: true,
      actions: ['dismiss', 'administratively-close', 'continue', 'ask-position', 'consult-agency'],
    },
    {
      given: 'pending and detained',
      facts: { ...asking('i-130', 'pending'), ...detained },
      actions: ['dismiss', 'continue', 'custody-review'],
    },
    {
      given: "on the government's appeal and detained",
      facts: { ...appeal, ...detained },
      without: ['respondentPosition'],
      lane: 'supervisor',
      interest: true,
      actions: ['dismiss', 'withdraw-appeal', 'custody-review', 'ask-position', 'consult-agency'],
    },
    {
      given: 'before filing and detained',
      facts: { ...unfiled, ...detained },
      lane: 'supervisor',
      interest: true,
      actions: ['cancel-nta', 'custody-review', 'consult-agency'],
    },
    {
      given: 'after a final order, insufficient in law and detained',
      facts: { ...ordered, ...detained, removable: false },
      without: ['respondentPosition'],
      lane: 'supervisor',
      insufficiency: true,
      actions: ['join-motion-to-reopen', 'custody-review', 'ask-position'],
    },
    { given: 'nothing to suggest', lane: 'triage', ground: false, actions: [] },
  ])('$given', ({ actions, ...differing }) => {
    expect(suggestionsFor(differing).actions).toEqual(actions);
  });
});
