// Data flows one way: a folder may use those before it in this list and none after it.
const flow = [
  'diagnostics',
  'source',
  'markdown',
  'records',
  'library',
  'registers',
  'rules',
  'data',
  'feeds',
  'charts',
  'views',
  'pack',
  'release',
  'site',
  'scripts',
  'components',
  'layouts',
  'pages',
  'cli',
];

const folder = (name) => `^src/${name}/`;

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...flow.slice(0, -1).map((name, index) => ({
      name: `${name}-looks-back-only`,
      severity: 'error',
      from: { path: folder(name) },
      to: { path: flow.slice(index + 1).map(folder) },
    })),
    {
      name: 'engines-know-no-boards',
      comment: 'Typesetting and joining are fit to be libraries of their own.',
      severity: 'error',
      from: { path: '^src/pack/(browser|pdf|typeset)/' },
      to: { path: '^src/', pathNot: '^src/(diagnostics|pack/(browser|pdf|typeset))/' },
    },
    {
      name: 'no-circles',
      comment: 'Types may know each other; code that runs may not.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    includeOnly: '^src/',
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.mjs', '.astro', '.json'] },
  },
};
