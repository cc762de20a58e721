import { expect, test } from 'vitest';
import { dayAfter, hasEnded, leaseInWords } from './lease.ts';

const NOW = '2021-08-02T14:00:00.000Z';

test.each([
  { expiresAt: '2021-08-02T14:30:00.000Z', says: /^ends in 30 minutes, at / },
  { expiresAt: '2021-08-02T14:29:59.000Z', says: /^ends in 29 minutes, at / },
  { expiresAt: '2021-08-02T14:01:30.000Z', says: /^ends in 1 minute, at / },
  { expiresAt: '2021-08-02T14:00:59.000Z', says: /^ends in less than a minute, at / },
  { expiresAt: '2021-08-02T15:59:00.000Z', says: /^ends in 119 minutes, at / },
  { expiresAt: '2021-08-02T16:00:00.000Z', says: /^ends in 2 hours, at / },
  { expiresAt: NOW, says: /^ended at / },
  { expiresAt: '2021-08-02T13:00:00.000Z', says: /^ended at / },
])('a claim until $expiresAt $says', ({ expiresAt, says }) => {
  expect(leaseInWords(NOW, expiresAt)).toMatch(says);
  expect(hasEnded(NOW, expiresAt)).toBe(says.source.startsWith('^ended'));
});

test.each([
  { day: '2021-08-02', days: 1, after: '2021-08-03' },
  { day: '2021-12-31', days: 1, after: '2022-01-01' },
  { day: '2024-02-28', days: 1, after: '2024-02-29' },
  { day: '2021-03-13', days: 2, after: '2021-03-15' },
  { day: '2021-08-02', days: 365, after: '2022-08-02' },
])('$days days after $day is $after', ({ day, days, after }) => {
  expect(dayAfter(day, days)).toBe(after);
});
