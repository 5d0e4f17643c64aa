import { z } from 'zod';

/**
 * The path of a file of the site, which stays within it wherever it is put. What a tag or a published folder says of itself may
 * have been written by anybody.
 */
export const sitePath = z
  .string()
  .regex(/^[^/\\\0][^\\\0]*$/)
  .refine((path) => path.split('/').every((name) => name !== '' && name !== '.' && name !== '..'));
