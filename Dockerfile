# Not tried where it was written (no Docker there): docs/database.md, In containers.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# Without scripts: `prepare` would build before the sources are there.
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN npm run build

FROM node:24-bookworm-slim
ENV NODE_ENV=production \
    AANHOUDER_HOST=0.0.0.0 \
    AANHOUDER_PORT=4620 \
    AANHOUDER_DATA=/data
WORKDIR /app
# The server is one bundle (vite.server.config.ts), without the embedded database: compose has one. Of its packages only the page of the API's description is read from its folder.
COPY --from=build /app/package.json /app/LICENSE ./
COPY --from=build /app/dist/server dist/server
COPY --from=build /app/dist/web dist/web
COPY --from=build /app/node_modules/@fastify/swagger-ui node_modules/@fastify/swagger-ui
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 4620
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:4620/readyz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "dist/server/cli.cjs"]
CMD ["start"]
