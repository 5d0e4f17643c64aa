import metadata from '../../package.json' with { type: 'json' };

/** The version of this program, as its package has it. */
export const { version } = metadata;

/** Name and version of this program, as what it makes has them. */
export const generator = `boardpack ${version}`;
