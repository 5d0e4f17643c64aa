import { git } from './git.ts';

/**
 * The files of a folder that stand otherwise in it than in the last commit.
 *
 * @param folder path of the content folder
 * @returns by path inside the folder the id of what the commit has; undefined where it has no such file
 */
export async function changedSinceCommit(folder: string): Promise<Map<string, string | undefined>> {
  const form = ['--raw', '--no-abbrev', '--no-renames', '--relative', '-z'];
  const changed = (await git(folder, ['diff', ...form, 'HEAD', '--', '.'])).toString('utf8').split('\0');
  const added = (await git(folder, ['ls-files', '--others', '-z', '--', '.'])).toString('utf8').split('\0');
  const files = new Map<string, string | undefined>();
  // In pairs: `:100644 100644 <committed> <in the folder> M`, then the path.
  for (let at = 0; at + 1 < changed.length; at += 2) {
    const id = changed[at]?.split(' ')[2] ?? '';
    files.set(changed[at + 1] ?? '', /^0+$/.test(id) ? undefined : id);
  }
  for (const path of added.filter((name) => name !== '')) files.set(path, undefined);
  return files;
}
