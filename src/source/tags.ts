import { EnvironmentError } from '../diagnostics/environment-error.ts';
import { GitError, git } from './git.ts';
import { isInRepository } from './repository.ts';

/** A tag of a repository. */
export interface Tag {
  /** E.g. `pack/pib/2017-09-20/v1`. */
  readonly name: string;
  /** Id of what the name stands for: the tag itself where it is annotated. */
  readonly object: string;
  /** The commit it leads to; undefined where it leads to something else. */
  readonly commit: string | undefined;
  /** Its first line and the rest, without a signature; undefined where it is not annotated. */
  readonly message: { readonly subject: string; readonly body: string } | undefined;
  readonly isSigned: boolean;
}

const fields = [
  '%(refname:strip=2)',
  '%(objectname)',
  '%(objecttype)',
  '%(*objectname)',
  '%(*objecttype)',
  '%(contents:subject)',
  '%(contents:body)',
  '%(if)%(contents:signature)%(then)signed%(end)',
] as const;

/**
 * Reads the tags whose names begin with a prefix, sorted by name; none where there is no repository.
 *
 * @param reachedFrom only those whose commit is this one or before it, by its full hash
 * @throws {EnvironmentError} when there is a repository, and git cannot read its tags
 */
export async function readTags(folder: string, prefix: string, reachedFrom?: string): Promise<Tag[]> {
  const merged = reachedFrom === undefined ? [] : [`--merged=${reachedFrom}`];
  const format = `--format=${fields.map((field) => `${field}%00`).join('')}`;
  if (!(await isInRepository(folder))) return [];
  let out: string;
  try {
    out = (await git(folder, ['for-each-ref', format, ...merged, `refs/tags/${prefix}`])).toString('utf8');
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    throw new EnvironmentError(`The tags of "${folder}" cannot be read: ${error.said}.`);
  }
  const values = out.split('\0');
  const tags: Tag[] = [];
  for (let at = 0; at + fields.length < values.length; at += fields.length) {
    const [name = '', object = '', type, target, targetType, subject = '', body = '', signed] = values.slice(at);
    const isAnnotated = type === 'tag';
    const commit = isAnnotated
      ? targetType === 'commit'
        ? target
        : undefined
      : type === 'commit'
        ? object
        : undefined;
    tags.push({
      // A line end stands between two tags.
      name: name.replace(/^\n/, ''),
      object,
      commit,
      message: isAnnotated ? { subject, body } : undefined,
      isSigned: signed === 'signed',
    });
  }
  return tags;
}

/**
 * Makes an annotated tag. Git makes it whole or not at all, and of two that are made at once under one name one fails.
 *
 * @param isSigned whether it is signed, with the key that git is set up with
 * @throws {EnvironmentError} when there is one of that name, or git cannot sign, in a sentence
 */
export async function makeTag(
  folder: string,
  { name, commit, message, isSigned }: { name: string; commit: string; message: string; isSigned: boolean },
): Promise<void> {
  const kind = isSigned ? '--sign' : '--annotate';
  // Told not to sign as well as told to, because the user's settings may ask for it always.
  const not = isSigned ? [] : ['--no-sign'];
  try {
    await git(folder, ['tag', kind, ...not, '--cleanup=verbatim', '--file=-', name, commit], message);
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    if (/already exists/.test(error.message)) {
      throw new EnvironmentError(`There is a tag "${name}" already: another release has just been made. Run it again.`);
    }
    const mend = isSigned ? ' Set "user.signingkey" and "gpg.format" of git, or leave out --sign.' : '';
    throw new EnvironmentError(`The tag "${name}" could not be made: ${error.said}.${mend}`);
  }
}

/** Whether the signature of a tag is good by the keys that git knows, and what git says of it. */
export async function verifyTag(folder: string, name: string): Promise<{ isGood: boolean; says: string }> {
  try {
    await git(folder, ['verify-tag', '--', name]);
    return { isGood: true, says: '' };
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    return { isGood: false, says: error.said };
  }
}
