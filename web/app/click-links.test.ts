import { describe, expect, it } from 'vitest';
import { addressToGo } from './click-links.ts';

const here = new URL('https://page.example/claims?x=1');
const plain = { defaultPrevented: false, button: 0, metaKey: false, ctrlKey: false, shiftKey: false, altKey: false };
const link = (href: string, more: { target?: string; download?: string } = {}) => ({
  href: new URL(href, here).href,
  target: '',
  download: '',
  ...more,
});

describe('a click on a link', () => {
  it('to a place of the page goes there without loading it anew', () => {
    expect(addressToGo(plain, link('/cases/k1'), here)).toBe('/cases/k1');
    expect(addressToGo(plain, link('/policies/p#rule'), here)).toBe('/policies/p#rule');
    expect(addressToGo(plain, link('/?office=LOS'), here)).toBe('/?office=LOS');
  });

  it.each([
    ['to another site', plain, link('https://elsewhere.example/claims')],
    ['to what is no place of the page', plain, link('/config.json')],
    ['into another window', plain, link('/claims', { target: '_blank' })],
    ['to a file that is saved', plain, link('/claims', { download: 'a.csv' })],
    ['within the page, as the skip link does', plain, link('#main')],
    ['with the middle button', { ...plain, button: 1 }, link('/cases/k1')],
    ['with Ctrl, to open a tab', { ...plain, ctrlKey: true }, link('/cases/k1')],
    ['with Command', { ...plain, metaKey: true }, link('/cases/k1')],
    ['with Shift', { ...plain, shiftKey: true }, link('/cases/k1')],
    ['with Alt', { ...plain, altKey: true }, link('/cases/k1')],
    ['that something else has dealt with', { ...plain, defaultPrevented: true }, link('/cases/k1')],
  ])('%s is the browser’s', (_, click, to) => {
    expect(addressToGo(click, to, here)).toBeUndefined();
  });
});
