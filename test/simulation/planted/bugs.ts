/**
 * Bugs that the product does not have, each as a change of one place of its source: a simulation that finds none of them
 * would show nothing. The text that is replaced must stand there, so that a bug cannot go stale unseen.
 */
import { MACHINE_BUGS } from './machine-bugs.ts';
import { PEOPLE_BUGS } from './people-bugs.ts';
import type { PlantedBug } from './planted-bug.ts';
import { STREAM_BUGS } from './stream-bugs.ts';

export const PLANTED: readonly PlantedBug[] = [...MACHINE_BUGS, ...PEOPLE_BUGS, ...STREAM_BUGS];
