import { GitError, git } from './git.ts';

/** Where the tags of releases stand: `pack/<board>/<date>/v<n>`. */
const prefix = 'pack/';

/**
 * The revision that a name means: `pib/2017-09-20/v1` is short for the tag `pack/pib/2017-09-20/v1`, where there is such a tag; any
 * other name is itself.
 *
 * @param folder path of the content folder
 */
export async function revisionNamed(folder: string, name: string): Promise<string> {
  if (!/^[a-z0-9-]+\/\d{4}-\d{2}-\d{2}\/v\d+$/.test(name)) return name;
  try {
    await git(folder, ['show-ref', '--verify', '--quiet', `refs/tags/${prefix}${name}`]);
    return `refs/tags/${prefix}${name}`;
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    return name;
  }
}
