/** The form of a case key, HMAC-SHA-256 in base64url: what else stands in its place in a path may be anything. */
const CASE_KEY = /^[\w-]{43}$/;

export function isCaseKey(text: string | undefined): text is string {
  return text !== undefined && CASE_KEY.test(text);
}
