import { describe, expect, it } from 'vitest';
import { addressOf, type Place, placeOf } from './place.ts';

const at = (address: string) => placeOf(new URL(address, 'https://page.example'));

describe('addresses of the page', () => {
  const places: readonly (readonly [string, Place])[] = [
    ['/', { page: 'queue', search: '' }],
    ['/?office=LOS&lane=triage', { page: 'queue', search: '?office=LOS&lane=triage' }],
    ['/claims', { page: 'claims' }],
    ['/cases/kX3-_9', { page: 'case', key: 'kX3-_9' }],
    ['/cases/kX3-_9/blind?sample=s1', { page: 'blind', key: 'kX3-_9', sample: 's1' }],
    ['/offices/LOS/summary', { page: 'summary', office: 'LOS' }],
    ['/offices/LOS/samples', { page: 'samples', office: 'LOS' }],
    ['/policies/opla-2021-05-27', { page: 'policy', id: 'opla-2021-05-27' }],
    ['/policies/opla-2021-05-27#border-security', { page: 'policy', id: 'opla-2021-05-27', rule: 'border-security' }],
  ];
  it.each(places)('%s names its place, and the place its address', (address, place) => {
    expect(at(address)).toEqual(place);
    expect(place.page === 'nowhere' ? '' : addressOf(place)).toBe(address);
  });

  it('keeps a part with a slash or a blank in it whole', () => {
    const place: Place = { page: 'summary', office: 'A/B C' };
    expect(addressOf(place)).toBe('/offices/A%2FB%20C/summary');
    expect(at(addressOf(place))).toEqual(place);
  });

  it.each([
    '/case/x',
    '/cases',
    '/cases/',
    '/cases/x/',
    '/cases/x/other',
    '/cases/x/blind/more',
    '/claims/x',
    '/offices/LOS',
    '/policies/',
    '/cases/%E0%A4%A',
    '//',
  ])('%s is nowhere', (address) => {
    expect(placeOf({ pathname: address, search: '', hash: '' })).toEqual({ page: 'nowhere' });
  });
});
