import { z } from 'zod';

const form = 'an item number such as 5, or "5a" for a sub-item';

/** The number of an agenda item: 5, or "5a" for a sub-item. Read as text. */
export const itemNumber = z.union([z.int().min(1).transform(String), z.string().regex(/^[1-9]\d*[a-z]?$/, form)], {
  error: () => form,
});
