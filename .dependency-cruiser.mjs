/** Imports point one way: events <- shared <- functions, cli <- infra. Inside shared, only store/ knows AWS. */
const only = (from, allowed) => ({
  name: `${from}-imports`,
  comment: `${from}/ may import only from ${['itself', ...allowed].join(', ')}`,
  severity: 'error',
  from: { path: `^${from}/`, pathNot: '\\.test\\.ts$' },
  to: { path: '^(events|shared|functions|cli|infra|web|test)/', pathNot: `^(${[from, ...allowed].join('|')})/` },
});

export default {
  forbidden: [
    only('events', []),
    only('shared', ['events']),
    only('functions', ['events', 'shared']),
    only('cli', ['events', 'shared']),
    only('infra', ['events', 'shared', 'functions', 'cli', 'web']),
    only('web', ['events', 'shared']),
    {
      name: 'page-takes-types-only',
      comment: 'Of shared/ the page knows types: what runs in a browser is its own, and small.',
      severity: 'error',
      from: { path: '^web/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^shared/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'only-the-build-of-the-page',
      comment: 'The CDK app builds the page and knows nothing else of it.',
      severity: 'error',
      from: { path: '^infra/' },
      to: { path: '^web/', pathNot: '^web/build\\.ts$' },
    },
    {
      name: 'core-knows-no-aws',
      comment: 'Only shared/store/ is a door to AWS.',
      severity: 'error',
      from: { path: '^shared/', pathNot: '^shared/store/' },
      to: { path: '(@aws-sdk|@smithy|aws-cdk-lib|@middy|@aws-lambda-powertools)' },
    },
    {
      name: 'docket-before-policy',
      comment: 'Facts and their fold do not depend on rules, flags or storage.',
      severity: 'error',
      from: { path: '^shared/docket/' },
      to: { path: '^shared/(policy|flag|store|review)/' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true, dependencyTypesNot: ['type-only'] } },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    parser: 'swc',
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'types', 'default'] },
    tsConfig: { fileName: 'tsconfig.json' },
    exclude: 'cdk\\.out',
  },
};
