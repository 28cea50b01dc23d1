import type { Plugin } from 'vite';

/** Lets the browser fetch the two fonts that every page shows together with the styles that name them. */
export function preloadFonts(names: RegExp): Plugin {
  return {
    name: 'belay:preload-fonts',
    transformIndexHtml: {
      order: 'post',
      handler: (_, { bundle = {} }) =>
        Object.keys(bundle)
          .filter((file) => names.test(file))
          .map((file) => ({
            tag: 'link',
            attrs: { rel: 'preload', href: `/${file}`, as: 'font', type: 'font/woff2', crossorigin: '' },
            injectTo: 'head' as const,
          })),
    },
  };
}
