/** The endpoints of single cases. */
export { answerBlind, showBlind } from './blind.ts';
export { showDraft } from './draft.ts';
export { claim, claimCase, decide, hold, release } from './flag-acts.ts';
export { recordFinding, recordReading } from './record.ts';
export { openProtected, showCase } from './show-case.ts';
