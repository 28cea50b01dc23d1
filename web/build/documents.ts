import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type DocumentNode, Kind, parse, stripIgnoredCharacters, visit } from 'graphql';
import type { Plugin } from 'vite';

const call = /\bgraphql\(\s*(?:\/\* GraphQL \*\/\s*)?`([^`]*)`,?\s*\)/g;

/**
 * Puts each GraphQL document where it is used, as its own text with the fragments it spreads.
 * The generated `graphql()` would otherwise bring every document of the product into every page.
 */
export function documents(sources: string): Plugin {
  let fragments = new Map<string, string>();

  return {
    name: 'belay:documents',
    enforce: 'pre',
    buildStart() {
      fragments = readFragments(sources);
    },
    watchChange() {
      fragments = readFragments(sources);
    },
    transform(code, id) {
      if (!/\.tsx?$/.test(id) || id.includes('/generated/') || !code.includes('graphql(`')) return null;
      const body = code.replace(call, (_, text: string) => {
        const whole = [text, ...spreads(text, fragments)].join('\n');
        return `documentOf(${JSON.stringify(stripIgnoredCharacters(whole))})`;
      });
      return { code: `import { gql as documentOf } from '@urql/core';\n${body}`, map: null };
    },
  };
}

function readFragments(sources: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const file of globSync('**/*.{ts,tsx}', { cwd: sources })) {
    for (const [, text = ''] of readFileSync(resolve(sources, file), 'utf8').matchAll(call)) {
      for (const definition of parse(text).definitions) {
        if (definition.kind === Kind.FRAGMENT_DEFINITION) found.set(definition.name.value, text);
      }
    }
  }
  return found;
}

/** The texts of all fragments a document spreads, directly or through another, each once. */
function spreads(text: string, fragments: Map<string, string>): Set<string> {
  const found = new Set<string>();
  const follow = (document: DocumentNode) =>
    visit(document, {
      FragmentSpread({ name }) {
        const fragment = fragments.get(name.value);
        if (fragment === undefined) throw new Error(`No fragment is called ${name.value}`);
        if (fragment === text || found.has(fragment)) return;
        found.add(fragment);
        follow(parse(fragment));
      },
    });
  follow(parse(text));
  return found;
}
