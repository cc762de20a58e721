/** The made-up reviewers of a local run: one for each thing that a role, an office or protected access changes. */
import type { Viewer } from '../../../shared/review/viewer.ts';

export interface SamplePerson extends Viewer {
  /** What they are, for whoever chooses among them. */
  readonly about: string;
}

export const samplePeople: readonly SamplePerson[] = [
  {
    id: 'sample-reviewer-1',
    name: 'Dana Whitlock',
    role: 'reviewer',
    offices: ['HOU'],
    protectedAccess: false,
    about: 'reviewer, Houston',
  },
  {
    id: 'sample-reviewer-2',
    name: 'Marcus Oyelaran',
    role: 'reviewer',
    offices: ['HOU', 'DAL', 'NYC'],
    protectedAccess: false,
    about: 'reviewer, Houston, Dallas and New York',
  },
  {
    id: 'sample-reviewer-3',
    name: 'Inés Calloway',
    role: 'reviewer',
    offices: ['HOU', 'NYC'],
    protectedAccess: true,
    about: 'reviewer, Houston and New York, may open protected cases',
  },
  {
    id: 'sample-supervisor',
    name: 'Ruth Abernathy',
    role: 'supervisor',
    offices: ['*'],
    protectedAccess: true,
    about: 'supervisor, every office, may open protected cases',
  },
  {
    id: 'sample-auditor',
    name: 'Tomasz Lindqvist',
    role: 'auditor',
    offices: ['*'],
    protectedAccess: false,
    about: 'auditor, every office, reads and changes nothing',
  },
];
