# Barker without its stores; compose.yaml adds those. Debian, as sharp and argon2 bring binaries for glibc.
FROM node:20-bookworm-slim AS build
WORKDIR /barker
# The packages change less often than the sources: as a layer of their own they are kept.
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev
COPY . .
RUN node bin/build.mjs && npm prune --omit=dev && rm -rf .barker .next/cache

FROM node:20-bookworm-slim
WORKDIR /barker
ENV HOST=0.0.0.0 PORT=3000 BARKER_DATA=/data
# The volume takes over this folder's owner when it is made.
RUN mkdir /data && chown node:node /data
COPY --from=build --chown=node:node /barker ./
USER node
VOLUME /data
EXPOSE 3000
# The first start fills the demo town, which takes a while.
HEALTHCHECK --interval=10s --timeout=5s --start-period=120s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/ready`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# --built: everything above has been installed and built, and is not looked at again.
ENTRYPOINT ["node", "bin/start.mjs", "--built"]
