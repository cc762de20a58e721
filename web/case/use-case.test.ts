import { expect, test } from 'vitest';
import type { CaseView } from '../../shared/review/api/answers.ts';
import { isArrived } from './use-case.ts';

test('a finding has arrived once the timeline holds its update, and not while only the act is there', () => {
  const timeline = [
    { kind: 'act', act: 'finding', id: 'u1' },
    { kind: 'update', id: 'u2' },
  ] as unknown as CaseView['timeline'];
  const view = { timeline } as CaseView;
  expect(isArrived(view, 'u2')).toBe(true);
  expect(isArrived(view, 'u1')).toBe(false);
});
