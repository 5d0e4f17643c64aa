/**
 * Class of a footnote in the source: `text<span class="footnote-note">The note, with <em>inline</em> content.</span>`.
 * It stands where its number should appear. A part that has one is set by Paged.js, which moves the note to the foot of
 * its page; where that fails the notes are gathered at the end of the part.
 */
export const footnoteClass = 'footnote-note';

/** Classes that our own steps write into the document. */
export const own = {
  /** The list of notes at the end of a part. */
  endnotes: 'boardpack-endnotes',
  /** The number of a note in the text and its heading and number at the end. */
  made: 'boardpack-made',
} as const;

/** Whatever stands in an element of these classes is the body of a footnote. */
export const noteClasses: ReadonlySet<string> = new Set([footnoteClass, own.endnotes, 'pagedjs_footnote_area']);

/** Whatever stands in an element of these classes is in no source. */
export const madeClasses: ReadonlySet<string> = new Set([own.made, 'pagedjs_margin']);
