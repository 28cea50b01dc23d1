# The server with the built pages. It listens on port 4000 and keeps an embedded database, if it has one, in /data.
FROM node:24-slim AS base
WORKDIR /app
# pnpm asks nothing and installs exactly what the lockfile says.
ENV CI=true
RUN npm install --global pnpm@12.21.0

FROM base AS build
COPY . .
RUN pnpm install --frozen-lockfile --filter belay --filter @belay/server... --filter @belay/web...
RUN node scripts/make.ts && rm -rf node_modules */node_modules

FROM base AS run
ENV NODE_ENV=production HOST=0.0.0.0 DATA_DIR=/data
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml ./
COPY prisma/package.json prisma/
COPY server/package.json server/
RUN pnpm install --frozen-lockfile --prod --filter @belay/server... && pnpm store prune
COPY --from=build /app/prisma prisma/
COPY --from=build /app/server server/
COPY --from=build /app/web/dist web/dist/
RUN install --directory --owner=node --mode=700 /data node_modules/.cache
USER node
VOLUME /data
EXPOSE 4000
HEALTHCHECK --start-period=20s --interval=10s --timeout=3s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.PORT || 4000) + '/health/ready').then((it) => process.exit(it.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "server/src/main.ts"]
