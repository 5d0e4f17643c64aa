import { z } from 'zod';

/**
 * The path of a file of the site, which stays within it wherever it is put. What a tag or a published folder says of itself may
 * have been written by anybody. No name in it begins with a dot: such files, as `.git/config` or `.htaccess`, are no pages.
 */
export const sitePath = z
  .string()
  .regex(/^[^\\\0]*$/)
  .refine((path) => path.split('/').every((name) => name !== '' && !name.startsWith('.')));
