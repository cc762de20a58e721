/** The addresses at which the page itself answers; whatever else is asked for is a file or is not there. */

const PART = '[^/]+';

const addresses = [
  '/',
  '/claims',
  `/cases/${PART}`,
  `/cases/${PART}/blind`,
  `/offices/${PART}/summary`,
  `/offices/${PART}/samples`,
  `/policies/${PART}`,
];

const pattern = new RegExp(`^(?:${addresses.join('|')})$`);

export function isPageAddress(path: string): boolean {
  return pattern.test(path);
}
