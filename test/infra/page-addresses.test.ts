/** The function that serves the page and the page itself must know the same addresses. */
import { expect, test } from 'vitest';
import { isPageAddress } from '../../functions/review-page/page-addresses.ts';
import { placeOf } from '../../web/app/place.ts';

const addresses = [
  '/',
  '/claims',
  '/cases/k1',
  '/cases/k1/blind',
  '/offices/NYC/summary',
  '/offices/NYC/samples',
  '/policies/opla-2021-05-27',
  '/cases',
  '/cases/',
  '/cases/k1/',
  '/cases/k1/draft',
  '/cases/k1/blind/more',
  '/offices/NYC',
  '/policies',
  '/claims/',
  '/sign-in',
  '/index.html',
];

test.each(addresses)('%s', (pathname) => {
  expect(isPageAddress(pathname)).toBe(placeOf(new URL(pathname, 'http://page.example')).page !== 'nowhere');
});
