/** The office in a path, if it could be one and the viewer works for it; to others it is as if there were none. */
import { worksFor } from '../../../shared/review/viewer.ts';
import { officeName } from '../../office-name.ts';
import type { Call } from '../endpoint.ts';

export function officeOf({ viewer, path }: Pick<Call<unknown>, 'viewer' | 'path'>): string | undefined {
  const office = officeName.safeParse(path.office).data;
  return office !== undefined && worksFor(viewer, office) ? office : undefined;
}
