import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { documents } from './build/documents.ts';
import { preloadFonts } from './build/preloadFonts.ts';

const server = 'http://localhost:4000';

export default defineConfig({
  plugins: [
    documents(fileURLToPath(new URL('src', import.meta.url))),
    react(),
    preloadFonts(/(newsreader|source-sans-3)-latin-(500|wght)-normal/),
  ],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    port: 5173,
    proxy: {
      '/graphql': { target: server, ws: true },
      '/api': server,
      '/health': server,
      '/mailbox': server,
      '/schema.graphql': server,
    },
  },
});
