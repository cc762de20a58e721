/** The archive in a folder, as it was downloaded: digests of what was archived of a case, by what the files hold. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { archivedUnder, digestOfArchived } from '../../shared/archive/archived-object.ts';
import type { ArchivedItems } from '../../shared/audit/archived.ts';
import type { Fault } from '../../shared/audit/fault.ts';

export interface ArchivedCase {
  readonly items: ArchivedItems;
  /** Two contents under one name, and what is no archived item of this case. */
  readonly faults: readonly Fault[];
}

export interface ArchiveFolder {
  read(caseKey: string): Promise<ArchivedCase>;
  /** Keys of all cases of which something was archived. */
  list(): Promise<string[]>;
}

async function filesUnder(folder: string): Promise<string[]> {
  try {
    const files = await readdir(folder, { recursive: true, withFileTypes: true });
    return files.filter((file) => file.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

export function archiveFolder(folder: string): ArchiveFolder {
  return {
    async read(caseKey) {
      const maps = { entry: new Map<string, string>(), act: new Map<string, string>() };
      const faults: Fault[] = [];
      for (const file of await filesUnder(join(folder, archivedUnder(caseKey)))) {
        const archived = digestOfArchived(await readFile(file, 'utf8'));
        if (archived === undefined || archived.caseKey !== caseKey) {
          faults.push({ kind: 'inserted', item: 'entry', by: 'archive' });
          continue;
        }
        const { item, id, digest } = archived;
        const known = maps[item].get(id);
        if (known !== undefined && known !== digest) faults.push({ kind: 'edited', item, id, by: 'archive' });
        maps[item].set(id, known ?? digest);
      }
      return { items: { entries: maps.entry, acts: maps.act }, faults };
    },

    list: () => readdir(join(folder, archivedUnder('').replace(/\/+$/, ''))),
  };
}
