import { z } from 'zod';
import { isPathOf, packPath } from './issued-paths.ts';
import { sitePath } from './site-path.ts';

/** A SHA-256 as it is written. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const objectId = z.string().regex(/^[0-9a-f]{40,64}$/);
const audience = z.enum(['members', 'public']);

const part = z.object({
  id: z.string(),
  reference: z.string(),
  title: z.string(),
  /** First and last page, as they are numbered in their series. */
  from: z.int(),
  to: z.int(),
  /** `S1` for the pages `S1-1`, `S1-2` of a supplement. */
  series: z.string().optional(),
  words: z.int(),
  /** Of the document it was set from with its pictures, or of the file that was given. */
  sha256,
  /** In the standard edition, its pages one by one and where each begins in its text: see `PlacedPage`. */
  pages: z.array(z.object({ page: z.string(), at: z.int(), words: z.string() })).optional(),
});

const pack = z.object({
  audience,
  edition: z.enum(['standard', 'large', 'booklet', 'paper']),
  /** Whether it is the supplement by itself, or the pack with its supplements behind it. */
  extent: z.enum(['pack', 'supplement', 'full']),
  /** Its name in `/packs/`. */
  file: z.string().regex(/^[a-z0-9-]+\.pdf$/),
  /** Sides of sheets, of a booklet. */
  pages: z.int(),
  marking: z.string(),
  parts: z.array(part),
});

const file = z.object({ audience, path: sitePath, bytes: z.int(), sha256 });

/** Where what stood on a page of the version before stands now; pages counted from 1, and none where it has gone. */
const mapped = z.object({ page: z.int(), to: z.array(z.int()) });

const fields = z.object({
  /** The form of this manifest. */
  form: z.literal(1),
  /** E.g. `pib/2017-09-20/v1`. */
  release: z.string().regex(/^[a-z0-9-]+\/\d{4}-\d{2}-\d{2}\/v\d+(-s\d+)?$/),
  commit: objectId,
  /** The day of that commit, in the zone it was made in. */
  date: z.string(),
  /** The content folder inside the repository; empty where it is the repository itself. */
  content: z.string(),
  /** The day its registers are of. */
  asOf: z.string(),
  /** Name and version of the program that made it. */
  generator: z.string(),
  /** The browser that set its pages. */
  browser: z.string(),
  /** Version of the reporting standard it was held to. */
  standard: z.string(),
  /** The release before it of the same meeting, and the id of its tag: a chain that shows whether one was moved. */
  previous: z.object({ release: z.string(), tag: objectId }).optional(),
  packs: z.array(pack),
  files: z.array(file),
  /** From the members’ standard edition of the version before to this one. */
  pageMap: z.array(mapped).optional(),
});

const manifest = fields.refine(
  ({ release, files, packs }) =>
    files.every((one) => isPathOf(release, one.path, one.sha256)) &&
    packs.every((one) => isPathOf(release, packPath(one.file), '')),
);

/** What was issued, as its tag says. */
export type ReleaseManifest = z.infer<typeof manifest>;
/** A pack that was issued. */
export type IssuedPack = ReleaseManifest['packs'][number];
/** A file that was issued. */
export type IssuedFile = ReleaseManifest['files'][number];

/** The message of a release’s tag: what it is in a line, then the manifest. */
export function tagMessage(title: string, content: ReleaseManifest): string {
  return `${title}\n\n${JSON.stringify(content, null, 2)}\n`;
}

/** Reads the manifest out of the body of a tag’s message; undefined where it is none. */
export function readManifest(body: string): ReleaseManifest | undefined {
  try {
    return manifest.safeParse(JSON.parse(body)).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
