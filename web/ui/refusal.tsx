/** What a call that was not `ok` means, in one place for every form and page. */
import type { ComponentChildren } from 'preact';
import { saysOf } from '../api/problem.ts';
import type { Result } from '../api/result.ts';
import { Alert } from './alert.tsx';

export interface RefusalProps {
  /** Undefined shows nothing. */
  readonly result: Exclude<Result<unknown>, { kind: 'ok' }> | undefined;
  readonly heading?: string;
  /** More than the sentence of the problem, such as a button to look again. */
  readonly children?: ComponentChildren;
}

export function Refusal({ result, heading, children }: RefusalProps) {
  if (result === undefined) return null;
  return (
    <Alert kind="error" heading={heading} isAnswer>
      <p>{saysOf(result)}</p>
      {children}
    </Alert>
  );
}
