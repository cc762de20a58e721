/** The file a report goes to: written beside it and then put in its place, so that nobody opens half a report. */
import { open, rename, rm, stat } from 'node:fs/promises';
import { failureText } from '../failure.ts';

export type ReportFile =
  | {
      kind: 'open';
      save(page: string): Promise<void>;
      /** What stood there before stays unless a report was saved. */
      close(): Promise<void>;
    }
  | { kind: 'refused'; message: string };

/** Read by its owner alone: what it counts may not be for everybody. */
const OWNER_ONLY = 0o600;

async function isDirectory(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

export async function openReport(path: string): Promise<ReportFile> {
  const refused = (why: string): ReportFile => ({
    kind: 'refused',
    message: `the report ${path} cannot be written: ${why}`,
  });
  if (await isDirectory(path)) return refused('a folder has that name');
  const partial = `${path}.partial`;
  try {
    const file = await open(partial, 'w', OWNER_ONLY);
    return {
      kind: 'open',
      async save(page) {
        await file.writeFile(page);
        await file.sync();
        await rename(partial, path);
      },
      async close() {
        await file.close();
        await rm(partial, { force: true });
      },
    };
  } catch (error) {
    return refused(failureText(error));
  }
}
