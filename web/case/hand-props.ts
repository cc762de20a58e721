/** What the parts work with that take a case in hand, give it back or let it rest. */
import type { CaseView } from '../../shared/review/api/answers.ts';
import type { PagePorts } from '../app/ports.ts';
import type { ToSeeAnew } from './act-refusal.tsx';

export interface HandProps {
  readonly view: CaseView;
  readonly ports: PagePorts;
  readonly now: string;
  readonly ways: ToSeeAnew;
  readonly onDone: (view: CaseView, said: string) => void;
}
