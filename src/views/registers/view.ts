import type { SafeHtml } from '@remix-run/html-template';
import type { Library } from '../../library/library.ts';
import type { Provenance } from '../../registers/provenance.ts';
import type { InitiativeFacets } from '../facets.ts';
import type { Linker } from '../linker.ts';

/** Where and of when a register is shown. */
export interface ViewOptions {
  /** The day it is of, `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly link: Linker;
  /** The commits that last set its figures; where it is left out, none is named. */
  readonly provenance?: Provenance | undefined;
  /** Given where readers filter and sort the rows, as on the site. */
  readonly facetsOf?: InitiativeFacets | undefined;
}

/** What the rows of a register are called, and the files of open data that hold them. */
export interface RegisterRows {
  readonly one: string;
  readonly many: string;
  /** Names of tables of open data. */
  readonly files: readonly string[];
  /** Where they are records that stand by themselves: what those can be put in order by. */
  readonly sorts?: readonly string[];
}

/** What a register is called and what it is for. */
export interface NamedRegister {
  readonly title: string;
  /** In a sentence. */
  readonly says: string;
  /** Its rows; undefined for one that is a picture or a calendar. */
  readonly rows?: RegisterRows;
}

/** A register as it is shown, the same on its page and in a pack. Its highest headings are `h2`. */
export interface RegisterView extends NamedRegister {
  /** Whether its tables need a page turned on its side. */
  readonly wide?: true;
  readonly content: (library: Library, options: ViewOptions) => SafeHtml;
}
