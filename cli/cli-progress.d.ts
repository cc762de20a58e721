/** The part of cli-progress that the command uses; the package has no types of its own. */
declare module 'cli-progress' {
  export interface BarOptions {
    format: string;
    stream: NodeJS.WritableStream;
    hideCursor: boolean;
    clearOnComplete: boolean;
    /** Leaves Ctrl-C to the program. */
    gracefulExit: boolean;
    barCompleteChar: string;
    barIncompleteChar: string;
    barsize: number;
  }
  export class SingleBar {
    constructor(options: BarOptions);
    start(total: number, value: number, payload: Record<string, unknown>): void;
    update(value: number, payload: Record<string, unknown>): void;
    stop(): void;
  }
}
