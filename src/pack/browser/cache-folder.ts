import { constants } from 'node:fs';
import { access, lstat, mkdir } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EnvironmentError } from '../../diagnostics/environment-error.ts';

const packageRoot = fileURLToPath(new URL('../../../', import.meta.url));

/**
 * A folder that outlives the process and that nobody else can write to: `node_modules/.cache/boardpack` of this package,
 * or where the package cannot be written (installed by an administrator, a read-only image) a private folder of the user
 * under the system's temporary folder.
 */
export async function cacheFolder(root: string = packageRoot): Promise<string> {
  const own = join(root, 'node_modules', '.cache', 'boardpack');
  try {
    await mkdir(own, { recursive: true });
    await access(own, constants.W_OK);
    return own;
  } catch {
    return privateTemporaryFolder();
  }
}

async function privateTemporaryFolder(): Promise<string> {
  const { uid, username } = userInfo();
  const folder = join(tmpdir(), `boardpack-${uid >= 0 ? uid : username}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const entry = await lstat(folder);
  // The temporary folder is everyone's: a folder or link that another user laid there first must not be trusted with a
  // program that is about to be run. Windows gives each user a temporary folder of their own and reports no owner.
  const ours = process.platform === 'win32' || (entry.uid === uid && (entry.mode & 0o022) === 0);
  if (!ours || !entry.isDirectory()) {
    throw new EnvironmentError(
      `The folder ${folder} belongs to another user or can be written by others. Remove it, or set TMPDIR to a folder of your own.`,
    );
  }
  return folder;
}
