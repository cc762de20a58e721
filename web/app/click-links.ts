/** Lets plain links to places of the page navigate without loading it anew; every other link is the browser's. */
import { placeOf } from './place.ts';

type Click = Pick<MouseEvent, 'defaultPrevented' | 'button' | 'metaKey' | 'ctrlKey' | 'shiftKey' | 'altKey'>;

/** @returns the address to go to; undefined where the browser is to follow the link by itself */
export function addressToGo(
  click: Click,
  link: Pick<HTMLAnchorElement, 'href' | 'target' | 'download'>,
  here: URL,
): string | undefined {
  if (click.defaultPrevented || click.button !== 0) return undefined;
  if (click.metaKey || click.ctrlKey || click.shiftKey || click.altKey) return undefined;
  if (link.target !== '' || link.download !== '') return undefined;
  const there = new URL(link.href, here);
  if (there.origin !== here.origin || placeOf(there).page === 'nowhere') return undefined;
  // A jump within the page, such as the skip link.
  if (there.hash !== '' && there.pathname === here.pathname && there.search === here.search) return undefined;
  return `${there.pathname}${there.search}${there.hash}`;
}
