/**
 * A draft motion as content: headed DRAFT, with placeholders for everything that identifies anyone. A function of the
 * motion's terms and of nothing else.
 */
import type { DraftMotion } from '../api/answers.ts';
import type { MotionTerms } from './motion-terms.ts';
import * as words from './motion-words.ts';

function caption({ forum, proceeding }: MotionTerms): DraftMotion['caption'] {
  return [
    { label: 'Before', placeholder: words.BEFORE[forum] },
    { label: 'In the matter of', placeholder: '[name of the respondent]' },
    { label: 'File number', placeholder: '[A-number]' },
    { label: 'Proceedings', placeholder: words.IN_PROCEEDINGS[proceeding] },
    ...(forum === 'court'
      ? [
          { label: 'Immigration Judge', placeholder: '[name]' },
          { label: 'Next hearing', placeholder: '[date and time]' },
        ]
      : []),
    { label: 'For the Department', placeholder: '[name, title and EOIR ID of counsel]' },
    { label: 'For the respondent', placeholder: '[name and EOIR ID of counsel, or "not represented"]' },
  ];
}

function onAppeal({ forum }: MotionTerms): string[] {
  return forum === 'board' ? [words.ON_APPEAL] : [];
}

function howDecided({ motion, position, era }: MotionTerms): string[] {
  const isUnopposed = position === 'consents' || position === 'does-not-oppose';
  return era === 'rule-of-2024' && isUnopposed ? [words.GENERALLY_GRANTED[motion]] : [];
}

function authority(terms: MotionTerms): string[] {
  const { motion, forum, era } = terms;
  switch (motion) {
    case 'move-to-dismiss':
      return [words.DISMISSAL_AUTHORITY, ...onAppeal(terms), ...howDecided(terms)];
    case 'move-to-close':
      return [words.CLOSURE_AUTHORITY[forum][era], ...onAppeal(terms), words.CLOSURE_WEIGHED, ...howDecided(terms)];
  }
}

function ground({ motion, paragraph }: MotionTerms): string[] {
  const discretion = [words.DISCRETION, words.NO_PARTICULARS];
  if (motion === 'move-to-close') return discretion;
  return [words.GROUNDS[paragraph], ...(paragraph === '239.2(a)(7)' ? discretion : [words.NO_PARTICULARS])];
}

function positionTold({ motion, paragraph, position }: MotionTerms): string {
  const isOfTheDeceased = motion === 'move-to-dismiss' && paragraph === '239.2(a)(3)';
  return isOfTheDeceased ? words.POSITION_OF_THE_DECEASED : words.POSITION[position];
}

export function draftMotion(terms: MotionTerms): DraftMotion {
  const { motion, forum } = terms;
  return {
    kind: motion,
    heading: words.HEADING,
    title: words.TITLES[motion],
    caption: caption(terms),
    sections: [
      { heading: 'Authority', paragraphs: authority(terms) },
      { heading: 'Ground', paragraphs: ground(terms) },
      { heading: 'Position of the respondent', paragraphs: [positionTold(terms)] },
      {
        heading: 'Relief requested',
        paragraphs: [`The Department asks that ${words.ADJUDICATOR[forum]} ${words.PRAYERS[motion]}`],
      },
      { heading: 'Signature and service', paragraphs: [...words.SIGNATURE] },
    ],
    footer: words.FOOTER,
  };
}
