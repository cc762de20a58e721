/** How far the sending has come. */

export interface Progress {
  update(read_bytes: number, sent: number): void;
  /** Takes the bar off the line, so that something else can be written; the next update draws it again. */
  clear(): void;
  stop(): void;
}

export const noProgress: Progress = { update() {}, clear() {}, stop() {} };
