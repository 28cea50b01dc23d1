import type { CodegenConfig } from '@graphql-codegen/cli';

const config: CodegenConfig = {
  schema: '../server/schema.graphql',
  documents: ['src/**/*.{ts,tsx}', '!src/platform/generated/**'],
  ignoreNoDocuments: true,
  generates: {
    'src/platform/generated/': {
      preset: 'client',
      presetConfig: { fragmentMasking: { unmaskFunctionName: 'readFragment' } },
      config: {
        scalars: { Bytes: 'string', Date: 'string', DateTime: 'string', ID: 'string' },
        strictScalars: true,
        enumsAsTypes: true,
        useTypeImports: true,
        importExtension: '.ts',
      },
    },
    'src/platform/generated/schema.ts': { plugins: ['./build/schemaFacts.ts'] },
  },
};

export default config;
