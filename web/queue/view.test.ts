import { describe, expect, it } from 'vitest';
import {
  CUSTODY_FILTERS,
  HEARING_FILTERS,
  hasFilters,
  type QueueView,
  STATUS_FILTERS,
  searchOf,
  viewOf,
} from './view.ts';

const offices = ['LOS', 'SFR'];
const plain: QueueView = { office: 'LOS', lane: 'own-motion', status: 'waiting', custody: 'any', hearing: 'any' };

describe('a view of a queue and its address', () => {
  it('names office and lane always, filters where they filter', () => {
    expect(searchOf(plain)).toBe('?office=LOS&lane=own-motion');
    expect(searchOf({ ...plain, lane: 'triage', custody: 'detained', hearing: 'in-7-days' })).toBe(
      '?office=LOS&lane=triage&custody=detained&hearing=in-7-days',
    );
  });

  it('comes back from its address whole, whatever it filters', () => {
    for (const status of STATUS_FILTERS) {
      for (const custody of CUSTODY_FILTERS) {
        for (const hearing of HEARING_FILTERS) {
          const view: QueueView = { office: 'SFR', lane: 'needs-facts', status, custody, hearing };
          expect(viewOf(searchOf(view), offices)).toEqual(view);
          expect(hasFilters(view)).toBe(status !== 'waiting' || custody !== 'any' || hearing !== 'any');
        }
      }
    }
  });

  it.each([
    ['nothing', ''],
    ['words that nobody knows', '?office=LOS&lane=none&status=done&custody=yes&hearing=soon'],
    ['an office of somebody else', '?office=NYC&lane=own-motion'],
  ])('that says %s reads as the plain view of the first office', (_, search) => {
    expect(viewOf(search, offices)).toEqual(plain);
  });

  it('has no office for a person without one', () => {
    expect(viewOf('?office=LOS', []).office).toBe('');
  });
});
