/** What goes wrong in a local run, in lines for a person: in a file, and on the screen where nothing is redrawn. */
import { createWriteStream, mkdirSync, type WriteStream } from 'node:fs';
import { join } from 'node:path';
import type { TextSink } from '../../cli/io.ts';

export interface RunLog {
  readonly line: (text: string) => void;
  readonly close: () => Promise<void>;
}

/** The file is opened with the first line: a fresh start empties the folder first. */
export function openRunLog(folder: string, screen: TextSink | undefined): RunLog {
  let file: WriteStream | undefined;
  const open = () => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return createWriteStream(join(folder, 'run.log'), { flags: 'a', mode: 0o600 });
  };
  return {
    line(text) {
      file ??= open();
      file.write(`${new Date().toISOString()} ${text}\n`);
      void screen?.write(`${text}\n`);
    },
    async close() {
      const opened = file;
      if (opened !== undefined) await new Promise<void>((resolve) => opened.end(resolve));
    },
  };
}
