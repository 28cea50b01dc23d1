/** `pnpm start`: makes what is missing, then becomes the server. */
await import('./make.ts');
await import('../server/src/main.ts');
