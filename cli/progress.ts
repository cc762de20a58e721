/** How far a long run has come. */

export interface Progress {
  /** `done` of the total, such as bytes of an input; `count` of what the label names. */
  update(done: number, count: number): void;
  /** Takes the bar off the line, so that something else can be written; the next update draws it again. */
  clear(): void;
  stop(): void;
}

export const noProgress: Progress = { update() {}, clear() {}, stop() {} };

/** Shows progress where someone looks on. `total` is absent where nobody knows it; `label` says what is counted. */
export type StartProgress = (total: number | undefined, label: string) => Promise<Progress>;
